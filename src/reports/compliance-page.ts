import { escapeHtml } from '../bytes/markup.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import type { Accessibility, Compliance } from './compliance.ts';

const words = {
  vi: {
    title: 'Báo cáo tuân thủ',
    day: (day: string) => day.split('-').reverse().join('/'),
    of: (day: string) => `Trang được dựng cho ngày ${day}.`,
    points: 'Thông tin phải công khai',
    source: (checked: string) => `Đối chiếu ngày ${checked} theo các bản tóm tắt sau; văn bản gốc là căn cứ.`,
    successor: (name: string, since: string) =>
      `Từ ngày ${since} nghị định này được thay bằng ${name}; hãy đối chiếu các mục dưới đây với nghị định mới.`,
    columns: { article: 'Điều', point: 'Nội dung', answer: 'Trang trả lời' },
    none: 'thiếu',
    dead: (to: string) => `thiếu: “${to}” không có trong trang`,
    accessibility: 'Khả năng tiếp cận (WCAG 2.2 AA, axe-core)',
    unchecked: 'Chưa kiểm tra: cần playwright-core, axe-core và một trình duyệt Chromium.',
    schemes: { light: 'sáng', dark: 'tối' },
    kinds: { kind: 'Loại trang', scheme: 'Giao diện', found: 'Lỗi' },
    templates: {
      home: 'trang chủ',
      list: 'danh sách',
      plain: 'trang thường',
      article: 'bài viết',
      index: 'mục lục',
      archive: 'lưu trữ',
      corrections: 'đính chính',
      'not-found': 'không tìm thấy',
      search: 'tìm kiếm',
    } as Readonly<Record<string, string>>,
    noneFound: 'không có',
    data: 'Dữ liệu có cấu trúc',
    pages: (count: number) => `${count} trang có dữ liệu theo schema.org.`,
    feeds: 'Nguồn tin',
    feedCount: (files: number, entries: number) => `${files} nguồn tin, ${entries} mục.`,
    broken: 'Bị hỏng:',
    links: 'Liên kết hỏng',
    languages: 'Ngôn ngữ',
    languageColumns: { language: 'Ngôn ngữ', articles: 'Bài viết', pages: 'Trang' },
    sections: 'Cập nhật theo chuyên mục',
    sectionColumns: { section: 'Chuyên mục', articles: 'Bài viết', updated: 'Cập nhật gần nhất' },
  },
  en: {
    title: 'Compliance report',
    day: (day: string) => day,
    of: (day: string) => `The site as of ${day}.`,
    points: 'Information that has to be public',
    source: (checked: string) =>
      `Compared on ${checked} with the summaries below; the text of the decree decides.`,
    successor: (name: string, since: string) =>
      `Since ${since} ${name} stands in its place: compare the points below with that decree.`,
    columns: { article: 'Article', point: 'Information', answer: 'Page' },
    none: 'missing',
    dead: (to: string) => `missing: “${to}” is not on the site`,
    accessibility: 'Accessibility (WCAG 2.2 AA, axe-core)',
    unchecked: 'Not checked: this needs playwright-core, axe-core and a Chromium.',
    schemes: { light: 'light', dark: 'dark' },
    kinds: { kind: 'Kind of page', scheme: 'Scheme', found: 'Found' },
    templates: { home: 'front page', plain: 'plain page', 'not-found': 'not found' } as Readonly<
      Record<string, string>
    >,
    noneFound: 'nothing',
    data: 'Structured data',
    pages: (count: number) => `${count} pages have data by schema.org.`,
    feeds: 'Feeds',
    feedCount: (files: number, entries: number) => `${files} feeds with ${entries} entries.`,
    broken: 'Broken:',
    links: 'Dead links',
    languages: 'Languages',
    languageColumns: { language: 'Language', articles: 'Articles', pages: 'Pages' },
    sections: 'Updates by section',
    sectionColumns: { section: 'Section', articles: 'Articles', updated: 'Last update' },
  },
} as const;
type Words = (typeof words)[MessageLanguage];

/** The report as a single HTML page without other files. */
export function toCompliancePage(report: Compliance, language: MessageLanguage): string {
  const w = words[language];
  const { title, origin, day, structuredData, feeds, deadLinks } = report;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${w.title} - ${title}`)}</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h2 { margin-top: 2rem; }
table { width: 100%; border-collapse: collapse; }
th, td { overflow-wrap: break-word; }
li, td:first-child { overflow-wrap: anywhere; }
th, td { padding: 0.375rem 0.5rem; border-bottom: 1px solid; text-align: start; vertical-align: top; }
strong { color: light-dark(#a11212, #ff9a9a); }
@media print { body { margin: 0; } }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(w.title)}</h1>
<p>${escapeHtml(title)}, <a href="${escapeHtml(origin)}">${escapeHtml(origin)}</a>. ${escapeHtml(w.of(w.day(day)))}</p>
${pointsOf(report, w)}
${accessibilityOf(report.accessibility, w)}
<h2>${w.data}</h2>
<p>${w.pages(structuredData.pages)}</p>
${brokenOf(structuredData.broken, w)}
<h2>${w.feeds}</h2>
<p>${w.feedCount(feeds.files, feeds.entries)}</p>
${brokenOf(feeds.broken, w)}
<h2>${w.links}</h2>
${deadLinks.length === 0 ? `<p>${w.noneFound}</p>` : listOf(deadLinks.map(({ place, rule }) => `${place} ${rule}`))}
<h2>${w.languages}</h2>
${tableOf(
  Object.values(w.languageColumns),
  report.languages.map((row) => [row.language, row.articles, row.pages]),
)}
<h2>${w.sections}</h2>
${tableOf(
  Object.values(w.sectionColumns),
  report.sections.map((row) => [
    `${row.title} (${row.language})`,
    row.articles,
    row.updated === undefined ? '–' : w.day(row.updated),
  ]),
)}
</main>
</body>
</html>
`;
}

/** A cell: its text, or an emphasised text. */
type Cell = string | number | { readonly missing: string };

const pointsOf = (
  { decree, points }: Compliance,
  w: Words,
): string => `<h2>${w.points}: ${escapeHtml(decree.name)}</h2>
<p>${escapeHtml(w.source(w.day(decree.checked)))}</p>
${listOf(decree.sources)}
${successorOf(decree, w)}
${tableOf(
  Object.values(w.columns),
  points.map(({ article, text, state, to = '' }) => [
    article,
    text,
    state === 'answered' ? to : { missing: state === 'none' ? w.none : w.dead(to) },
  ]),
)}`;

const successorOf = ({ successor }: Compliance['decree'], w: Words): string =>
  successor
    ? `<p><strong>${escapeHtml(w.successor(successor.name, w.day(successor.since)))}</strong></p>\n${listOf([successor.source])}`
    : '';

const accessibilityOf = (accessibility: Accessibility, w: Words): string =>
  `<h2>${w.accessibility}</h2>
${
  accessibility.state === 'unchecked'
    ? `<p><strong>${w.unchecked}</strong></p>`
    : tableOf(
        Object.values(w.kinds),
        accessibility.pages.map(({ kind, url, scheme, violations }): Cell[] => [
          `${w.templates[kind] ?? kind}: ${url}`,
          w.schemes[scheme],
          violations.length === 0
            ? w.noneFound
            : { missing: violations.map(({ id, elements }) => `${id} (${elements.length})`).join(', ') },
        ]),
      )
}`;

const brokenOf = (outputs: readonly string[], w: Words): string =>
  outputs.length === 0 ? '' : `<p><strong>${w.broken}</strong></p>\n${listOf(outputs)}`;

const listOf = (items: readonly string[]): string =>
  `<ul>\n${items.map((item) => `<li>${escapeHtml(item)}</li>\n`).join('')}</ul>`;

const tableOf = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string => `<table>
<thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${cellOf(cell)}</td>`).join('')}</tr>\n`).join('')}</tbody>
</table>`;

const cellOf = (cell: Cell): string =>
  typeof cell === 'object' ? `<strong>${escapeHtml(cell.missing)}</strong>` : escapeHtml(String(cell));
