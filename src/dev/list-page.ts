import { toPlainLetters } from '../addresses/slug.ts';
import { escapeHtml } from '../bytes/markup.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { standings } from '../workflow/standings.ts';
import type { ListedArticle } from './list-articles.ts';
import { pageShell } from './page-shell.ts';
import { statusWords } from './status-words.ts';

const words = {
  vi: {
    title: 'Tất cả bài viết',
    headline: 'Tiêu đề',
    search: 'Tìm theo tiêu đề',
    status: 'Trạng thái',
    language: 'Ngôn ngữ',
    all: 'Tất cả',
    find: 'Tìm',
    date: 'Ngày',
    ends: 'hết hạn',
    file: 'Tệp',
    problems: 'Vấn đề',
    errors: 'lỗi',
    warnings: 'cảnh báo',
    newer: 'Trang trước',
    older: 'Trang sau',
    home: 'Trang chủ',
    edit: 'Sửa',
    none: 'Không có bài nào.',
    count: 'bài',
  },
  en: {
    title: 'All articles',
    headline: 'Headline',
    search: 'Search by title',
    status: 'Status',
    language: 'Language',
    all: 'All',
    find: 'Search',
    date: 'Date',
    ends: 'until',
    file: 'File',
    problems: 'Problems',
    errors: 'errors',
    warnings: 'warnings',
    newer: 'Previous page',
    older: 'Next page',
    home: 'Front page',
    edit: 'Edit',
    none: 'There are none.',
    count: 'articles',
  },
} as const;

/** Articles per page. */
const size = 100;

const style = `:root { --rule: light-dark(#d3d0c8, #41454c); --muted: light-dark(#51565e, #b1b0aa); background: light-dark(#fff, #141619); color: light-dark(#16181d, #e8e6e1); }
h1 { font: 600 2rem/1.2 "Times New Roman", serif; margin-block: .25rem 1rem; }
a { color: light-dark(#0b4a8f, #9cc7ff); }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; padding-block: .75rem; border-block: 2px solid; border-block-end: 1px solid var(--rule); }
label { display: grid; gap: .125rem; font-size: .8125rem; color: var(--muted); }
label:first-child { flex: 1 1 14rem; }
input, select, button { font: inherit; min-height: 2.5rem; padding: .25rem .75rem; border: 1px solid var(--rule); background: none; color: inherit; }
table { border-collapse: collapse; margin-block: 1rem; inline-size: 100%; }
th { font-size: .8125rem; color: var(--muted); }
th, td { border-block-end: 1px solid var(--rule); padding: .5rem .75rem .5rem 0; text-align: start; vertical-align: top; }
td:first-child { font-weight: 600; }
td button { min-height: 0; border: 0; cursor: pointer; padding: 0; text-align: start; text-decoration: underline; overflow-wrap: anywhere; font-size: .875rem; color: var(--muted); }
.status { white-space: nowrap; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
.error, .broken { color: light-dark(#b00020, #ff8a8a); }
.warning, .draft, .pending, .unapproved, .scheduled { color: light-dark(#7a4b00, #ffc46b); }
@media (max-width: 48rem) {
  thead { display: none; }
  table, tbody, tr, td { display: block; }
  tr { padding-block: .75rem; border-block-end: 1px solid var(--rule); }
  td { padding: .125rem 0; border: 0; }
}`;

interface Input {
  readonly articles: readonly ListedArticle[];
  readonly query: URLSearchParams;
  readonly language: MessageLanguage;
  readonly home: string;
}

/**
 * The list of all articles, with search by title and a filter by status, a hundred per page. Works without
 * scripts.
 */
export function listPage({ articles, query, language, home }: Input): string {
  const w = words[language];
  const searched = query.get('q') ?? '';
  const status = query.get('status') ?? '';
  const chosen = query.get('language') ?? '';
  const matches = articles.filter(
    (article) =>
      (chosen === '' || article.language === chosen) &&
      (status === '' || article.status === status) &&
      (searched === '' ||
        toPlainLetters(article.title).includes(toPlainLetters(searched)) ||
        article.path.includes(searched)),
  );
  const number = Math.min(
    Math.max(1, Math.floor(Number(query.get('page') ?? 1)) || 1),
    Math.max(1, Math.ceil(matches.length / size)),
  );
  const shown = matches.slice((number - 1) * size, number * size);
  const pageLink = (to: number, label: string): string =>
    `<a href="/_broadsheet/?${escapeHtml(new URLSearchParams({ q: searched, status, language: chosen, page: String(to) }).toString())}">${label}</a>`;
  const option = (value: string, current: string, label = value): string =>
    `<option value="${value}"${value === current ? ' selected' : ''}>${value === '' ? w.all : label}</option>`;
  const statuses = [
    option('', status),
    ...standings.map((name) => option(name, status, statusWords[language][name])),
  ];
  const languages = [...new Set(articles.map((article) => article.language))];
  return pageShell({
    language,
    title: w.title,
    width: 80,
    style,
    body: `<p><a href="${escapeHtml(home)}">${w.home}</a></p>
<h1>${w.title}</h1>
<form>
<label>${w.search} <input type="search" name="q" value="${escapeHtml(searched)}"></label>
<label>${w.status} <select name="status">${statuses.join('')}</select></label>
${languages.length > 1 ? `<label>${w.language} <select name="language">${['', ...languages].map((code) => option(code, chosen)).join('')}</select></label>` : ''}
<button>${w.find}</button>
</form>
<p>${matches.length} ${w.count}</p>
${shown.length === 0 ? `<p>${w.none}</p>` : `<table><thead><tr><th scope="col">${w.headline}</th><th scope="col">${w.status}</th><th scope="col">${w.date}</th><th scope="col">${w.problems}</th><th scope="col">${w.file}</th></tr></thead><tbody>\n${shown.map((article) => toRow(article, language)).join('\n')}\n</tbody></table>`}
<p>${[number > 1 && pageLink(number - 1, w.newer), matches.length > number * size && pageLink(number + 1, w.older)].filter(Boolean).join(' ')}</p>`,
  });
}

/** The row of an article. */
function toRow(article: ListedArticle, language: MessageLanguage): string {
  const w = words[language];
  const { title, address, date, expires, path } = article;
  const name = address ? `<a href="${escapeHtml(address)}">${escapeHtml(title)}</a>` : escapeHtml(title);
  const when =
    date === undefined
      ? ''
      : `<time datetime="${date}">${date.slice(0, 16).replace('T', ' ')}</time>${expires ? `<br><small>${w.ends} ${expires.slice(0, 16).replace('T', ' ')}</small>` : ''}`;
  return `<tr><td>${name}</td><td class="status ${article.status}">${statusWords[language][article.status]}</td><td>${when}</td><td>${problemsOf(article, language)}</td><td><button type="button" data-edit="${escapeHtml(path)}" title="${w.edit}">${escapeHtml(path)}</button></td></tr>`;
}

/** How many errors and warnings an article has. */
const problemsOf = ({ errors, warnings }: ListedArticle, language: MessageLanguage): string =>
  [
    errors > 0 && `<b class="error">${errors} ${words[language].errors}</b>`,
    warnings > 0 && `<b class="warning">${warnings} ${words[language].warnings}</b>`,
  ]
    .filter(Boolean)
    .join(', ');
