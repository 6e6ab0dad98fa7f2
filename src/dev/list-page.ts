import { toPlainLetters } from '../addresses/slug.ts';
import { escapeHtml } from '../bytes/escape-html.ts';
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

const size = 100;
interface Input {
  readonly articles: readonly ListedArticle[];
  readonly query: URLSearchParams;
  readonly language: MessageLanguage;
  readonly home: string;
}

/**
 * The list of all articles, searched by title and filtered by status, a hundred a page. Works without script.
 */
export function listPage({ articles, query, language, home }: Input): string {
  const w = words[language];
  const searched = query.get('q') ?? '';
  const status = query.get('status') ?? '';
  const matches = articles.filter(
    (article) =>
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
    `<a href="/_broadsheet/?${escapeHtml(new URLSearchParams({ q: searched, status, page: String(to) }).toString())}">${label}</a>`;
  const problem = ({ errors, warnings }: ListedArticle): string =>
    [
      errors > 0 && `<b class="error">${errors} ${w.errors}</b>`,
      warnings > 0 && `<b class="warning">${warnings} ${w.warnings}</b>`,
    ]
      .filter(Boolean)
      .join(', ');
  const row = (article: ListedArticle): string => {
    const { title, address, date, expires, path } = article;
    const name = address ? `<a href="${escapeHtml(address)}">${escapeHtml(title)}</a>` : escapeHtml(title);
    const when =
      date === undefined
        ? ''
        : `<time datetime="${date}">${date.slice(0, 16).replace('T', ' ')}</time>${expires ? `<br><small>${w.ends} ${expires.slice(0, 16).replace('T', ' ')}</small>` : ''}`;
    return `<tr><td>${name}</td><td class="status ${article.status}">${statusWords[language][article.status]}</td><td>${when}</td><td>${problem(article)}</td><td><button type="button" data-edit="${escapeHtml(path)}" title="${w.edit}">${escapeHtml(path)}</button></td></tr>`;
  };
  const options = ['', ...standings].map(
    (name) =>
      `<option value="${name}"${name === status ? ' selected' : ''}>${name === '' ? w.all : statusWords[language][name as (typeof standings)[number]]}</option>`,
  );
  return pageShell({
    language,
    title: w.title,
    width: 80,
    style: `form { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; }
label { display: grid; }
input, select, button { font: inherit; padding: .25rem .5rem; }
table { border-collapse: collapse; margin-block: 1rem; inline-size: 100%; }
th, td { border-block-end: 1px solid #8886; padding: .25rem .75rem .25rem 0; text-align: start; vertical-align: top; }
td button { background: none; border: 0; color: inherit; cursor: pointer; padding: 0; text-align: start; text-decoration: underline; word-break: break-word; }
time { white-space: nowrap; }
.error, .broken { color: light-dark(#b00020, #ff8a8a); }
.warning, .draft, .pending, .unapproved, .scheduled { color: light-dark(#7a4b00, #ffc46b); }`,
    body: `<p><a href="${escapeHtml(home)}">${w.home}</a></p>
<h1>${w.title}</h1>
<form>
<label>${w.search} <input type="search" name="q" value="${escapeHtml(searched)}"></label>
<label>${w.status} <select name="status">${options.join('')}</select></label>
<button>${w.find}</button>
</form>
<p>${matches.length} ${w.count}</p>
${shown.length === 0 ? `<p>${w.none}</p>` : `<table><thead><tr><th scope="col">${w.headline}</th><th scope="col">${w.status}</th><th scope="col">${w.date}</th><th scope="col">${w.problems}</th><th scope="col">${w.file}</th></tr></thead><tbody>\n${shown.map(row).join('\n')}\n</tbody></table>`}
<p>${[number > 1 && pageLink(number - 1, w.newer), matches.length > number * size && pageLink(number + 1, w.older)].filter(Boolean).join(' ')}</p>`,
  });
}
