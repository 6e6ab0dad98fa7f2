import type { MessageLanguage } from '../diagnostics/phrases.ts';
import type { Difference } from '../royalties/ledger.ts';
import type { RoyaltyProblem } from '../royalties/royalties.ts';

const vi = {
  royaltyColumns: [
    'tháng',
    'tác giả',
    'mã',
    'ngày đăng',
    'tệp',
    'đầu đề',
    'loại',
    'số trang',
    'số ảnh',
    'phần',
    'số tiền',
  ],
  statusColumns: ['trạng thái', 'số ngày', 'đến lượt', 'tệp', 'đầu đề', 'chuyên mục', 'ngày', 'lỗi'],
  translationColumns: ['ngôn ngữ', 'tình trạng', 'tệp', 'đầu đề', 'thay đổi', 'bản dịch'],
  language: 'Ngôn ngữ',
  changed: 'Thay đổi',
  translation: 'Bản dịch',
  translations: { missing: 'chưa dịch', outdated: 'cũ hơn bài gốc', alone: 'khóa không khớp' },
  allTranslated: 'Mọi bài đều đã có bản dịch mới.',
  oneLanguage: 'Trang chỉ có một ngôn ngữ: khai báo “languages” trong broadsheet.config.ts.',
  status: 'Trạng thái',
  days: 'Ngày',
  turn: 'Đến lượt',
  category: 'Chuyên mục',
  article: 'Bài viết',
  file: 'Tệp',
  nobody: '–',
  none: 'Chưa có bài viết nào.',
  standings: {
    draft: 'nháp',
    rejected: 'trả lại',
    pending: 'chờ duyệt',
    unapproved: 'duyệt chưa hợp lệ',
    broken: 'có lỗi',
    scheduled: 'hẹn đăng',
    published: 'đã đăng',
    expired: 'hết hạn',
    withdrawn: 'đã gỡ',
  },
  author: 'Tác giả',
  date: 'Ngày đăng',
  type: 'Loại',
  pages: 'Trang',
  photos: 'Ảnh',
  share: 'Phần',
  total: 'Tổng cộng',
  sum: (count: number) => `Cộng ${count} bài`,
  types: {
    news: 'Tin',
    feature: 'Phóng sự',
    interview: 'Phỏng vấn',
    analysis: 'Phân tích',
    photo: 'Ảnh',
    video: 'Video',
    announcement: 'Thông báo',
    document: 'Văn bản',
  },
  difference: (closed: string, today: string) => `sổ đã chốt ghi ${closed}, nay tính ra ${today}`,
  moved: (closed: string, today: string, month: string) =>
    `sổ đã chốt ghi ${closed}, nay bài thuộc tháng ${month}${today === closed ? '' : ` và tính ra ${today}`}; tháng đó không trả lại`,
  paidIn: (amount: string, month: string) => `đã trả ${amount} trong tháng ${month}, không trả lại`,
  paidTwice: (amount: string, month: string) =>
    `đã trả ${amount} trong tháng ${month}, sổ này trả thêm lần nữa`,
  renamed: (from: string) => `tệp đã đổi tên, khi chốt là ${from}`,
  closed: (month: string, file: string) => `Đã chốt tháng ${month}: ${file}`,
  closedBefore: (month: string, file: string) =>
    `tháng ${month} đã chốt trong ${file}: sổ đã chốt không tính lại`,
  notClosed: 'Chưa chốt: sửa các bài ghi ở trên trước.',
  notOver: (month: string) => `tháng ${month} chưa hết: chốt sổ sau khi hết tháng`,
  noAuthor: (name: string, near?: string) =>
    `không có tác giả “${name}”${near === undefined ? '' : ` (gần nhất: “${near}”)`}`,
  severalAuthors: (name: string, ids: string) => `nhiều tác giả có tên “${name}”: ghi rõ một mã trong ${ids}`,
};
type ReportWords = typeof vi;
const en: ReportWords = {
  royaltyColumns: [
    'month',
    'author',
    'id',
    'date',
    'path',
    'title',
    'type',
    'pages',
    'photos',
    'share',
    'amount',
  ],
  statusColumns: ['status', 'days', 'turn', 'path', 'title', 'category', 'date', 'mistake'],
  translationColumns: ['language', 'state', 'file', 'headline', 'changed', 'translation'],
  language: 'Language',
  changed: 'Changed',
  translation: 'Translation',
  translations: { missing: 'not translated', outdated: 'older than its original', alone: 'key of no other' },
  allTranslated: 'Every article has a current translation.',
  oneLanguage: 'The site has one language: name others in “languages” of broadsheet.config.ts.',
  status: 'Status',
  days: 'Days',
  turn: 'Turn of',
  category: 'Category',
  article: 'Article',
  file: 'File',
  nobody: '–',
  none: 'There are no articles yet.',
  standings: {
    draft: 'draft',
    rejected: 'rejected',
    pending: 'pending',
    unapproved: 'approval does not count',
    broken: 'has a mistake',
    scheduled: 'scheduled',
    published: 'published',
    expired: 'expired',
    withdrawn: 'withdrawn',
  },
  author: 'Author',
  date: 'Date',
  type: 'Type',
  pages: 'Pages',
  photos: 'Photos',
  share: 'Share',
  total: 'Total',
  sum: (count) => `Sum of ${count}`,
  types: {
    news: 'News',
    feature: 'Feature',
    interview: 'Interview',
    analysis: 'Analysis',
    photo: 'Photos',
    video: 'Video',
    announcement: 'Notice',
    document: 'Document',
  },
  difference: (closed, today) => `the closed ledger says ${closed}, today it would be ${today}`,
  moved: (closed, today, month) =>
    `the closed ledger says ${closed}, today the article is of ${month}${today === closed ? '' : ` and would be ${today}`}; it is not paid again there`,
  paidIn: (amount, month) => `already paid in ${month}: ${amount}, not paid again`,
  paidTwice: (amount, month) => `already paid in ${month}: ${amount}, this ledger pays it again`,
  renamed: (from) => `the file has another name, it was closed as ${from}`,
  closed: (month, file) => `Closed ${month}: ${file}`,
  closedBefore: (month, file) => `${month} was closed in ${file}: a closed ledger is not worked out again`,
  notClosed: 'Not closed: mend the articles above first.',
  notOver: (month) => `${month} is not over: close it when it is`,
  noAuthor: (name, near) =>
    `there is no author “${name}”${near === undefined ? '' : ` (the nearest is “${near}”)`}`,
  severalAuthors: (name, ids) => `several authors are called “${name}”: name one by id (${ids})`,
};
/** The words of reports. */
export const reportWords: Readonly<Record<MessageLanguage, ReportWords>> = { vi, en };

const sentences: Readonly<Record<MessageLanguage, Readonly<Record<RoyaltyProblem['kind'], string>>>> = {
  vi: {
    missing: 'thiếu số tiền nhuận bút{range}: ghi “royalty.amount”.',
    below: 'nhuận bút {amount} thấp hơn khung{range}.',
    above: 'nhuận bút {amount} cao hơn khung{range}.',
    'no-band': 'loại bài “{type}” không có khung nhuận bút: thêm vào “royalties.bands”, hoặc đặt false.',
    'no-pages': 'thiếu số trang: ghi “royalty.pages”.',
    'no-author': 'bài không có tác giả để trả nhuận bút: ghi “authors”.',
    'which-author': 'nhiều tác giả có tên “{name}” ({ids}): ghi mã của người được trả.',
    shares: '“royalty.shares” phải ghi phần của đúng các tác giả của bài{who}.',
  },
  en: {
    missing: 'the amount of the royalty is missing{range}: write “royalty.amount”.',
    below: 'the royalty of {amount} is below the band{range}.',
    above: 'the royalty of {amount} is above the band{range}.',
    'no-band': 'the type “{type}” has no band: add it to “royalties.bands”, or set it to false.',
    'no-pages': 'the number of pages is missing: write “royalty.pages”.',
    'no-author': 'the article has no author to be paid: write “authors”.',
    'which-author': 'several authors are called “{name}” ({ids}): write the id of the one to be paid.',
    shares: '“royalty.shares” must name the authors of the article and nobody else{who}.',
  },
};

/**
 * Explains what is wrong with an article's royalty and what to do, with numbers formatted for the site's
 * language.
 */
export function explainProblem(
  { kind, values }: RoyaltyProblem,
  language: MessageLanguage,
  number: (value: number) => string,
): string {
  const { least, most, name } = values;
  const range =
    typeof least === 'number' && typeof most === 'number' ? ` (${number(least)} – ${number(most)})` : '';
  const who = name ? ` (${name})` : '';
  return sentences[language][kind].replace(/\{(\w+)\}/g, (_, key: string) => {
    if (key === 'range') return range;
    if (key === 'who') return who;
    const value = values[key];
    return typeof value === 'number' ? number(value) : String(value ?? '');
  });
}

/** Explains how a closed month differs from today, or what another month has paid. */
export function explainDifference(
  { closed, today, movedTo, paidIn, twice }: Difference,
  language: MessageLanguage,
  number: (value: number) => string,
): string {
  const w = reportWords[language];
  const [was, is] = [closed, today].map((amount) => (amount === undefined ? '–' : number(amount))) as [
    string,
    string,
  ];
  if (paidIn !== undefined) return (twice ? w.paidTwice : w.paidIn)(was, paidIn);
  return movedTo === undefined ? w.difference(was, is) : w.moved(was, is, movedTo);
}

/** A content mistake as a line of a report: position, sentence, remedy. */
export const mistakeLine = ({
  path,
  line,
  column,
  message,
  remedy,
}: {
  path: string;
  line?: number;
  column?: number;
  message: string;
  remedy: string;
}): string => `${path}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message} ${remedy}\n`;
