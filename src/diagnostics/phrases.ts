export type MessageLanguage = 'vi' | 'en';

/** Words for the schema's types. */
const types: Readonly<Record<string, Readonly<Record<MessageLanguage, string>>>> = {
  string: { en: 'text', vi: 'chữ' },
  number: { en: 'a number', vi: 'một số' },
  int: { en: 'a whole number', vi: 'một số nguyên' },
  boolean: { en: 'true or false', vi: 'true hoặc false' },
  array: { en: 'a list', vi: 'một danh sách' },
  tuple: { en: 'a list', vi: 'một danh sách' },
  object: { en: 'fields with values', vi: 'các trường có giá trị' },
  record: { en: 'fields with values', vi: 'các trường có giá trị' },
  email: { en: 'an e-mail address', vi: 'một địa chỉ thư điện tử' },
};

/** Vietnamese for phrases of the tool, js-yaml and zod within sentences. */
const vietnamese: Readonly<Record<string, string>> = {
  nothing: 'không có gì',
  function: 'một hàm',
  'not empty': 'không để trống',
  'a list that is not empty': 'một danh sách không trống',
  'an address such as /tin/cu/': 'một địa chỉ như /tin/cu/',
  'a list of plugins': 'một danh sách phần mở rộng',
  'a function of the site, or false': 'một hàm của trang, hoặc false',
  'the least before the most': 'mức thấp nhất trước mức cao nhất',
  'a language tag such as vi or en-GB': 'mã ngôn ngữ như vi hoặc en-GB',
  'a time zone such as Asia/Ho_Chi_Minh': 'múi giờ như Asia/Ho_Chi_Minh',
  'a pattern of an address such as /:category/:slug/': 'mẫu địa chỉ như /:category/:slug/',
  'an origin without a path, such as https://news.example':
    'gốc địa chỉ không có đường dẫn, như https://news.example',
  'a path with a slash at both ends, such as /news/': 'đường dẫn có dấu gạch chéo ở hai đầu, như /news/',
  'a pattern of an address such as /:category/:slug/, without “.” or “..” as a part':
    'một mẫu địa chỉ như /:category/:slug/, không có phần “.” hay “..”',
  'a path with a slash at both ends, such as /news/, without “.” or “..” as a part':
    'một đường dẫn có dấu gạch chéo ở hai đầu, như /news/, không có phần “.” hay “..”',
  'a part of an address with :number in it, such as page-:number':
    'phần địa chỉ có :number, như trang-:number',
  'a point such as 60% 30% or left top': 'một điểm như 60% 30% hoặc left top',
  'it has no “export default defineConfig({ … })”': 'thiếu “export default defineConfig({ … })”',
  // The site's own code.
  'it waits for a promise that never settles': 'nó chờ một promise không bao giờ kết thúc',
  'a block needs a default export: its component': 'khối cần “export default” một component',
  'it gives no list of routes': 'hàm không trả về danh sách trang',
  'it lists something that is no route: make routes with page() and file()':
    'hàm trả về thứ không phải là trang hay tệp: hãy dùng page() và file()',
  'props() has to give its values at once, not later: no “async”':
    'props() phải trả về giá trị ngay, không phải về sau: bỏ “async”',
  'data() has to give its values at once, not later: no “async”':
    'data() phải trả về giá trị ngay, không phải về sau: bỏ “async”',
  'props() gives no object': 'props() không trả về đối tượng nào',
  'data() gives no object': 'data() không trả về đối tượng nào',
  'render() gives neither text nor bytes': 'render() không trả về văn bản hay byte',
  'the path is no text': 'đường dẫn không phải là văn bản',
  'the path is empty': 'đường dẫn trống',
  'the path begins with “/”': 'đường dẫn bắt đầu bằng “/”',
  'the path ends with “/” and names no file': 'đường dẫn kết thúc bằng “/” nên không chỉ tệp nào',
  'the path has a control character': 'đường dẫn có ký tự điều khiển',
  'the path is no proper Unicode': 'đường dẫn không phải là Unicode đúng',
  'the path has a backslash': 'đường dẫn có dấu “\\”',
  'the path names a drive': 'đường dẫn ghi tên ổ đĩa',
  'a part of the path is empty': 'một phần của đường dẫn trống',
  'the path has a step “.” or “..”': 'đường dẫn có bước “.” hoặc “..”',
  'names that begin with “.broadsheet” are the tool’s': 'tên bắt đầu bằng “.broadsheet” là của công cụ',
  // Hosts.
  'it knows no 410': 'máy chủ này không biết mã 410',
  // Data files, logs.
  'it is no valid JSON': 'tệp không phải là JSON hợp lệ',
  'the packed file ends too early': 'tệp nén bị cắt mất phần cuối',
  'the packed file is damaged': 'tệp nén bị hỏng',
  // Pictures.
  'not a picture': 'không phải là hình',
  'the file is empty': 'tệp rỗng',
  'the file holds nothing but zeros': 'tệp chỉ có byte 0',
  'the file is an HTML page, not a picture': 'tệp là một trang HTML, không phải là hình',
  'the file is a PDF, not a picture': 'tệp là PDF, không phải là hình',
  'HEIC pictures cannot be read: save it as JPEG': 'không đọc được hình HEIC: hãy lưu thành JPEG',
  'the file is text, not a picture': 'tệp là văn bản, không phải là hình',
  'the file is in no picture format that is known (JPEG, PNG, WebP, GIF, AVIF, TIFF, SVG)':
    'tệp không thuộc định dạng hình nào đã biết (JPEG, PNG, WebP, GIF, AVIF, TIFF, SVG)',
  'it has more than 268 million pixels': 'hình có hơn 268 triệu điểm ảnh',
  'unexpected end of GIF': 'tệp GIF kết thúc giữa chừng',
  'the file is not an SVG': 'tệp không phải là SVG',
  // YAML.
  'expected "key: value" lines': 'cần các dòng “trường: giá trị”',
  'bad indentation of a mapping entry': 'thụt dòng sai, hoặc dấu “:” trong một giá trị không có ngoặc kép',
  'bad indentation of a sequence entry': 'thụt dòng sai ở một mục của danh sách',
  'tab characters must not be used in indentation': 'không được thụt dòng bằng phím Tab',
  'missed comma between flow collection entries': 'thiếu dấu phẩy giữa các mục trong ngoặc',
  "expected the node content, but found ','": 'thừa dấu phẩy trong ngoặc',
  'unexpected end of the stream within a flow collection': 'ngoặc “[” hoặc “{” chưa được đóng',
  'unexpected end of the stream within a double quoted scalar': 'ngoặc kép chưa được đóng',
  'unexpected end of the document within a double quoted scalar': 'ngoặc kép chưa được đóng',
  'unexpected end of the stream within a single quoted scalar': 'ngoặc đơn chưa được đóng',
  'unexpected end of the document within a single quoted scalar': 'ngoặc đơn chưa được đóng',
  'unknown escape sequence': 'dấu “\\” trong ngoặc kép đứng trước một ký tự không hợp lệ',
  'can not read an implicit mapping pair; a colon is missed': 'thiếu dấu “:” sau tên trường',
  'can not read a block mapping entry; a multiline key may not be an implicit key':
    'thiếu dấu “:” sau tên trường ở dòng trước',
  'a whitespace character is expected after the key-value separator within a block mapping':
    'thiếu dấu cách sau dấu “:”',
  'missing indentation for block scalar': 'văn bản nhiều dòng chưa được thụt vào',
  'end of the stream or a document separator is expected': 'có chữ ở chỗ không nên có',
  'there is no program “git”': 'máy này không có chương trình “git”',
  'duplicated mapping key': 'một trường được viết hai lần',
  'the stream contains non-printable characters': 'có ký tự điều khiển không in được',
  'null byte is not allowed in input': 'có byte 0 trong tệp',
};

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^“(.*)” is not what stands there in such a file$/s, '“$1” không phải là thứ phải có ở đó'],
  [
    /^(?:a part of the path|the path) has more than (\d+) bytes$/,
    'đường dẫn, hoặc một phần của nó, dài quá $1 byte',
  ],
  [/^the rows add up to (\S+), not to (\S+)$/, 'các dòng cộng lại là $1, không phải $2'],
  [/^it reads (\d+) redirects$/, 'máy chủ này chỉ đọc $1 chuyển hướng'],
  [/^it reads a web\.config of (\d+) KB$/, 'máy chủ này chỉ đọc web.config đến $1 KB'],
  [/^it is the ledger of (\S+)$/, 'đây là sổ của tháng $1'],
  [/^the (\w+) file is cut off or damaged$/, 'tệp $1 bị cắt mất phần cuối hoặc bị hỏng'],
  [/^the (\w+) file is damaged$/, 'tệp $1 bị hỏng'],
  [/^the file is not an SVG: its first element is (.+)$/s, 'tệp không phải là SVG: phần tử đầu tiên là $1'],
  [/^the SVG is nested more than (\d+) levels deep$/, 'SVG lồng nhau quá $1 tầng'],
  [/^an element of the SVG has more than (\d+) attributes$/, 'một phần tử của SVG có quá $1 thuộc tính'],
  [/^not a well-formed SVG: (.+)$/s, 'SVG sai cú pháp: $1'],
  [/^more than (\d+) empty lines in a row$/, 'hơn $1 dòng trống liền nhau'],
  [
    /^anchors that refer to themselves, or more than (\d+) values$/,
    'các neo tham chiếu đến chính mình, hoặc hơn $1 giá trị',
  ],
  [/^the attribute “(.*)” is none of those of (\S+)$/s, 'thuộc tính “$1” không được tạo bằng các hàm của $2'],
  [/^no attribute may be called “(.*)”$/s, 'không thuộc tính nào được mang tên “$1”'],
  [/^unidentified alias (.+)$/s, 'không có neo nào tên $1'],
  [/^unknown tag (.+)$/s, 'thẻ $1 không được phép'],
  [/^cannot resolve a node with (.+) explicit tag$/s, 'giá trị không hợp với thẻ $1'],
  [
    /^name of an (?:alias|anchor) node must contain at least one character$/,
    'dấu “*” hoặc “&” ở đầu giá trị phải nằm trong ngoặc kép',
  ],
];

/**
 * Translates a phrase that is a value in a sentence. Unknown ones stay the same. Alternatives are separated
 * by ` | `.
 */
export function translate(phrase: string, language: MessageLanguage): string {
  const parts = phrase
    .split(' | ')
    .map((part) => types[part]?.[language] ?? (language === 'en' ? part : toVietnamese(part)));
  const last = parts.at(-1) ?? '';
  return parts.length < 2
    ? last
    : `${parts.slice(0, -1).join(', ')} ${language === 'en' ? 'or' : 'hoặc'} ${last}`;
}

function toVietnamese(phrase: string): string {
  const translation = vietnamese[phrase];
  if (translation !== undefined) return translation;
  const matching = patterns.find(([pattern]) => pattern.test(phrase));
  return matching ? phrase.replace(...matching) : phrase;
}
