import { toOutput } from '../addresses/permalink.ts';
import type { OutputPath } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import { escapeHtml } from '../bytes/markup.ts';
import type { OutputRecord, State } from '../cache/state.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Site } from '../site.ts';
import { isVietnamese } from '../words/vietnamese.ts';

interface Input {
  /** Pages that could not be made. */
  readonly failed: readonly ListedRoute[];
  readonly routes: readonly ListedRoute[];
  readonly site: Site;
  readonly old: State;
  /**
   * The page of an earlier build; undefined where there is none, or where it has something that became
   * private since.
   */
  readonly readPage: (
    route: ListedRoute,
  ) => { readonly html: string; readonly record: OutputRecord } | undefined;
}

interface KeptPages {
  /**
   * Outputs that stay as an earlier build made them: pages, and the pictures, styles and scripts that these
   * show.
   */
  readonly records: ReadonlyMap<OutputPath, OutputRecord>;
  /** Pages that are replaced by a notice. */
  readonly notices: ReadonlyMap<OutputPath, string>;
  readonly messages: readonly Diagnostic[];
}

/**
 * What becomes of published pages that cannot be made, since their template fails: each stays as it is,
 * unless it is the page of an article that was withdrawn, or shows one that is no longer published. Such a
 * page gives way to a notice in fixed words.
 */
export function keepOldPages({ failed, routes, site, old, readPage }: Input): KeptPages {
  const records = new Map<OutputPath, OutputRecord>();
  const notices = new Map<OutputPath, string>();
  const withdrawn = new Set<string>(
    site.editions.flatMap((edition) => edition.withdrawn.flatMap(({ output }) => output ?? [])),
  );
  const isGone = lazy(() => createIsGone({ routes, site, old, withdrawn }));
  for (const route of failed) {
    const page = readPage(route);
    if (withdrawn.has(route.output)) notices.set(route.output, notice(site, 'withdrawn'));
    else if (page && !addressesIn(page.html).some(isGone())) {
      records.set(route.output, page.record);
      for (const [name, record] of shownBy(page.html, { site, old })) records.set(name, record);
    } else if (page || old.outputs.has(route.output)) notices.set(route.output, notice(site, 'later'));
  }
  const pages = failed.filter(({ output }) => records.has(output));
  return {
    records,
    notices,
    messages: [
      ...messageOf('pages-kept', pages),
      ...messageOf(
        'pages-replaced',
        failed.filter(({ output }) => notices.has(output)),
      ),
    ],
  };
}

const messageOf = (rule: 'pages-kept' | 'pages-replaced', pages: readonly ListedRoute[]): Diagnostic[] => {
  const [first, ...others] = pages.map(({ output }) => output).sort();
  return first === undefined
    ? []
    : [
        diagnose(
          rule,
          'templates',
          {},
          { output: first, ...(others.length > 0 && { others: others.length }) },
        ),
      ];
};

/** The addresses that a page leads to. */
const addressesIn = (html: string): string[] =>
  Array.from(html.matchAll(/\s(?:href|src)="([^"]*)"/g), ([, address = '']) =>
    address.replaceAll('&amp;', '&').replace(/[?#].*$/s, ''),
  );

/**
 * Whether an article at an address was published and no longer is. Without the records of the last build:
 * whether no page stands there now.
 */
function createIsGone({
  routes,
  site,
  old,
  withdrawn,
}: Pick<Input, 'routes' | 'site' | 'old'> & { readonly withdrawn: ReadonlySet<string> }): (
  address: string,
) => boolean {
  const published = new Set<string>(
    site.editions.flatMap(({ articles }) => articles.map(({ address }) => address)),
  );
  const outputs = new Set<string>(routes.map(({ output }) => output));
  const links = new Set(
    [...old.documents().values()].flatMap(({ document }) =>
      document.kind === 'article' && document.data.link !== undefined ? [document.data.link] : [],
    ),
  );
  return (address) => {
    if (published.has(address)) return false;
    if (links.has(address)) return true;
    const output = toOutput(site.config, decode(address));
    if (output === undefined) return false;
    const record = old.outputs.get(output);
    return (
      withdrawn.has(output) ||
      (old.last ? record?.article === true : output.endsWith('.html') && !outputs.has(output))
    );
  };
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/**
 * Pictures, styles and scripts of the last build that a page shows; all of the theme's, since style sheets
 * name others.
 */
function shownBy(
  html: string,
  { site: { config }, old }: Pick<Input, 'site' | 'old'>,
): [OutputPath, OutputRecord][] {
  const shown = new Set(
    Array.from(html.matchAll(/[^\s"',()]*\/media\/[^\s"',()]+/g), ([address]) =>
      toOutput(config, address.replace(config.site.origin, '')),
    ),
  );
  return [...old.outputs].filter(
    ([name]) =>
      name.startsWith('assets/') || (shown.has(name) && /\.(?:avif|webp|jpe?g|png|gif|svg)$/.test(name)),
  );
}

const words = {
  vi: { withdrawn: 'Bài viết này đã được gỡ.', later: 'Trang này đang được cập nhật.', home: 'Trang chủ' },
  en: {
    withdrawn: 'This article has been withdrawn.',
    later: 'This page is being updated.',
    home: 'Front page',
  },
} as const;

/** A page that no template makes. */
function notice({ config }: Site, what: 'withdrawn' | 'later'): string {
  const { language, base, title } = config.site;
  const w = words[isVietnamese(language) ? 'vi' : 'en'];
  return [
    '<!doctype html>',
    `<html lang="${isVietnamese(language) ? 'vi' : 'en'}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title></head>`,
    `<body><main><h1>${w[what]}</h1><p><a href="${base}">${w.home}</a></p></main></body>`,
    '</html>',
    '',
  ].join('\n');
}
