export type Severity = 'error' | 'warning' | 'info';

interface Sentences {
  /** What is wrong, with `{values}`. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

export interface Rule {
  readonly severity: Severity;
  readonly vi: Sentences;
  readonly en: Sentences;
}

const rule = (severity: Severity, vi: [string, string], en: [string, string]): Rule => ({
  severity,
  vi: { message: vi[0], remedy: vi[1] },
  en: { message: en[0], remedy: en[1] },
});

/**
 * Every rule that a build can report, in both languages. Errors leave out the page or the reference
 * concerned; warnings leave out nothing.
 */
export const catalogue = {
  // The file as a whole: its page is left out.
  'empty-file': rule(
    'error',
    ['Tệp không có nội dung.', 'Viết bài vào tệp, hoặc xóa tệp.'],
    ['The file is empty.', 'Write the article, or delete the file.'],
  ),
  'unreadable-file': rule(
    'error',
    [
      'Hệ thống không cho đọc tệp hoặc thư mục này.',
      'Cấp quyền đọc cho người chạy lệnh, chẳng hạn bằng “chmod u+r” (với thư mục: “chmod u+rx”).',
    ],
    [
      'The system does not allow this file or folder to be read.',
      'Let whoever runs the command read it, for example by “chmod u+r” (of a folder “chmod u+rx”).',
    ],
  ),
  'not-utf8': rule(
    'error',
    ['Tệp không phải là UTF-8: byte sai đầu tiên ở vị trí {offset}.', 'Mở tệp và lưu lại với bảng mã UTF-8.'],
    [
      'The file is not UTF-8: the first wrong byte is at offset {offset}.',
      'Open the file and save it in UTF-8.',
    ],
  ),
  'front-matter-missing': rule(
    'error',
    [
      'Tệp không bắt đầu bằng phần thông tin giữa hai dòng “---”.',
      'Thêm ở đầu tệp: một dòng “---”, các trường như “title: …”, rồi lại một dòng “---”.',
    ],
    [
      'The file does not begin with front matter between two lines “---”.',
      'Add at the top: a line “---”, fields such as “title: …”, and another line “---”.',
    ],
  ),
  'front-matter-late': rule(
    'error',
    [
      'Phần thông tin mở bằng “{found}” ở dòng {line}, nhưng trước nó còn dòng trống hoặc dấu cách.',
      'Xóa mọi thứ trước “{found}”: nó phải là dòng đầu tiên của tệp.',
    ],
    [
      'The front matter opens with “{found}” on line {line}, but empty lines or spaces stand before it.',
      'Remove everything before “{found}”: it has to be the first line of the file.',
    ],
  ),
  'front-matter-unclosed': rule(
    'error',
    [
      'Phần thông tin đầu tệp được mở nhưng không có “{fence}” đóng lại ở một dòng riêng.',
      'Thêm “{fence}” sau trường cuối cùng; nội dung bài bắt đầu ở dòng sau đó.',
    ],
    [
      'The front matter is opened, but no “{fence}” at the end of a line closes it.',
      'Add “{fence}” after the last field; the text begins on the next line.',
    ],
  ),
  'front-matter-fence': rule(
    'error',
    [
      'Dòng “{found}” gần giống dòng “{fence}”, nên không rõ phần thông tin đầu tệp kết thúc ở đâu; tệp không được đăng.',
      'Nếu phần thông tin kết thúc ở đây, viết đúng “{fence}” sát lề trái, không thêm gì trên dòng đó; nếu không, xóa dòng này.',
    ],
    [
      'The line “{found}” is nearly a line “{fence}”, so it is not clear where the front matter ends; the file is not published.',
      'If the front matter ends here, write “{fence}” at the left margin, with nothing else on the line; otherwise remove the line.',
    ],
  ),
  'front-matter-language': rule(
    'error',
    [
      'Phần thông tin đầu tệp ghi ngôn ngữ “{language}”; chỉ YAML, TOML và JSON được chấp nhận, và không mã nào được chạy.',
      'Xóa chữ “{language}” sau “---” và viết các trường bằng YAML.',
    ],
    [
      'The front matter names the language “{language}”; only YAML, TOML and JSON are accepted, and no code is run.',
      'Remove “{language}” after “---” and write the fields in YAML.',
    ],
  ),
  'yaml-tab': rule(
    'error',
    [
      'Dòng này được thụt bằng phím Tab; YAML chỉ cho phép dấu cách.',
      'Thay mỗi Tab ở đầu dòng bằng hai dấu cách.',
    ],
    [
      'The line is indented with a tab; YAML allows only spaces.',
      'Replace each tab at the beginning of the line by two spaces.',
    ],
  ),
  'toml-syntax': rule(
    'error',
    [
      'TOML sai cú pháp: {reason}.',
      'Viết mỗi trường như “title = "Giá lúa"”, chữ trong ngoặc kép mở và đóng trên cùng dòng, ngày như “date = 2026-11-16T08:30:00”.',
    ],
    [
      'The TOML is broken: {reason}.',
      'Write each field as “title = "Giá lúa"”, each text between two quotes on one line, dates as “date = 2026-11-16T08:30:00”.',
    ],
  ),
  'json-syntax': rule(
    'error',
    [
      'JSON sai cú pháp: {reason}.',
      'Viết tên trường và chữ trong ngoặc kép, đặt dấu phẩy giữa các trường, không có dấu phẩy sau trường cuối.',
    ],
    [
      'The JSON is broken: {reason}.',
      'Write names and texts in double quotes, with commas between the fields and none after the last.',
    ],
  ),
  'yaml-syntax': rule(
    'error',
    [
      'YAML sai cú pháp: {reason}.',
      'Đặt giá trị có dấu “:” hoặc “#” trong ngoặc kép, đóng mọi ngoặc, và thụt dòng bằng dấu cách.',
    ],
    [
      'The YAML is broken: {reason}.',
      'Put values that contain “:” or “#” in double quotes, close every quote and bracket, and indent with spaces.',
    ],
  ),
  'duplicate-key': rule(
    'error',
    ['Trường “{key}” được viết hai lần: ở dòng {first} và dòng {second}.', 'Giữ một trong hai.'],
    ['The field “{key}” is written twice: on line {first} and on line {second}.', 'Keep one of the two.'],
  ),
  'nested-too-deep': rule(
    'error',
    ['Nội dung lồng nhau quá sâu (hơn {limit} tầng).', 'Bớt các tầng trích dẫn hoặc danh sách.'],
    [
      'The content is nested too deep (more than {limit} levels).',
      'Use fewer levels of quotations or lists.',
    ],
  ),
  'too-slow': rule(
    'error',
    [
      'Đọc tệp này quá {limit} giây nên đã dừng lại.',
      'Chia nhỏ bài, sửa phần mở rộng Markdown, hoặc nâng “limits.seconds” trong broadsheet.config.ts.',
    ],
    [
      'This file took more than {limit} seconds and was abandoned.',
      'Split the article, fix the Markdown plugin, or raise “limits.seconds” in broadsheet.config.ts.',
    ],
  ),
  'too-large': rule(
    'error',
    [
      'Đọc tệp này cần hơn {limit} MiB bộ nhớ nên đã dừng lại.',
      'Chia nhỏ bài, sửa phần mở rộng Markdown, hoặc nâng “limits.memory” trong broadsheet.config.ts.',
    ],
    [
      'This file took more than {limit} MiB of memory and was abandoned.',
      'Split the article, fix the Markdown plugin, or raise “limits.memory” in broadsheet.config.ts.',
    ],
  ),
  'plugin-failed': rule(
    'error',
    [
      'Phần mở rộng Markdown “{name}” bị lỗi: {reason}.',
      'Sửa hoặc bỏ phần mở rộng này trong broadsheet.config.ts.',
    ],
    ['The Markdown plugin “{name}” failed: {reason}.', 'Fix it, or remove it from broadsheet.config.ts.'],
  ),

  'site-failed': rule(
    'error',
    ['Không đọc được trang: {reason}.', 'Kiểm tra thư mục content/ và quyền đọc các tệp.'],
    [
      'The site cannot be read: {reason}.',
      'Check that the folder content/ exists and that its files can be read.',
    ],
  ),
  'cache-unwritable': rule(
    'error',
    [
      'Không ghi được vào thư mục .cache: {reason}.',
      'Cấp cho mình quyền ghi vào thư mục .cache của trang, hoặc xóa nó.',
    ],
    [
      'The folder .cache cannot be written: {reason}.',
      'Give yourself write permission for the folder .cache of the site, or delete the folder.',
    ],
  ),
  'broken-config': rule(
    'error',
    ['Không dùng được cấu hình: {reason}.', 'Sửa cấu hình ở chỗ này.'],
    ['The configuration cannot be used: {reason}.', 'Fix the configuration here.'],
  ),
  'plugin-name': rule(
    'error',
    [
      '“{name}” là tên của một phần mở rộng, chưa phải là phần mở rộng.',
      'Chạy “npm install {name}”, thêm “import {variable} from "{name}";” ở đầu tệp, rồi viết {variable} không có dấu nháy ở đây.',
    ],
    [
      '“{name}” is the name of a plugin, not the plugin itself.',
      'Run “npm install {name}”, add “import {variable} from "{name}";” at the top, and write {variable} here, without quotes.',
    ],
  ),
  'broken-plugin': rule(
    'error',
    [
      'Không dùng được phần mở rộng “{name}” trong “{option}”: {reason}.',
      'Sửa các tùy chọn của nó, cài phiên bản khác, hoặc bỏ nó khỏi “{option}”.',
    ],
    [
      'The plugin “{name}” in “{option}” cannot be used: {reason}.',
      'Correct its options, install another version, or take it out of “{option}”.',
    ],
  ),
  'package-missing': rule(
    'error',
    ['Chưa cài gói “{name}”.', 'Chạy “npm install {name}” trong thư mục của trang.'],
    ['The package “{name}” is not installed.', 'Run “npm install {name}” in the folder of the site.'],
  ),
  'package-react': rule(
    'error',
    [
      'Mẫu trang dùng Preact, không dùng “{name}”.',
      'Bỏ dòng import này: JSX không cần nó. Hàm như useMemo lấy từ “preact/hooks”, kiểu dữ liệu từ “preact”.',
    ],
    [
      'Templates are made with Preact, not with “{name}”.',
      'Remove the import: JSX needs none. Take functions such as useMemo from “preact/hooks”, and types from “preact”.',
    ],
  ),
  'config-missing': rule(
    'error',
    [
      'Cấu hình thiếu tùy chọn “{key}”.',
      'Thêm “{key}” vào broadsheet.config.ts; docs/configuration.md giải thích mọi tùy chọn.',
    ],
    [
      'The configuration lacks the option “{key}”.',
      'Add “{key}” to broadsheet.config.ts; docs/configuration.md explains every option.',
    ],
  ),
  'config-unknown': rule(
    'error',
    [
      'Cấu hình không có tùy chọn “{key}”.',
      'Xóa tùy chọn này{near, ?:, hoặc viết “{near}”}; docs/configuration.md ghi mọi tùy chọn.',
    ],
    [
      'The configuration has no option “{key}”.',
      'Remove it{near, ?:, or write “{near}”}; docs/configuration.md lists every option.',
    ],
  ),
  'config-value': rule(
    'error',
    [
      'Tùy chọn “{key}” có giá trị không dùng được: cần {expected}, nhưng gặp {found}.',
      'Sửa giá trị của “{key}”; docs/configuration.md giải thích mọi tùy chọn.',
    ],
    [
      'The option “{key}” has an invalid value: expected {expected}, found {found}.',
      'Correct the value of “{key}”; docs/configuration.md explains every option.',
    ],
  ),
  'config-placeholder': rule(
    'error',
    [
      'Mẫu địa chỉ của “{key}” có “:{name}”, nhưng không có giá trị nào tên như vậy.',
      'Dùng {expected}{near, ?: (gần nhất: “:{near}”)}.',
    ],
    [
      'The pattern of “{key}” contains “:{name}”, but there is no such value.',
      'Use {expected}{near, ?: (the nearest is “:{near}”)}.',
    ],
  ),
  'dead-navigation': rule(
    'error',
    [
      'Mục “{to}” của “{option}” không dẫn đến đâu trong trang này, nên bị bỏ.',
      'Ghi đường dẫn của một chuyên mục hoặc một trang{near, ?: (gần nhất: “{near}”)}, địa chỉ “/…/” có thật, hoặc “https://…”.',
    ],
    [
      'The entry “{to}” of “{option}” leads nowhere on this site and is left out.',
      'Name a category or a page by its path{near, ?: (the nearest is “{near}”)}, an existing address “/…/”, or “https://…”.',
    ],
  ),
  'address-lost': rule(
    'warning',
    [
      'Bạn đọc biết địa chỉ “{address}”, nhưng nay không còn gì ở đó.',
      'Ghi địa chỉ này vào “aliases” của bài hay trang thay cho nó; nếu bỏ hẳn, ghi vào “delivery.gone”.',
    ],
    [
      'Readers know the address “{address}”, but there is no page any more.',
      'Add it to the “aliases” of the article or page that replaces it, or to “delivery.gone” if there is none.',
    ],
  ),
  'gone-served': rule(
    'warning',
    [
      '“delivery.gone” ghi địa chỉ “{address}” là đã bỏ, nhưng vẫn có trang ở đó, nên máy chủ không trả lời 410.',
      'Xóa địa chỉ này khỏi “delivery.gone”, hoặc gỡ trang ở đó.',
    ],
    [
      '“delivery.gone” lists “{address}”, but there is a page, so hosts do not answer 410.',
      'Remove the address from “delivery.gone”, or remove the page.',
    ],
  ),
  'host-file': rule(
    'warning',
    [
      'Tệp này thay cho “{name}” mà “delivery.hosts” sẽ tạo, nên máy chủ không biết địa chỉ cũ nào của các bài.',
      'Chép các dòng cần giữ sang cấu hình máy chủ rồi xóa tệp, hoặc bỏ máy chủ này khỏi “delivery.hosts”.',
    ],
    [
      'This file replaces the “{name}” that “delivery.hosts” would write, so the host does not redirect old addresses.',
      'Move what you need from it into the settings of the host and delete it, or remove the host from “delivery.hosts”.',
    ],
  ),
  'host-files': rule(
    'warning',
    [
      '“{host}” nhận nhiều nhất {most} tệp, mà trang có {count}.',
      'Bớt khổ hình hay định dạng trong “pictures”, bớt nguồn tin trong “feeds”, hoặc chọn máy chủ khác.',
    ],
    [
      '“{host}” accepts at most {most} files, but the site has {count}.',
      'Name fewer widths or formats in “pictures”, fewer feeds in “feeds”, or choose another host.',
    ],
  ),
  'host-file-large': rule(
    'warning',
    [
      '“{host}” nhận tệp đến {most} MB, mà “{output}” có {size} MB.',
      'Đặt tệp ở một máy chủ khác và dẫn liên kết đến đó, hoặc làm tệp nhỏ lại.',
    ],
    [
      '“{host}” accepts files of at most {most} MB, but “{output}” has {size} MB.',
      'Keep the file on another server and link to it there, or make it smaller.',
    ],
  ),
  'host-limit': rule(
    'warning',
    [
      '“{host}” không được báo về {count} địa chỉ cũ hoặc đã bỏ: {reason}.',
      'Với địa chỉ đã chuyển, trang dẫn sang địa chỉ mới vẫn được tạo, nên bạn đọc không mất lối. Bỏ bớt “aliases” không ai hỏi nữa, chọn máy chủ khác, hoặc đặt “host-limit” là “off” trong “rules”.',
    ],
    [
      '{count} addresses that moved or were removed are missing in the file for “{host}”: {reason}.',
      'Redirect pages still work for those that moved. Remove “aliases” that nobody requests any more, choose another host, or set “host-limit” to “off” in “rules”.',
    ],
  ),
  'security-expired': rule(
    'error',
    [
      'Nội dung của security.txt đã quá hạn từ ngày {day}.',
      'Kiểm tra lại các địa chỉ ở “security”, rồi ghi ngày hết hạn mới, cách nay không quá một năm.',
    ],
    [
      'The security.txt has been out of date since {day}.',
      'Check the addresses in “security”, then set a later day, at most a year ahead.',
    ],
  ),
  'generator-failed': rule(
    'error',
    [
      'Hàm tạo trang “{name}” bị lỗi{output, ?: khi tạo tệp {output}}: {reason}.',
      'Sửa hàm ở chỗ này, hoặc bỏ nó khỏi “routes” trong broadsheet.config.ts.',
    ],
    [
      'The generator “{name}” failed{output, ?: at the file {output}}: {reason}.',
      'Fix it here, or remove it from “routes” in broadsheet.config.ts.',
    ],
  ),
  'broken-template': rule(
    'error',
    [
      'Không dùng được mẫu trang: {reason}.',
      'Sửa mẫu trang ở chỗ này; cho đến lúc đó các trang giữ nguyên như trước.',
    ],
    ['The template cannot be used: {reason}.', 'Fix it here; until then the pages stay as they were.'],
  ),
  'style-ignored': rule(
    'warning',
    [
      'Trình duyệt sẽ bỏ qua một phần của bảng kiểu: {reason}.',
      'Sửa bảng kiểu ở chỗ này; thường là thiếu một dấu ngoặc nhọn hay dấu chấm phẩy.',
    ],
    [
      'Browsers will ignore a part of the style sheet: {reason}.',
      'Fix the style sheet here; often a brace or a semicolon is missing.',
    ],
  ),
  'unused-template': rule(
    'warning',
    [
      'Không có gì dùng mẫu này{near, ?:; tên gần nhất trong giao diện mặc định là “{near}”}.',
      'Đặt tên tệp theo mẫu cần thay, hoặc dùng mẫu trong “routes” bằng page().',
    ],
    [
      'Nothing uses this template{near, ?:; the nearest name in the default theme is “{near}”}.',
      'Give the file the name of the template that it should replace, or use it in “routes” with page().',
    ],
  ),
  'words-missing': rule(
    'warning',
    [
      'Tệp chưa có văn bản cho các từ sau, nên các trang dùng từ khác ở chỗ đó, thường là tiếng Anh: {words}.',
      'Viết thêm các từ này; “broadsheet words” của một ngôn ngữ chưa có tệp ghi ra đủ mọi từ kèm chú thích.',
    ],
    [
      'The file lacks these words, so pages show those of another language, mostly English: {words}.',
      'Add them; for a language without a file, “broadsheet words” writes all words with their descriptions.',
    ],
  ),
  'word-unknown': rule(
    'warning',
    [
      'Giao diện không có từ nào tên là “{word}”{near, ?:; tên gần nhất là “{near}”}.',
      'Sửa tên, hoặc bỏ dòng này.',
    ],
    [
      'There is no word “{word}”{near, ?:; the nearest is “{near}”}.',
      'Correct the name, or remove the line.',
    ],
  ),
  'word-placeholder': rule(
    'warning',
    [
      'Trong văn bản của “{word}”, không gì được điền vào {placeholder}: người đọc sẽ thấy nguyên như vậy.',
      'Bỏ chỗ trống đó{expected, ?:, hoặc dùng {expected}}.',
    ],
    [
      'The text of “{word}” has no value for {placeholder}, so readers see it unchanged.',
      'Remove it{expected, ?:, or use {expected}}.',
    ],
  ),
  'words-moved': rule(
    'warning',
    [
      'Tệp này thay toàn bộ words.ts của giao diện; cách đó nay đã lỗi thời, và tiêu đề trang không lấy từ ở đây.',
      'Chuyển từng từ vào “words” của broadsheet.config.ts, hoặc cả ngôn ngữ vào templates/words/<mã>.ts, rồi xóa tệp này.',
    ],
    [
      'This file replaces words.ts of the theme, which is deprecated; titles of pages do not use its words.',
      'Move single words to “words” in broadsheet.config.ts, or a whole language to templates/words/<code>.ts, and remove this file.',
    ],
  ),
  'missing-part': rule(
    'error',
    [
      '“theme.home” dùng templates/{part}, nhưng không có tệp này{near, ?:; gần nhất là “{near}”}.',
      'Tạo tệp này, hoặc bỏ phần đó khỏi “theme.home”.',
    ],
    [
      '“theme.home” uses templates/{part}, which does not exist{near, ?:; the nearest is “{near}”}.',
      'Create that file, or remove the part from “theme.home”.',
    ],
  ),
  'unknown-section': rule(
    'warning',
    [
      '“theme” nêu chuyên mục “{key}”, nhưng không có thư mục này dưới content/{near, ?:; có phải là “{near}”}.',
      'Viết đường dẫn của thư mục chuyên mục, ví dụ “kinh-te/nong-nghiep”.',
    ],
    [
      '“theme” names the section “{key}”, but there is no such folder below content/{near, ?:; did you mean “{near}”}.',
      'Write the path of the folder of a category, such as “kinh-te/nong-nghiep”.',
    ],
  ),
  'unused-tag': rule(
    'warning',
    [
      'Không bài nào có từ khóa mà tệp này giới thiệu.',
      'Đặt tên tệp theo địa chỉ của từ khóa: “_tags/lua.md” cho /tu-khoa/lua/.',
    ],
    [
      'No article has the tag that this file describes.',
      'Name the file after the address of the tag: “_tags/rice.md” for /tags/rice/.',
    ],
  ),
  'translation-twice': rule(
    'warning',
    [
      'Một bài khác cùng ngôn ngữ đã có khóa bản dịch “{key}”: {other}.',
      'Đặt “translationKey” khác cho một trong hai bài; bài này không được nối với bản dịch nào.',
    ],
    [
      'Another article of this language has the translation key “{key}”: {other}.',
      'Give one of them another “translationKey”; this one is not linked to any translation.',
    ],
  ),
  'translation-alone': rule(
    'warning',
    [
      'Không bài nào ở ngôn ngữ khác có khóa bản dịch “{key}”.',
      'Viết khóa như trong bản dịch, hoặc đường dẫn của bản dịch dưới content/; nếu chưa có bản dịch, bỏ “translationKey”.',
    ],
    [
      'No article of another language has the translation key “{key}”.',
      'Write the key that the translation has, or the path of the translation below content/; remove “translationKey” while there is none.',
    ],
  ),
  'translation-of-hidden': rule(
    'warning',
    [
      'Bài này là bản dịch của {other}, mà bạn đọc không xem được: bài ấy đã gỡ, chưa đến giờ đăng hoặc chưa được duyệt.',
      'Gỡ hoặc hoãn bản dịch như bài gốc, nếu nó cũng không được công khai.',
    ],
    [
      'This is a translation of {other}, which readers do not see: it is withdrawn, not yet due or not approved.',
      'Withdraw or hold back the translation too, unless it should be public.',
    ],
  ),
  'theme-contrast': rule(
    'warning',
    [
      'Màu {colour} có độ tương phản quá thấp cho chữ; trang dùng {used}.',
      'Viết {used}, hoặc chọn một màu có độ tương phản ít nhất 4,5:1 với nền.',
    ],
    [
      'The contrast of {colour} is too low for text; the pages use {used}.',
      'Write {used}, or choose a colour with a contrast of at least 4.5:1 to its background.',
    ],
  ),
  'template-failed': rule(
    'error',
    ['Không dựng được trang {output}{others, ?: và {others} trang khác}: {reason}.', 'Sửa mẫu trang này.'],
    ['The page {output}{others, ?: and {others} more} could not be rendered: {reason}.', 'Fix the template.'],
  ),
  'pages-kept': rule(
    'warning',
    [
      'Trang {output}{others, ?: và {others} trang khác} là bản cũ: mẫu trang bị lỗi nên trang giữ nguyên như lần dựng trước.',
      'Sửa mẫu trang rồi dựng lại.',
    ],
    [
      'The page {output}{others, ?: and {others} more} is outdated: its template fails, so the page of an earlier build is kept.',
      'Fix the template and build again.',
    ],
  ),
  'pages-replaced': rule(
    'warning',
    [
      'Trang {output}{others, ?: và {others} trang khác} chỉ còn một dòng thông báo: mẫu trang bị lỗi, và bản cũ cho thấy nội dung không còn được đăng.',
      'Sửa mẫu trang rồi dựng lại.',
    ],
    [
      'The page {output}{others, ?: and {others} more} is replaced by a short notice: its template fails, and the old page shows what is no longer published.',
      'Fix the template and build again.',
    ],
  ),

  // Fields: the page is left out.
  'missing-field': rule(
    'error',
    ['Thiếu trường “{key}”.', 'Thêm “{key}: …” vào phần thông tin đầu tệp.'],
    ['The field “{key}” is missing.', 'Add “{key}: …” to the front matter.'],
  ),
  'wrong-type': rule(
    'error',
    [
      'Trường “{key}” có giá trị không đúng kiểu: cần {expected}, nhưng gặp {found}.',
      'Sửa giá trị của “{key}”{example, ?:, chẳng hạn “{example}”}{near, ?:; có phải bạn muốn viết “{near}”?}.',
    ],
    [
      'The field “{key}” has a value of the wrong type: expected {expected}, found {found}.',
      'Correct the value of “{key}”{example, ?:, for example “{example}”}{near, ?:; did you mean “{near}”?}.',
    ],
  ),
  'address-scheme': rule(
    'error',
    [
      'Trường “{key}”: “{url}” bắt đầu bằng “{scheme}:”, không dùng được trên trang web.',
      'Ghi đường dẫn của tệp, tính từ bài viết, hoặc địa chỉ bắt đầu bằng https://.',
    ],
    [
      'The field “{key}”: “{url}” begins with “{scheme}:”, which a web page cannot use safely.',
      'Write the path of the file, relative to the article, or an address that begins with https://.',
    ],
  ),
  'impossible-date': rule(
    'error',
    [
      'Trường “{key}”: “{value}” không phải là ngày giờ đọc được, hoặc không có ngày giờ đó.',
      'Viết như “2026-11-16 08:30” hoặc “16/11/2026 08:30”.',
    ],
    [
      'The field “{key}”: “{value}” cannot be read as a date, or there is no such date.',
      'Write it as “2026-11-16 08:30” or “16/11/2026 08:30”.',
    ],
  ),
  'held-back': rule(
    'error',
    [
      'Trường “{key}: {value}” giữ bài lại trong các hệ thống khác, nên bài không được đăng.',
      'Viết “status: draft”, hoặc “date” và “expires”, thay cho trường này; để đăng bài thì xóa nó.',
    ],
    [
      'The field “{key}: {value}” holds an article back in other systems, so the article is not published.',
      'Write “status: draft”, or “date” and “expires”, instead of it; to publish the article, remove it.',
    ],
  ),
  'held-back-file': rule(
    'error',
    [
      'Trường “{key}: {value}” giữ trang lại, nên tệp này không được đăng.',
      'Để đăng thì xóa trường này; để giữ lại thì thêm “_” vào đầu tên tệp: chỉ bài viết có trạng thái và ngày đăng.',
    ],
    [
      'The field “{key}: {value}” holds a page back, so this file is not published.',
      'To publish the file, remove the field; to hold it back, begin its name with “_”: only articles have a status and a date.',
    ],
  ),
  'held-back-in-text': rule(
    'error',
    [
      '“{key}: {value}” nằm ở chỗ là chữ chứ không phải trường (đầu nội dung, hoặc trong giá trị của trường khác), nên không giữ bài lại được; tệp không được đăng.',
      'Đưa dòng này vào phần thông tin, giữa hai dòng “---” đầu tiên và sát lề trái; nếu đó là chữ của bài, viết câu khác lên trước.',
    ],
    [
      '“{key}: {value}” is text here, not a field (it is at the beginning of the body or within the value of another field), so it has no effect; the file is not published.',
      'Move the line into the front matter, between the first two lines “---” and at the left margin; if it is meant as text, begin with another sentence.',
    ],
  ),
  'held-back-category': rule(
    'error',
    [
      'Chuyên mục của thư mục content/{category}/ bị giữ lại, nên bài này{others, ?: và {others} bài khác} không được đăng.',
      'Sửa trường giữ trang lại trong tệp _index.md của thư mục, hoặc chuyển bài sang thư mục của một chuyên mục khác.',
    ],
    [
      'The category of the folder content/{category}/ is held back, so this article{others, ?: and {others} more} cannot be published.',
      'Remove the field that holds it back from the _index.md of the folder, or move the articles into the folder of another category.',
    ],
  ),
  'unknown-category': rule(
    'error',
    [
      'Không có chuyên mục “{category}”: thư mục content/{category}/ và các thư mục trên nó không có tệp _index.md, nên bài này{others, ?: và {others} bài khác} không được đăng.',
      'Tạo tệp content/{category}/_index.md với “title: …”, hoặc chuyển bài sang thư mục của một chuyên mục{near, ?: (gần nhất: “{near}”)}.',
    ],
    [
      'There is no category “{category}”: neither the folder content/{category}/ nor one above it has an _index.md, so this article{others, ?: and {others} more} cannot be published.',
      'Create content/{category}/_index.md with “title: …”, or move the articles into the folder of a category{near, ?: (the nearest is “{near}”)}.',
    ],
  ),
  'misspelt-category': rule(
    'error',
    [
      'Không có chuyên mục “{category}”; bài ở lại chuyên mục của thư mục.',
      'Có phải bạn muốn viết “{near}”? Nếu không, tạo tệp content/{category}/_index.md.',
    ],
    [
      'There is no category “{category}”; the article stays in the category of its folder.',
      'Did you mean “{near}”? If not, create content/{category}/_index.md.',
    ],
  ),
  'foreign-category': rule(
    'warning',
    [
      'Không có thư mục nào cho chuyên mục “{category}”{others, ?: (trong tệp này và {others} tệp khác)}; bài ở lại chuyên mục của thư mục.',
      'Đặt “categories.fromFrontMatter” là true trong broadsheet.config.ts để tạo chuyên mục từ các tên này, tạo thư mục với tệp _index.md, hoặc xóa tên.',
    ],
    [
      'There is no folder for the category “{category}”{others, ?: (in this file and {others} more)}; articles stay in the category of their folder.',
      'Set “categories.fromFrontMatter” to true in broadsheet.config.ts to make categories of such names, make a folder with an _index.md, or remove the name.',
    ],
  ),
  'unlikely-year': rule(
    'warning',
    [
      'Năm {year} trong “{key}” có lẽ là lỗi gõ: trước 1800, hoặc hơn 20 năm nữa mới tới.',
      'Sửa năm trong “{key}”, chẳng hạn “2026-11-16 08:30”.',
    ],
    [
      'The year {year} in “{key}” is probably a mistake: it is before 1800, or more than 20 years ahead.',
      'Correct the year in “{key}”, as in “2026-11-16 08:30”.',
    ],
  ),
  'ambiguous-date': rule(
    'error',
    [
      'Ngày này đọc được là {first} hoặc {second}; ngày thứ hai chưa tới, nên bài chưa được đăng.',
      "Viết ngày như “{first}” hoặc “{second}”, hoặc đặt “dates: 'day-first'” hay “dates: 'month-first'” trong broadsheet.config.ts.",
    ],
    [
      'The date can be read as {first} or as {second}, which is in the future, so the article is held back.',
      "Write “{first}” or “{second}”, or set “dates: 'day-first'” or “dates: 'month-first'” in broadsheet.config.ts.",
    ],
  ),
  'ambiguous-end': rule(
    'error',
    [
      'Ngày hết hạn này đọc được là {first} hoặc {second}; ngày thứ nhất đã qua, nên bài không còn được đăng.',
      "Viết ngày như “{first}” hoặc “{second}”, hoặc đặt “dates: 'day-first'” hay “dates: 'month-first'” trong broadsheet.config.ts.",
    ],
    [
      'The end can be read as {first}, which has passed, or as {second}, so the article is no longer published.',
      "Write “{first}” or “{second}”, or set “dates: 'day-first'” or “dates: 'month-first'” in broadsheet.config.ts.",
    ],
  ),
  'ambiguous-field': rule(
    'warning',
    [
      'Ngày trong “{key}” đọc được là {first} hoặc {second}; {counts} được áp dụng.',
      "Viết ngày như “{first}” hoặc “{second}”, hoặc đặt “dates: 'day-first'” hay “dates: 'month-first'” trong broadsheet.config.ts.",
    ],
    [
      'The date in “{key}” can be read as {first} or as {second}; {counts} is used.',
      "Write “{first}” or “{second}”, or set “dates: 'day-first'” or “dates: 'month-first'” in broadsheet.config.ts.",
    ],
  ),
  'duplicate-address': rule(
    'error',
    ['Địa chỉ {address} đã là của {other}.', 'Đổi “slug” hoặc tên tệp của một trong hai.'],
    [
      'The address {address} already belongs to {other}.',
      'Change “slug” or the file name of one of the two.',
    ],
  ),
  'duplicate-output': rule(
    'error',
    [
      'Tệp {output} đã thuộc về {kept}, nên tệp cùng địa chỉ của {left} bị bỏ.',
      'Đổi địa chỉ của một trong hai (“slug”, “aliases” hoặc permalinks).',
    ],
    [
      'The file {output} already belongs to {kept}, so that of {left} is left out.',
      'Change the address of one of them (“slug”, “aliases” or permalinks).',
    ],
  ),
  'bad-output': rule(
    'error',
    ['Tệp “{output}” không thể có tên này trên trang, nên bị bỏ: {reason}.', 'Đổi tên tệp.'],
    ['The file “{output}” cannot have this name on the site and is left out: {reason}.', 'Rename it.'],
  ),
  'slug-path': rule(
    'error',
    [
      '“slug” là “{slug}”, không phải một phần của địa chỉ, nên trang không được đăng.',
      'Viết một tên như “gia-lua”; cả địa chỉ thì viết trong “permalink”, chẳng hạn “permalink: /tin-tuc/gia-lua/”.',
    ],
    [
      'The “slug” is “{slug}”, which is not a single part of an address, so the page is not published.',
      'Write a name such as “rice-prices”; a whole address goes into “permalink”, as in “permalink: /news/rice-prices/”.',
    ],
  ),
  'category-slug': rule(
    'error',
    [
      '“slug” của chuyên mục là “{slug}”, không thể là một phần của địa chỉ, nên chuyên mục giữ địa chỉ theo tên thư mục.',
      'Viết một tên như “kinh-doanh”, không có “/”, không phải “assets” hay “media”; thư mục của chuyên mục con nằm trong thư mục của chuyên mục trên nó.',
    ],
    [
      'The “slug” of the category is “{slug}”, which cannot be a part of its address, so the category keeps the address of its folder.',
      'Write one name such as “business”: without “/”, and not “assets” or “media”. For a subcategory, put the folder into the other one.',
    ],
  ),
  'bad-permalink': rule(
    'error',
    [
      '“permalink” là “{permalink}”, không thể là địa chỉ của một trang, nên trang không được đăng.',
      'Viết một đường dẫn như “/tin-tuc/gia-lua/” hoặc “/tin-tuc/1234.html”: không có “:”, không nằm dưới /assets/ hoặc /media/.',
    ],
    [
      'The “permalink” is “{permalink}”, which cannot be the address of a page, so the page is not published.',
      'Write a path such as “/news/rice-prices/” or “/news/1234.html”: without “:”, and not below /assets/ or /media/.',
    ],
  ),

  'alias-query': rule(
    'warning',
    [
      'Địa chỉ cũ “{alias}” có phần truy vấn sau dấu “?”; một trang tĩnh không trả lời được{host, ?:, “{host}” cũng vậy}, nên ở đó nó bị bỏ qua.',
      'Ghi máy chủ đọc được truy vấn vào “delivery.hosts”, hoặc đặt chuyển hướng ở máy chủ rồi xóa địa chỉ này khỏi “aliases”.',
    ],
    [
      'The old address “{alias}” has a query after its “?”, which no file can answer{host, ?:, nor can “{host}”}; it is left out there.',
      'Name a host that reads queries in “delivery.hosts”, or set a redirect at your web server and remove the address from “aliases”.',
    ],
  ),
  'bad-alias': rule(
    'error',
    [
      'Địa chỉ cũ “{alias}” không thể là địa chỉ của một trang; nó bị bỏ qua.',
      'Viết một đường dẫn như “/tin-tuc/1234.html”: mỗi phần không quá 200 byte, không nằm dưới /assets/ hoặc /media/, không có đuôi của một loại tệp khác.',
    ],
    [
      'The old address “{alias}” cannot be the address of a page; it is left out.',
      'Write a path such as “/news/1234.html”: each part of at most 200 bytes, not below /assets/ or /media/, and without the extension of another kind of file.',
    ],
  ),

  // Approval: the page is left out until somebody approves it.
  'approval-missing': rule(
    'error',
    [
      'Bài ghi “{status}” nhưng không có “approvedBy”, nên chưa được đăng.',
      'Đến lượt biên tập viên của chuyên mục {category}{editors, ?: ({editors})}: đọc duyệt và ghi “approvedBy: …”{alone, ?:; chuyên mục không có ai khác ngoài tác giả, nên thêm biên tập viên vào “editors” trong content/{alone}/_index.md}.',
    ],
    [
      'The article says “{status}” but has no “approvedBy”, so it is not published.',
      'An editor of {category}{editors, ?: ({editors})} has to approve it and add “approvedBy: …”{alone, ?:; all its editors are authors of the article, so add one to “editors” in content/{alone}/_index.md}.',
    ],
  ),
  'approval-not-editor': rule(
    'error',
    [
      'Người duyệt “{name}” không phải là biên tập viên của chuyên mục {category}, nên bài chưa được đăng.',
      'Đến lượt {editors, ?:{editors}, }biên tập viên của chuyên mục; hoặc thêm người duyệt vào “editors” trong content/{folder}/_index.md.',
    ],
    [
      'The approver “{name}” is not an editor of {category}, so the article is not published.',
      '{editors, ?:{editors}, }an editor of the category has to approve it; or add the approver to “editors” in content/{folder}/_index.md.',
    ],
  ),
  'approval-by-author': rule(
    'error',
    [
      'Người duyệt “{name}” cũng là tác giả của bài, nên bài chưa được đăng.',
      'Đến lượt một biên tập viên khác của chuyên mục {category}{editors, ?:: {editors}}{alone, ?:; chuyên mục không có ai khác ngoài tác giả, nên thêm biên tập viên vào “editors” trong content/{alone}/_index.md}.',
    ],
    [
      'The approver “{name}” is an author of the article, so it is not published.',
      'Another editor of {category} has to approve it{editors, ?:: {editors}}{alone, ?:; all its editors are authors of the article, so add one to “editors” in content/{alone}/_index.md}.',
    ],
  ),
  'approval-no-editors': rule(
    'error',
    [
      'Chuyên mục {category} không có biên tập viên nào, nên không ai duyệt được bài này{others, ?: và {others} bài khác}.',
      'Thêm “editors: […]” vào content/{folder}/_index.md hoặc vào chuyên mục cấp trên.',
    ],
    [
      'The category {category} has no editors, so nobody can approve this article{others, ?: and {others} more}.',
      'Add “editors: […]” to content/{folder}/_index.md, or to the category above.',
    ],
  ),
  'approval-unknown-editors': rule(
    'error',
    [
      'Không đọc được ai là biên tập viên của chuyên mục {category}, nên bài này{others, ?: và {others} bài khác} chưa được đăng.',
      'Sửa lỗi trong content/{folder}/_index.md.',
    ],
    [
      'The editors of {category} are unknown because their file cannot be read, so this article{others, ?: and {others} more} cannot be published.',
      'Correct the mistake in content/{folder}/_index.md.',
    ],
  ),
  'approval-unknown-author': rule(
    'error',
    [
      'Một hồ sơ trong content/_authors/ không đọc được, nên không rõ người duyệt “{name}” có phải là tác giả của bài dưới tên khác không; bài chưa được đăng.',
      'Sửa hồ sơ bị lỗi trong content/_authors/.',
    ],
    [
      'A profile in content/_authors/ cannot be read, so the approver “{name}” may be an author of the article under another name; it is not published.',
      'Correct the broken profile in content/_authors/.',
    ],
  ),
  'approval-uncommitted': rule(
    'error',
    [
      'Chưa có commit nào ghi việc duyệt bài này của “{name}”, nên bài chưa được đăng.',
      'Đến lượt {name}: tự ghi trạng thái và commit từ địa chỉ của mình. Nếu kho git là bản sao nông, chạy “git fetch --unshallow”.',
    ],
    [
      'No commit records that “{name}” approved the article, so it is not published.',
      '{name} has to set the status and commit it from their own address. In a shallow clone, run “git fetch --unshallow”.',
    ],
  ),
  'approval-by-other': rule(
    'error',
    [
      'Bài ghi “{name}” đã duyệt, nhưng commit ghi điều đó là của {email}, nên bài chưa được đăng.',
      'Đến lượt {name}: tự commit việc duyệt; hoặc thêm địa chỉ này vào “email” của người duyệt trong content/_authors/.',
    ],
    [
      'The article says that “{name}” approved it, but the commit that says so is from {email}, so it is not published.',
      "{name} has to commit the approval in person; or add that address to the approver's “email” in content/_authors/.",
    ],
  ),

  'changed-after-approval': rule(
    'warning',
    [
      'Sau khi {name} duyệt, {author} đã sửa nội dung bài (commit {commit}) mà không phải là biên tập viên của chuyên mục.',
      'Một biên tập viên đọc lại phần đã sửa; nếu cần, đổi trạng thái rồi duyệt lại.',
    ],
    [
      'After {name} approved the article, {author}, who is no editor of its category, changed the text (commit {commit}).',
      'An editor should read the changes and, if necessary, reset the status and approve the article again.',
    ],
  ),

  // References: the page stays, the reference is dropped.
  'dead-link': rule(
    'error',
    [
      'Liên kết “{url}” không dẫn đến đâu trong trang này; chữ được giữ lại, liên kết bị bỏ.',
      'Sửa đường dẫn{near, ?: (gần nhất: “{near}”)} hoặc bỏ liên kết.',
    ],
    [
      'The link “{url}” leads nowhere on this site; its text is kept without the link.',
      'Correct the path{near, ?: (the nearest is “{near}”)} or remove the link.',
    ],
  ),
  'address-missing': rule(
    'error',
    [
      'Liên kết hoặc hình{text, ?: “{text}”} không có địa chỉ; chữ được giữ lại, phần còn lại bị bỏ.',
      'Ghi địa chỉ trong ngoặc tròn: [chữ](địa-chỉ); nếu không cần, bỏ cả hai cặp ngoặc.',
    ],
    [
      'The link or picture{text, ?: “{text}”} has no address; only its words are kept.',
      'Write the address in the round brackets: [words](address); if none is needed, remove both pairs of brackets.',
    ],
  ),
  'refused-link': rule(
    'warning',
    [
      'Liên kết “{url}” dẫn đến một tệp không được đăng vì lỗi “{rule}”; chữ được giữ lại, liên kết bị bỏ.',
      'Sửa lỗi “{rule}” trong tệp đó.',
    ],
    [
      'The link “{url}” leads to a file that is not published because of “{rule}”; its text is kept without the link.',
      'Fix “{rule}” in that file.',
    ],
  ),
  'missing-picture': rule(
    'error',
    [
      'Không tìm thấy hình “{url}”.',
      'Đặt tệp hình cạnh bài viết, hoặc sửa tên{near, ?: (gần nhất: “{near}”)}.',
    ],
    [
      'The picture “{url}” was not found.',
      'Put the picture beside the article, or correct the name{near, ?: (the nearest is “{near}”)}.',
    ],
  ),
  'broken-picture': rule(
    'error',
    [
      'Không đọc được hình “{url}”{files, ?: (cũng dùng trong {files}}{others, ?: và {others} tệp khác}{files, ?:)}: {reason}.',
      'Mở hình bằng phần mềm sửa ảnh và lưu lại, hoặc thay hình khác.',
    ],
    [
      'The picture “{url}”{files, ?: (also shown by {files}}{others, ?: and {others} more}{files, ?:)} cannot be read: {reason}.',
      'Open it in an image editor and save it again, or replace it.',
    ],
  ),
  'lfs-pointer': rule(
    'error',
    [
      'Tệp “{url}” chỉ là con trỏ Git LFS: nội dung của nó chưa được tải về.',
      'Chạy “git lfs pull”; trong CI, cho bước checkout tải tệp LFS (“lfs: true”). Với hình, có thể dùng kho chung đã có các cỡ của nó (“--store”).',
    ],
    [
      'The file “{url}” is a Git LFS pointer: its content was not fetched.',
      'Run “git lfs pull”; in CI let the checkout fetch such files (“lfs: true”). For a picture, a shared store that has its sizes (“--store”) is enough.',
    ],
  ),
  'missing-attachment': rule(
    'error',
    [
      'Không tìm thấy tệp đính kèm “{url}”.',
      'Đặt tệp cạnh bài viết, hoặc sửa tên{near, ?: (gần nhất: “{near}”)}.',
    ],
    [
      'The attachment “{url}” was not found.',
      'Put the file beside the article, or correct the name{near, ?: (the nearest is “{near}”)}.',
    ],
  ),
  'unknown-related': rule(
    'error',
    ['Không có bài liên quan “{url}”.', 'Sửa đường dẫn hoặc tên bài{near, ?: (gần nhất: “{near}”)}.'],
    ['There is no related article “{url}”.', 'Correct the path or slug{near, ?: (the nearest is “{near}”)}.'],
  ),
  'path-outside': rule(
    'error',
    [
      'Đường dẫn “{url}” ra ngoài thư mục content/; không tệp nào ở ngoài được đọc.',
      'Chép tệp vào content/ và sửa đường dẫn.',
    ],
    [
      'The path “{url}” leads out of content/; files outside it are not read.',
      'Copy the file into content/ and correct the path.',
    ],
  ),

  'attachment-too-large': rule(
    'error',
    [
      'Tệp đính kèm “{url}” có {size} byte, quá giới hạn {limit} byte, nên không được đăng.',
      'Giảm dung lượng tệp, chia nhỏ, hoặc nâng “attachments.limit” trong broadsheet.config.ts.',
    ],
    [
      'The attachment “{url}” has {size} bytes, more than the limit of {limit}, and is not published.',
      'Make it smaller, split it, or raise “attachments.limit” in broadsheet.config.ts.',
    ],
  ),
  'attachment-active': rule(
    'error',
    [
      'Tệp “{url}” có thể chạy mã trong trình duyệt của bạn đọc hoặc trên máy chủ ({format}), nên không được đăng.',
      'Chuyển sang PDF, nén lại, hoặc đặt tệp vào content/_static/ nếu đó là tệp của nhóm kỹ thuật.',
    ],
    [
      "The file “{url}” can run code in the reader's browser or on the server ({format}) and is not published.",
      'Make it a PDF, put it into an archive, or into content/_static/ if it belongs to the web team.',
    ],
  ),
  'private-file': rule(
    'error',
    [
      'Tệp “{url}” chỉ dành cho tòa soạn{real, ?: (liên kết này dẫn đến {real})}, nên không được đăng.',
      'Bỏ chỗ nhắc đến tệp, hoặc chép phần được phép công bố vào một tệp riêng.',
    ],
    [
      'The file “{url}” is for the newsroom only{real, ?: (the link leads to {real})} and is not published.',
      'Remove the reference, or copy the public part into another file.',
    ],
  ),
  'unpublished-file': rule(
    'warning',
    [
      'Tệp “{url}” thuộc về một bài chưa được xuất bản ({folder}), nên cũng không được đăng.',
      'Không cần làm gì nếu bài đó sắp đăng; nếu không, chép tệp ra ngoài thư mục của bài.',
    ],
    [
      'The file “{url}” belongs to an article that is not published ({folder}), so it is not published either.',
      'Nothing, if that article will be published soon; otherwise copy the file out of its folder.',
    ],
  ),
  'unread-text': rule(
    'warning',
    [
      'Có {count} tệp “{what}” trong content/ không được đọc và không bài nào dẫn tới: {names}{more, ?: và {more} tệp nữa}.',
      'Bài viết thì chuyển sang Markdown và đặt đuôi “.md” (chẳng hạn bằng pandoc); tệp cần đăng nguyên trạng thì chuyển vào content/_static/; tệp không dùng thì xóa hoặc để ngoài content/.',
    ],
    [
      'Files “{what}” in content/ are not read, and nothing links to them ({count}): {names}{more, ?: and {more} more}.',
      'Turn articles into Markdown with the extension “.md” (pandoc converts most formats); move files that should be published unchanged to content/_static/, and the rest out of content/.',
    ],
  ),
  'underscore-folder': rule(
    'warning',
    [
      'Có {count} tệp Markdown trong thư mục {what}/ không được đọc, vì tên thư mục bắt đầu bằng “_”: {names}{more, ?: và {more} tệp nữa}.',
      'Để đăng thì chuyển các tệp vào thư mục của một chuyên mục; để giữ lại thì đặt chúng ngoài content/, hoặc viết “status: draft” trong từng bài.',
    ],
    [
      'Markdown files in the folder {what}/ are not read because its name begins with “_” ({count}): {names}{more, ?: and {more} more}.',
      'To publish them, move them into the folder of a category; to hold them back, keep them outside content/, or there with “status: draft”.',
    ],
  ),
  'author-folder': rule(
    'warning',
    [
      'Có {count} tệp Markdown trong {what}/ không được đọc, vì hồ sơ tác giả chỉ được đọc ngay trong content/_authors/: {names}{more, ?: và {more} tệp nữa}.',
      'Chuyển các tệp lên content/_authors/; tên tệp là mã của tác giả.',
    ],
    [
      'Markdown files in {what}/ are not read: profiles of authors have to be in content/_authors/ itself ({count}): {names}{more, ?: and {more} more}.',
      'Move them up into content/_authors/; the name of a file is the id of its author.',
    ],
  ),
  'underscore-file': rule(
    'info',
    [
      'Có {count} tệp Markdown không được đọc, vì tên bắt đầu bằng “_”: {names}{more, ?: và {more} tệp nữa}.',
      'Không cần làm gì nếu đó là ý muốn; nếu không, bỏ “_” ở đầu tên.',
    ],
    [
      'Markdown files whose names begin with “_” are not read ({count}): {names}{more, ?: and {more} more}.',
      'Nothing, if that is intended; otherwise remove the “_” at the beginning.',
    ],
  ),
  'linked-folder': rule(
    'warning',
    [
      'Liên kết tượng trưng này dẫn đến thư mục {real}; liên kết đến thư mục không được đi theo, nên không gì được đăng dưới tên này.',
      'Đặt chính thư mục đó ở đây, hoặc liên kết từng tệp trong đó; nếu không cần thì xóa liên kết.',
    ],
    [
      'This symbolic link leads to the folder {real}. Links to folders are not followed, so nothing is published under this name.',
      'Put the folder itself here, or link its files individually; remove the link if it is not needed.',
    ],
  ),
  'linked-nowhere': rule(
    'error',
    [
      'Liên kết tượng trưng này không dẫn đến đâu, nên không được đăng.',
      'Sửa liên kết để dẫn đến một tệp trong content/, hoặc chép tệp vào đây.',
    ],
    [
      'This symbolic link is broken, so nothing is published under its name.',
      'Point it to a file below content/, or copy the file here.',
    ],
  ),
  'special-file': rule(
    'warning',
    [
      'Đây không phải là tệp hay thư mục thường (mà là ống dẫn, socket hoặc thiết bị), nên không được đọc.',
      'Thay bằng một tệp thường, hoặc chuyển nó ra ngoài content/.',
    ],
    [
      'This is neither a regular file nor a folder, but a pipe, a socket or a device, and is not read.',
      'Replace it by a regular file, or move it out of content/.',
    ],
  ),
  'passed-over': rule(
    'info',
    [
      'Có {count} tệp hoặc thư mục ẩn, tạm hay sao lưu không được đăng: {names}{more, ?: và {more} mục nữa}.',
      'Không cần làm gì nếu đó là ý muốn; nếu không, đổi tên: không bắt đầu bằng dấu chấm, không có đuôi của tệp tạm.',
    ],
    [
      'Hidden files, temporary files and backups are not published ({count}): {names}{more, ?: and {more} more}.',
      'Nothing, if that is intended; otherwise rename them without a leading dot or the extension of a temporary file.',
    ],
  ),
  'private-value': rule(
    'error',
    [
      'Tệp {output} chứa giá trị riêng tư của trường “{key}”, nên không được ghi.',
      'Sửa mẫu trang hoặc phần mở rộng đã đưa giá trị này vào, hay bỏ giá trị khỏi tệp.',
    ],
    [
      'The file {output} contains the private value of “{key}” and was not written.',
      'Fix the template or the generator that wrote it, or remove it from the file.',
    ],
  ),
  'unpublished-link': rule(
    'warning',
    [
      'Liên kết “{url}” dẫn đến một bài chưa được xuất bản; chữ được giữ lại, liên kết bị bỏ.',
      'Không cần làm gì nếu bài đó sắp đăng; nếu không, bỏ liên kết.',
    ],
    [
      'The link “{url}” leads to an article that is not published; its text is kept without the link.',
      'Nothing, if that article will be published soon; otherwise remove the link.',
    ],
  ),
  'expires-before-date': rule(
    'warning',
    [
      'Bài hết hạn lúc {expires}, không sau lúc đăng ({date}), nên không bao giờ được xuất bản.',
      'Sửa “expires” hoặc “date”; “expires” chỉ có ngày là lúc 0 giờ ngày đó.',
    ],
    [
      'The article expires at {expires}, not after its publication ({date}), so it is never published.',
      'Correct “expires” or “date”; “expires” without a time is midnight at the beginning of that day.',
    ],
  ),

  // Warnings: nothing is left out.
  'unknown-key': rule(
    'warning',
    [
      'Trường “{key}” không có trong kiểu nội dung{others, ?: (trong tệp này và {others} tệp khác)}.',
      'Xóa trường này{near, ?:, hoặc có phải bạn muốn viết “{near}”?}{extra, ?:; dữ liệu riêng đặt dưới “extra”}.',
    ],
    [
      'The field “{key}” is not part of the content type{others, ?: (in this file and {others} more)}.',
      'Remove it{near, ?:, or did you mean “{near}”?}{extra, ?:; data of your own goes under “extra”}.',
    ],
  ),
  'other-name': rule(
    'warning',
    [
      'Trường “{key}” không được đọc{others, ?: (trong tệp này và {others} tệp khác)}; ở đây nó có tên là “{ours}”.',
      "Viết “{ours}” thay cho “{key}”, hoặc thêm “'{key}': '{ours}'” vào “keys” trong broadsheet.config.ts.",
    ],
    [
      'The field “{key}” is not read{others, ?: (in this file and {others} more)}; here its name is “{ours}”.',
      "Write “{ours}” instead of “{key}”, or add “'{key}': '{ours}'” to “keys” in broadsheet.config.ts.",
    ],
  ),
  'not-indented': rule(
    'warning',
    [
      '“{key}” nằm sát lề trái dưới “{field}:”, nên không thuộc về “{field}”.',
      'Thụt “{key}” và các dòng cùng nhóm vào hai dấu cách dưới “{field}:”.',
    ],
    [
      '“{key}” is at the left margin below “{field}:”, so it is not part of “{field}”.',
      'Indent “{key}”, and the lines that go with it, by two spaces below “{field}:”.',
    ],
  ),
  'text-cut': rule(
    'warning',
    [
      'Trong “{key}”, YAML bỏ “{cut}”: dấu “#” sau dấu cách mở đầu một ghi chú.',
      'Nếu đó là chữ của bài, đặt cả giá trị trong ngoặc kép: {quoted}.',
    ],
    [
      'YAML leaves “{cut}” out of “{key}”: “#” after a space begins a comment.',
      'If the words are meant, put the whole value in quotes: {quoted}.',
    ],
  ),
  'comma-list': rule(
    'info',
    [
      '“{key}” được viết thành một dòng có dấu phẩy, và được hiểu là danh sách {count} mục.',
      'Viết rõ danh sách: “{key}: {list}”; một tên có dấu phẩy thì đặt trong ngoặc vuông và ngoặc kép.',
    ],
    [
      '“{key}” is one text with commas, and was read as a list of {count}.',
      'Write the list: “{key}: {list}”; put a name that contains a comma in square brackets and quotes.',
    ],
  ),
  'typographic-quotes': rule(
    'info',
    [
      'Dấu ngoặc “…” quanh giá trị của “{key}” không phải là dấu ngoặc của YAML; giá trị được đọc không có chúng.',
      'Bỏ dấu ngoặc, hoặc dùng dấu thẳng "…".',
    ],
    [
      'The marks “…” around the value of “{key}” are not YAML quotes; the value is read without them.',
      'Leave them out, or write straight ones: "…".',
    ],
  ),
  'author-fields': rule(
    'info',
    [
      'Tác giả được viết thành đối tượng; chỉ tên được đọc{keys, ?:, không đọc {keys}}.',
      'Chỉ viết tên: “authors: [Minh Khang, Lan Anh]”; chức danh và ảnh của tác giả để trong content/_authors/.',
    ],
    [
      'The authors are written as objects; only their names are read{keys, ?:, not {keys}}.',
      'Write only the names: “authors: [Minh Khang, Lan Anh]”; role and picture of an author belong into content/_authors/.',
    ],
  ),
  'foreign-key': rule(
    'warning',
    [
      'Trường “{key}” của các hệ thống khác không được đọc ở đây; “{value}” không giữ gì lại.',
      'Xóa trường này{article, ?:; trạng thái của bài viết trong “{article}”}.',
    ],
    [
      'The field “{key}” of other systems is not read here; “{value}” holds nothing back.',
      'Remove it{article, ?:; the state of an article is its “{article}”}.',
    ],
  ),
  'foreign-date': rule(
    'warning',
    [
      'Trường “{key}” của các hệ thống khác được hiểu là “{ours}”; trong các ngày cùng loại, ngày chặt nhất được áp dụng.',
      'Viết “{ours}: {value}” thay cho “{key}”.',
    ],
    [
      'The field “{key}” of other systems is read as “{ours}”; of several such dates the strictest is used.',
      'Write “{ours}: {value}” instead of “{key}”.',
    ],
  ),
  'foreign-link': rule(
    'warning',
    [
      'Trường “{key}” của các hệ thống khác được hiểu là “link”, vì bài không có nội dung: danh sách dẫn thẳng đến địa chỉ đó.',
      'Viết “link: {value}” thay cho “{key}”; nếu bài phải có trang riêng thì viết nội dung.',
    ],
    [
      'The field “{key}” of other systems is read as “link”, since the article has no text: lists point to that address.',
      'Write “link: {value}” instead of “{key}”; if the article should have its own page, write its text.',
    ],
  ),
  'empty-body': rule(
    'warning',
    [
      'Không có nội dung: trang được đăng chỉ có tiêu đề.',
      'Viết nội dung dưới dòng “---”, hoặc thêm “status: draft”; nếu bài ở trang khác thì thêm “link: https://…”.',
    ],
    [
      'There is no text: the page is published with only its title.',
      'Write the text below the line “---”, or add “status: draft”; an article on another site has “link: https://…”.',
    ],
  ),
  'title-repeated': rule(
    'info',
    [
      'Nội dung bắt đầu bằng chính tiêu đề “{title}”, vốn đã đứng trên bài, nên đề mục đó bị bỏ.',
      'Xóa đề mục đó khỏi nội dung.',
    ],
    [
      'The text begins with its title, “{title}”, which is already shown above it, so the heading is left out.',
      'Remove the heading from the text.',
    ],
  ),
  'unusable-character': rule(
    'warning',
    [
      'Có ký tự {character}, không trang web nào chứa được; “\uFFFD” thế chỗ mọi ký tự như vậy.',
      'Xóa ký tự đó; thường nó do chép từ chương trình khác mà ra.',
    ],
    [
      'The character {character} is not allowed in web pages; “\uFFFD” replaces each such character.',
      'Remove it; it often comes from copying out of another program.',
    ],
  ),
  'foreign-markup': rule(
    'warning',
    [
      '“{found}” là cách viết của hệ thống khác, không phải Markdown; bạn đọc thấy nguyên văn như vậy.',
      'Viết lại bằng Markdown{plugin, ?:, hoặc thêm phần mở rộng {plugin} vào “markdown.remarkPlugins”}{heading, ?: và viết đề mục “{heading}” ở chỗ này}; nếu đó đúng là chữ của bài, thêm “\\” phía trước{key, ?:. Nhưng “{key}” là chữ thường, không dùng được cả hai: xóa nó ở đây, hoặc viết “&#123;” thay cho ngoặc nhọn và “&#91;” thay cho ngoặc vuông nếu đó đúng là chữ của bài}.',
    ],
    [
      '“{found}” is markup of another system, not Markdown; readers see it as typed.',
      'Write it in Markdown{plugin, ?:, or add the plugin {plugin} to “markdown.remarkPlugins”}{heading, ?: and write the heading “{heading}” in its place}; if it is meant as text, put “\\” in front{key, ?:. But “{key}” is plain text and takes neither: remove it here, or write “&#123;” for a brace and “&#91;” for a bracket that is meant}.',
    ],
  ),
  'table-too-large': rule(
    'warning',
    [
      'Các bảng của bài có hơn {limit} ô (hàng ngắn cũng được tính đủ số cột), nên từ bảng này trở đi hiện như chữ thường.',
      'Chia bảng, hoặc đính kèm bảng tính và dẫn liên kết đến nó.',
    ],
    [
      'The tables of the document have more than {limit} cells (short rows count with all columns), so from this one on they are shown as plain text.',
      'Split the table, or attach a spreadsheet and link to it.',
    ],
  ),
  'field-in-body': rule(
    'warning',
    [
      'Nội dung bắt đầu bằng “{key}:”, là tên một trường, nhưng ở đây chỉ là chữ và được đăng.',
      'Nếu là trường, đưa nó lên trước dòng “---” kết thúc phần thông tin.',
    ],
    [
      'The body begins with “{key}:”, the name of a field; here it is only text, and is published.',
      'If it is a field, move it above the line “---” that ends the front matter.',
    ],
  ),
  'alt-missing': rule(
    'warning',
    [
      'Hình “{url}” không có lời mô tả cho người không nhìn thấy hình.',
      'Viết lời mô tả trong ngoặc vuông: ![lời mô tả](hình.jpg); trong thẻ HTML: alt="lời mô tả".',
    ],
    [
      'The picture “{url}” has no alternative text.',
      'Describe it in the square brackets: ![description](picture.jpg); in an HTML tag: alt="description".',
    ],
  ),
  'alt-file-name': rule(
    'warning',
    ['Lời mô tả của hình “{url}” là một tên tệp: “{alt}”.', 'Viết điều người ta thấy trong hình.'],
    ['The alternative text of “{url}” is a file name: “{alt}”.', 'Describe the picture.'],
  ),
  'remote-picture': rule(
    'info',
    [
      'Hình “{url}” ở máy chủ khác: được giữ nguyên, không đổi cỡ.',
      'Tải hình về đặt cạnh bài viết để trang tự phục vụ.',
    ],
    [
      'The picture “{url}” is on another server and is not copied.',
      'Save it beside the article, so that the site serves it itself.',
    ],
  ),
  'dead-anchor': rule(
    'warning',
    ['Liên kết “{url}”: trang có thật, nhưng không có mục “#{anchor}”.', 'Sửa phần sau dấu #.'],
    ['The link “{url}”: the page exists, but it has no heading “#{anchor}”.', 'Correct the part after #.'],
  ),
  'html-removed': rule(
    'warning',
    [
      '{what} không được phép ở đây, nên bạn đọc không thấy phần này của bài.',
      'Thay bằng liên kết, hình, Markdown hoặc thẻ HTML được phép.',
    ],
    [
      '{what} is not allowed here, so readers do not see this part of the text.',
      'Put a link, a picture, Markdown or HTML that is allowed in its place.',
    ],
  ),
  'hidden-text': rule(
    'warning',
    [
      '{what} giấu nội dung bên trong, nên nội dung ấy bị bỏ, không được đăng.',
      'Xóa phần đó khỏi bài; nếu cần cho bạn đọc thấy thì bỏ thuộc tính giấu nó.',
    ],
    [
      '{what} hides its content, which is left out and not published.',
      'Remove it from the text; if readers should see it, remove what hides it.',
    ],
  ),
  // Blocks: their words stay.
  'block-unknown': rule(
    'error',
    [
      'Không có khối nào tên “{name}”; chữ bên trong được giữ lại.',
      'Sửa tên khối{near, ?: (gần nhất: “{near}”)}; các khối có sẵn: docs/blocks.md. Nếu đó đúng là chữ của bài, thêm “\\” phía trước.',
    ],
    [
      'There is no block “{name}”; its content is kept as text.',
      'Correct the name{near, ?: (the nearest is “{near}”)}; docs/blocks.md lists all blocks. If it is meant as text, put “\\” in front.',
    ],
  ),
  'block-form': rule(
    'error',
    [
      'Khối viết theo cách của công cụ khác nên hiện như chữ thường.',
      'Viết “{form}”: tên liền sau dấu hai chấm, tiêu đề trong ngoặc vuông, thuộc tính trong ngoặc nhọn.',
    ],
    [
      'The block is in the syntax of another tool, so it is shown as plain text.',
      'Write “{form}”: the name directly after the colons, the title in brackets, attributes in braces.',
    ],
  ),
  'block-unclosed': rule(
    'error',
    [
      'Khối “{name}” mở ở đây nhưng không được đóng, nên nó kéo đến hết phần chứa nó.',
      'Thêm “{fence}” ở một dòng riêng sau nội dung của khối; khối bao ngoài khối khác cần nhiều dấu hai chấm hơn (“{around}”).',
    ],
    [
      'The block “{name}” is opened here but not closed, so it continues to the end of its container.',
      'Add “{fence}” on its own line after the content; a block around another one needs more colons (“{around}”).',
    ],
  ),
  'block-too-deep': rule(
    'error',
    [
      'Khối này nằm trong hơn {limit} khối khác, nên hiện như chữ thường.',
      'Đóng các khối phía trên, hoặc bớt tầng.',
    ],
    [
      'This block is inside more than {limit} others, so it is shown as plain text.',
      'Close the blocks above, or use fewer levels.',
    ],
  ),
  'block-attribute': rule(
    'error',
    [
      'Khối “{name}” không có thuộc tính “{attribute}”, nên nó bị bỏ.',
      'Sửa tên{near, ?: (gần nhất: “{near}”)} hoặc xóa nó{known, ?:; khối này có: {known}}.',
    ],
    [
      'The block “{name}” has no attribute “{attribute}”; it is left out.',
      'Correct the name{near, ?: (the nearest is “{near}”)} or remove it{known, ?:; the block has: {known}}.',
    ],
  ),
  'block-value': rule(
    'error',
    [
      'Thuộc tính “{attribute}” không thể là “{value}”, nên nó bị bỏ.',
      'Ghi {values, ?:một trong các giá trị {values}}{near, ?: (gần nhất: “{near}”)}{number, ?:một số}{least, ?:, ít nhất {least}}{most, ?:, nhiều nhất {most}}{formats, ?:một tệp {formats}}{flag, ?:chỉ tên thuộc tính, không có giá trị}{address, ?:đường dẫn của một trang}{service, ?:địa chỉ một trang của {service}}.',
    ],
    [
      'The attribute “{attribute}” cannot be “{value}”; it is left out.',
      'Write {values, ?:one of {values}}{near, ?: (the nearest is “{near}”)}{number, ?:a number}{least, ?:, at least {least}}{most, ?:, at most {most}}{formats, ?:a file {formats}}{flag, ?:the name alone, without a value}{address, ?:the address of a page}{service, ?:the address of a page of {service}}.',
    ],
  ),
  'block-needs': rule(
    'error',
    [
      'Khối “{name}” thiếu {attribute}, nên không hiện được; chữ bên trong được giữ lại.',
      'Thêm {attribute}{form, ?:, chẳng hạn {form}}.',
    ],
    [
      'The block “{name}” lacks {attribute} and cannot be shown; its content is kept as text.',
      'Add {attribute}{form, ?:, as in {form}}.',
    ],
  ),
  'missing-media': rule(
    'error',
    ['Không tìm thấy tệp “{url}”.', 'Đặt tệp cạnh bài viết, hoặc sửa tên{near, ?: (gần nhất: “{near}”)}.'],
    [
      'The file “{url}” was not found.',
      'Put the file beside the article, or correct the name{near, ?: (the nearest is “{near}”)}.',
    ],
  ),
  'media-large': rule(
    'warning',
    [
      'Tệp “{url}” có {size} byte, quá “media.limit” ({limit} byte): nhiều máy chủ không nhận tệp lớn, và bạn đọc phải chờ lâu.',
      'Nén lại (H.264, 720p), đăng lên một dịch vụ và dùng khối embed, hoặc nâng “media.limit” trong broadsheet.config.ts.',
    ],
    [
      'The file “{url}” has {size} bytes, more than “media.limit” ({limit}): many hosts refuse large files, and readers wait.',
      'Compress it (H.264, 720p), publish it on a service and use the block embed, or raise “media.limit” in broadsheet.config.ts.',
    ],
  ),
  'broken-rows': rule(
    'error',
    [
      'Không đọc được bảng số liệu “{url}”{empty, ?:: tệp không có dòng nào}{encoding, ?:: tệp không phải UTF-8}{limit, ?:: quá {limit} ô}.',
      'Lưu bảng tính ở dạng “CSV UTF-8”, dòng đầu là tên cột{limit, ?:, và bớt số dòng}.',
    ],
    [
      'The table of data “{url}” cannot be read{empty, ?:: the file has no rows}{encoding, ?:: the file is not UTF-8}{limit, ?:: more than {limit} cells}.',
      'Save the sheet as “CSV UTF-8” with the column names first{limit, ?:, with fewer rows}.',
    ],
  ),
  'iframe-embedded': rule(
    'info',
    [
      'Khung HTML của {service} được đổi thành khối embed; bạn đọc bấm mới tải.',
      'Không bắt buộc; có thể viết gọn hơn: “{form}”.',
    ],
    [
      'A frame of {service} in HTML was converted to the block embed, which readers load by a click.',
      'Nothing has to be done; “{form}” is shorter.',
    ],
  ),
  'embed-disabled': rule(
    'info',
    [
      '{service} không có trong “embeds” của broadsheet.config.ts, nên ở đây chỉ có liên kết đến nội dung đó.',
      'Nhóm kỹ thuật thêm “{option}” vào “embeds”, và “{origin}” vào “frame-src” của máy chủ.',
    ],
    [
      '{service} is not in “embeds” of broadsheet.config.ts, so a link is shown instead.',
      "Ask the web team to add “{option}” to “embeds”, and “{origin}” to the host's “frame-src”.",
    ],
  ),
  'html-reduced': rule(
    'info',
    [
      'HTML không có tác dụng ở đây đã được bỏ, chữ vẫn giữ nguyên: {what}.',
      'Không cần làm gì; cách trình bày là việc của mẫu trang.',
    ],
    [
      'HTML without effect was left out, the words are kept: {what}.',
      'Nothing; the theme decides how texts look.',
    ],
  ),
  'bad-focus': rule(
    'warning',
    [
      '“{value}” không phải là một điểm trên hình, nên hình được cắt quanh điểm giữa.',
      'Viết “focus” như “60% 30%” (từ trái, từ trên) hoặc “left top”.',
    ],
    [
      '“{value}” is not a point of a picture, so crops keep the middle.',
      'Write “focus” as “60% 30%” (from the left, from the top) or “left top”.',
    ],
  ),
  'updated-early': rule(
    'warning',
    ['Bài ghi cập nhật lúc {updated}, trước lúc xuất bản {date}.', 'Sửa “updated” hoặc “date”.'],
    [
      'The article says that it was updated at {updated}, before it was published at {date}.',
      'Correct “updated” or “date”.',
    ],
  ),
  'link-content': rule(
    'warning',
    [
      'Bài có “link” nên không có trang riêng: nội dung và tệp đính kèm của nó không hiện ở đâu.',
      'Xóa “link” để đăng bài, hoặc xóa nội dung và “attachments”.',
    ],
    [
      'The article has a “link” and therefore no page: its text and attachments are not shown.',
      'Remove “link” to publish them, or remove the text and “attachments”.',
    ],
  ),
  'related-self': rule(
    'warning',
    ['“related” ghi chính bài này (“{url}”), nên mục đó bị bỏ qua.', 'Xóa mục đó khỏi “related”.'],
    ['“related” names this article itself (“{url}”), so the entry is left out.', 'Remove it from “related”.'],
  ),
  'link-scheme': rule(
    'warning',
    [
      '“{url}” bắt đầu bằng “{scheme}:”, không dùng được trên trang web; chữ được giữ lại, liên kết bị bỏ.',
      'Dùng địa chỉ bắt đầu bằng https://, http://, mailto: hoặc tel:.',
    ],
    [
      '“{url}” begins with “{scheme}:”, which a web page cannot use safely; its words are kept without the link.',
      'Use an address that begins with https://, http://, mailto: or tel:.',
    ],
  ),
  'plugin-message': rule(
    'warning',
    ['{plugin, ?:{plugin}: }{reason}.', 'Xem tài liệu của phần mở rộng đó.'],
    ['{plugin, ?:{plugin}: }{reason}.', 'See the documentation of that plugin.'],
  ),
  'shallow-clone': rule(
    'warning',
    [
      'Kho git là bản sao nông, không có đủ lịch sử: các trang không ghi ngày cập nhật và phiên bản.',
      'Chạy “git fetch --unshallow” trước khi dựng trang (GitHub Actions: “fetch-depth: 0”), hoặc đặt “history: false”.',
    ],
    [
      'The git clone is shallow and lacks the history: pages do not show updates and versions.',
      'Run “git fetch --unshallow” before the build (GitHub Actions: “fetch-depth: 0”), or set “history: false”.',
    ],
  ),
  'git-unreadable': rule(
    'warning',
    [
      'Không đọc được lịch sử git: {reason}.',
      'Cài git, sửa kho git (thường là “git config --global --add safe.directory …”), hoặc đặt “history: false”.',
    ],
    [
      'The git history cannot be read: {reason}.',
      'Install git, repair the repository (often “git config --global --add safe.directory …”), or set “history: false”.',
    ],
  ),
  'broken-views': rule(
    'warning',
    [
      'Không đọc được số lượt xem trong {file}: {reason}.',
      'Lấy lại bản trước của tệp từ git, hoặc xóa tệp và chạy lại “broadsheet views import”.',
    ],
    [
      'The numbers of readers in {file} cannot be read: {reason}.',
      'Restore the last version of the file from git, or delete it and run “broadsheet views import” again.',
    ],
  ),
  'unknown-author': rule(
    'warning',
    [
      'Không có tác giả “{name}” trong content/_authors/.',
      'Sửa tên{near, ?: (gần nhất: “{near}”)}, hoặc thêm tệp cho tác giả.',
    ],
    [
      'There is no author “{name}” in content/_authors/.',
      'Correct the name{near, ?: (the nearest is “{near}”)}, or add a file for the author.',
    ],
  ),

  // Editorial advice, only from `check`.
  'alt-is-caption': rule(
    'warning',
    [
      'Lời mô tả của hình “{url}” giống hệt chú thích, nên người nghe trang phải nghe hai lần.',
      'Mô tả điều người ta thấy trong hình, và để chú thích nói điều hình không cho thấy.',
    ],
    [
      'The alternative text of “{url}” is the same as its caption, so screen readers read it twice.',
      'Describe what is seen, and use the caption for what the picture does not show.',
    ],
  ),
  'lead-alt': rule(
    'warning',
    [
      'Hình đại diện “{url}” không có lời mô tả{alt, ?: (“{alt}” là một tên tệp)}.',
      'Dưới “image:” viết “src: …” và “alt: …” với điều người ta thấy trong hình.',
    ],
    [
      'The lead picture “{url}” has no alternative text{alt, ?: (“{alt}” is a file name)}.',
      'Under “image:” write “src: …” and “alt: …” with what is seen in the picture.',
    ],
  ),
  'picture-narrow': rule(
    'warning',
    [
      'Hình “{url}” chỉ rộng {width} điểm ảnh, hẹp hơn chỗ của nó trong bài ({place}).',
      'Dùng bản gốc lớn hơn của hình.',
    ],
    [
      'The picture “{url}” is only {width} pixels wide, narrower than its place in the article ({place}).',
      'Use a larger original of it.',
    ],
  ),
  'headline-long': rule(
    'warning',
    [
      'Tiêu đề dài {length} ký tự; quá {limit} ký tự, công cụ tìm kiếm và mạng xã hội cắt bớt.',
      'Rút ngắn tiêu đề, và đưa phần còn lại vào “summary”.',
    ],
    [
      'The headline has {length} characters; beyond {limit} search engines and social networks cut it off.',
      'Shorten it, and put the rest into “summary”.',
    ],
  ),
  'summary-missing': rule(
    'warning',
    [
      'Bài viết không có tóm tắt; danh sách và công cụ tìm kiếm hiện phần đầu của bài.',
      'Thêm “summary: …” gồm một hoặc hai câu.',
    ],
    [
      'The article has no summary; lists and search engines show the beginning of the text.',
      'Add “summary: …” of one or two sentences.',
    ],
  ),
  'heading-skipped': rule(
    'warning',
    [
      'Đề mục “{found}” bỏ qua một cấp: ở đây cần “{expected}”.',
      'Dùng đúng cấp; cỡ chữ là việc của mẫu trang.',
    ],
    [
      'The heading “{found}” skips a level: “{expected}” is expected here.',
      'Use the right level; the theme decides how large it looks.',
    ],
  ),
  'link-text': rule(
    'warning',
    [
      'Chữ của liên kết, “{text}”, không nói liên kết dẫn đến đâu.',
      'Đặt liên kết vào những chữ gọi tên trang đích, như tên của bài viết.',
    ],
    [
      'The words of the link, “{text}”, do not say where it leads.',
      'Put the link on words that name its target, such as the title of an article.',
    ],
  ),
  'link-wordless': rule(
    'warning',
    [
      'Liên kết đến “{url}” không có chữ nào, nên người nghe trang và người dùng bàn phím không biết nó là gì.',
      'Viết tên trang đích trong ngoặc vuông: [tên bài](địa-chỉ).',
    ],
    [
      'The link to “{url}” has no words, so users of screen readers and keyboards cannot tell what it is.',
      'Name its target in the square brackets: [title of the article](address).',
    ],
  ),
  'tag-variant': rule(
    'warning',
    [
      'Từ khóa “{tag}” chỉ khác “{other}” ở chữ hoa hoặc dấu.',
      'Nếu cùng một từ, viết thống nhất: “{other}”. Nếu là hai từ khác nhau, giữ nguyên: mỗi từ có trang riêng.',
    ],
    [
      'The tag “{tag}” differs from “{other}” in case or diacritics only.',
      'If it is the same word, write “{other}” everywhere. If they are two words, keep both: each has its own page.',
    ],
  ),
  'legacy-encoding': rule(
    'warning',
    [
      'Chữ được gõ bằng bảng mã cũ {encoding} (ví dụ “{word}”), không đọc được nếu thiếu phông chữ đó.',
      'Chuyển văn bản sang Unicode, chẳng hạn bằng công cụ chuyển mã của UniKey.',
    ],
    [
      'The text is in the legacy encoding {encoding} (for example “{word}”), unreadable without its font.',
      'Convert it to Unicode, for example with the converter of UniKey.',
    ],
  ),
  'text-nfd': rule(
    'warning',
    [
      'Dấu được gõ rời khỏi chữ cái (Unicode NFD), số dòng: {count}. Không tìm kiếm được.',
      'Lưu tệp ở dạng Unicode dựng sẵn (NFC).',
    ],
    [
      'Letters and marks are separate characters (Unicode NFD); lines: {count}. Searches do not find the words.',
      'Save the file in composed form (NFC).',
    ],
  ),
  'doubled-word': rule(
    'warning',
    ['Từ “{word}” được viết hai lần liền nhau.', 'Xóa một từ.'],
    ['The word “{word}” is written twice in a row.', 'Remove one of them.'],
  ),
  'space-missing': rule(
    'warning',
    ['Thiếu dấu cách sau dấu kết câu: “{words}”.', 'Thêm một dấu cách.'],
    ['There is no space after the end of the sentence: “{words}”.', 'Add a space.'],
  ),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof catalogue;
