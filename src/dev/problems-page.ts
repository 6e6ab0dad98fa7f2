import { escapeHtml } from '../bytes/markup.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createExcerpts } from '../diagnostics/excerpt.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { explain } from '../diagnostics/print.ts';
import { pageShell } from './page-shell.ts';

/** A diagnostic as the browser shows it. */
export interface Problem {
  readonly rule: string;
  readonly severity: Diagnostic['severity'];
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly remedy: string;
  readonly excerpt?: { readonly text: string; readonly caret: string };
}

/** Converts diagnostics to texts, with their source lines. */
export function toProblems(
  diagnostics: readonly Diagnostic[],
  { root, language }: { root: string; language: MessageLanguage },
): Problem[] {
  const find = createExcerpts(root);
  return diagnostics.map((diagnostic) => {
    const { rule, severity, path: file, line, column } = diagnostic;
    const excerpt = find(diagnostic);
    return {
      rule,
      severity,
      file,
      ...(line !== undefined && { line, column: column ?? 1 }),
      ...explain(diagnostic, language),
      ...(excerpt && { excerpt }),
    };
  });
}

const words = {
  vi: { title: 'Những điều cần sửa', none: 'Không có gì.', list: 'Tất cả bài viết', home: 'Trang chủ' },
  en: { title: 'What is wrong', none: 'Nothing.', list: 'All articles', home: 'Front page' },
} as const;

/** The page of all problems of the site, by file. */
export function problemsPage({
  problems,
  language,
  home,
}: {
  problems: readonly Problem[];
  language: MessageLanguage;
  home: string;
}): string {
  const w = words[language];
  const entries = problems.map(
    ({ file, line, column, severity, rule, message, remedy, excerpt }) =>
      `<section class="${severity}"><h2><button type="button" data-edit="${escapeHtml(file)}">${escapeHtml(line === undefined ? file : `${file}:${line}:${column}`)}</button></h2><p>${escapeHtml(message)}</p>${excerpt ? `<pre>${escapeHtml(`${excerpt.text}\n${excerpt.caret}`)}</pre>` : ''}<p>→ ${escapeHtml(remedy)} <small>${rule}</small></p></section>`,
  );
  return pageShell({
    language,
    title: w.title,
    width: 60,
    style: `section { border-inline-start: 4px solid #888; padding-inline-start: 1rem; margin-block: 1rem; }
.error { border-color: #d33; }
.warning { border-color: #d90; }
h2 { font-size: 1rem; margin: 0; }
h2 button { background: none; border: 0; color: inherit; cursor: pointer; font: inherit; padding: 0; text-decoration: underline; }
p { margin: .25rem 0; }
pre { overflow-x: auto; }`,
    body: `<p><a href="${escapeHtml(home)}">${w.home}</a> <a href="/_broadsheet/">${w.list}</a></p>
<h1>${w.title}</h1>
${entries.length === 0 ? `<p>${w.none}</p>` : entries.join('\n')}`,
  });
}
