import type { Language } from '../brands.ts';
import { isVietnamese } from './is-vietnamese.ts';

/** Words that become part of the data: titles of pages that no document names. */
const vietnamese = {
  home: 'Trang chủ',
  archive: 'Lưu trữ',
  corrections: 'Đính chính',
  correctionsOf: (site: string) => `Các đính chính của ${site}, mới nhất trước.`,
  tags: 'Từ khóa',
  authors: 'Tác giả',
  notFound: 'Không tìm thấy trang',
  withdrawnTitle: 'Bài viết đã được gỡ',
  withdrawn: (title: string) => `Bài viết “${title}” đã được rút.`,
  numbered: (title: string, number: number) => `${title} – trang ${number}`,
  month: (year: number, month: number) => `Tháng ${month} năm ${year}`,
  archiveOf: (site: string) => `Tất cả bài viết của ${site} theo tháng.`,
  articlesOf: (site: string, when: string) => `Các bài viết của ${site}: ${when}.`,
  tagged: (site: string, tag: string) => `Các bài viết có từ khóa “${tag}” trên ${site}.`,
  allTags: (site: string) => `Tất cả từ khóa của ${site}.`,
  allAuthors: (site: string) => `Tất cả tác giả của ${site}.`,
};
type Words = typeof vietnamese;

const english: Words = {
  home: 'Home',
  archive: 'Archive',
  corrections: 'Corrections',
  correctionsOf: (site) => `Corrections of ${site}, newest first.`,
  tags: 'Tags',
  authors: 'Authors',
  notFound: 'Page not found',
  withdrawnTitle: 'Article withdrawn',
  withdrawn: (title) => `The article “${title}” was withdrawn.`,
  numbered: (title, number) => `${title} – page ${number}`,
  month: (year, month) => `${monthNames[month - 1]} ${year}`,
  archiveOf: (site) => `All articles of ${site} by month.`,
  articlesOf: (site, when) => `Articles of ${site}: ${when}.`,
  tagged: (site, tag) => `Articles tagged “${tag}” on ${site}.`,
  allTags: (site) => `All tags of ${site}.`,
  allAuthors: (site) => `All authors of ${site}.`,
};
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The words of the site's language; English for all but Vietnamese. */
export const words = (language: Language): Words => (isVietnamese(language) ? vietnamese : english);
