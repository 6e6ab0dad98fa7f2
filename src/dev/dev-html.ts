import { digestOf } from '../bytes/digest.ts';
import { escapeHtml } from '../bytes/markup.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import type { Answer } from './answer.ts';
import type { Engine } from './engine.ts';
import { inject, type PageFacts } from './inject.ts';
import { listPage } from './list-page.ts';
import { problemsPage, toProblems } from './problems-page.ts';

/** The site that the dev server serves. */
export interface DevSite {
  readonly engine: Engine;
  /** The site's folder, absolute. */
  readonly root: string;
  readonly language: MessageLanguage;
}

type PageAnswer = Extract<Answer, { kind: 'page' }>;
type FailedAnswer = Extract<Answer, { kind: 'failed' }>;

/** How many problems the problems page shows at most. */
const mostProblems = 500;

/** One of the dev server's own pages, without its script; undefined when there is none at the address. */
export function ownPage(
  { engine, root, language }: DevSite,
  { address, query }: { address: string; query: URLSearchParams },
): string | undefined {
  const home = engine.base();
  if (address === '/_broadsheet/') return listPage({ articles: engine.articles(), query, language, home });
  if (address !== '/_broadsheet/problems') return undefined;
  const problems = toProblems(engine.problems().slice(0, mostProblems), { root, language });
  return problemsPage({ problems, language, home });
}

/** A page of the site with the dev server's script, or a page that says why it cannot be made. */
export function toHtml(
  site: DevSite,
  answer: PageAnswer | FailedAnswer,
): { readonly html: string; readonly status: number } {
  if (answer.kind === 'failed') return { html: failedPage(site, answer), status: 500 };
  const { engine, language } = site;
  const { html, status } = answer;
  const style = engine.style();
  const facts = { language, key: keyOf(answer, style), style, ...factsOf(answer) };
  return { html: inject(html, facts), status };
}

/** Digest of everything a page shows, without the name of its style sheet. */
export const keyOf = (answer: PageAnswer, style: string): string =>
  digestOf(
    (style === '' ? answer.html : answer.html.replaceAll(style, '')) + JSON.stringify(factsOf(answer)),
  );

const factsOf = ({
  status,
  source,
  editable,
  standing,
}: PageAnswer): Omit<PageFacts, 'language' | 'key' | 'style'> => ({
  ...(source !== undefined && { source }),
  ...(editable !== undefined && { editable }),
  ...(standing && { standing }),
  ...(standing && status === 404 && { hidden: true }),
});

function failedPage({ engine, root, language }: DevSite, { problem, source }: FailedAnswer): string {
  const problems = toProblems(problem ? [problem] : engine.failures(), { root, language });
  const text = problems.map(({ file, line, column, message, remedy }) => {
    const place = line === undefined ? file : `${file}:${line}:${column}`;
    return `<h1>${escapeHtml(message)}</h1><p>${escapeHtml(place)}</p><p>${escapeHtml(remedy)}</p>`;
  });
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Broadsheet</title></head><body>${text.join('')}</body></html>`;
  const [first] = problems;
  return inject(html, {
    language,
    key: '',
    style: '',
    ...(source && { source }),
    ...(first && { editable: first.file }),
  });
}
