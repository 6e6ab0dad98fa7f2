import { toOutput } from '../addresses/permalink.ts';
import { decree42, type PointId, pointIds } from '../config/decree-42.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Site } from '../site.ts';
import { countEntries } from './read-feed.ts';
import { isGraph } from './read-graph.ts';

/** What axe-core found on one page of each kind in both colour schemes, or why it did not run. */
export type Accessibility =
  | { readonly state: 'checked'; readonly pages: readonly CheckedPage[] }
  | { readonly state: 'unchecked'; readonly reason: 'packages' | 'browser' };

interface CheckedPage {
  /** Its template. */
  readonly kind: string;
  readonly url: string;
  readonly scheme: 'light' | 'dark';
  readonly violations: readonly Violation[];
}

/** A rule of axe-core, and the elements that break it. */
export interface Violation {
  readonly id: string;
  readonly help: string;
  readonly elements: readonly string[];
}

/** A point of the decree and the page for it. */
export interface Point {
  readonly id: PointId;
  readonly article: string;
  readonly text: string;
  /** `none` for no page, `dead` for one that does not exist. */
  readonly state: 'answered' | 'none' | 'dead';
  readonly to?: string;
}

/** The compliance report of a site. */
export interface Compliance {
  readonly title: string;
  readonly origin: string;
  /** The day of the build. */
  readonly day: string;
  readonly decree: {
    readonly name: string;
    readonly sources: readonly string[];
    readonly checked: string;
    /** The decree that replaced it before that day. */
    readonly successor?: { readonly name: string; readonly since: string; readonly source: string };
  };
  readonly points: readonly Point[];
  readonly accessibility: Accessibility;
  readonly structuredData: { readonly pages: number; readonly broken: readonly string[] };
  readonly feeds: { readonly files: number; readonly entries: number; readonly broken: readonly string[] };
  /** Broken references, by file, line and column. */
  readonly deadLinks: readonly { readonly place: string; readonly rule: string }[];
  readonly languages: readonly {
    readonly language: string;
    readonly articles: number;
    readonly pages: number;
  }[];
  readonly sections: readonly {
    readonly title: string;
    readonly language: string;
    readonly articles: number;
    /** Day of the latest change; absent where there is no article. */
    readonly updated?: string;
  }[];
}

interface Input {
  readonly site: Site;
  readonly day: string;
  readonly language: 'vi' | 'en';
  readonly messages: readonly Diagnostic[];
  readonly accessibility: Accessibility;
  /** The text of an output; undefined when it does not exist. */
  readonly read: (output: string) => string | undefined;
  /** All outputs. */
  readonly outputs: readonly string[];
}

const references = new Set(['dead-link', 'unpublished-link', 'refused-link', 'dead-navigation']);
const isMissing = (rule: string): boolean => references.has(rule) || rule.startsWith('missing-');

/** Checks the built site for everything that an authority has to show. */
export function toCompliance(input: Input): Compliance {
  const { site, day, messages, accessibility } = input;
  const { name, sources, checked, successor } = decree42;
  return {
    title: site.props.title,
    origin: site.props.origin,
    day,
    decree: { name, sources, checked, ...(successor.since <= day && { successor }) },
    points: pointIds.map((id) => toPoint(id, input)),
    accessibility,
    structuredData: dataOf(input),
    feeds: feedsOf(input),
    deadLinks: messages.flatMap(({ rule, path, line, column }) =>
      isMissing(rule) ? [{ place: line === undefined ? path : `${path}:${line}:${column ?? 1}`, rule }] : [],
    ),
    languages: site.editions.map(({ config, articles, pages }) => ({
      language: config.site.language,
      articles: articles.filter(({ original }) => original === undefined).length,
      pages: pages.length,
    })),
    sections: sectionsOf(site),
  };
}

function toPoint(id: PointId, { site, language, read }: Input): Point {
  const { article, [language]: text } = decree42.points[id];
  const to = site.config.compliance[id];
  if (to === undefined) return { id, article, text, state: 'none' };
  return { id, article, text, to, state: isThere(to, site, read) ? 'answered' : 'dead' };
}

/** Whether a plain page, a category or an address of the site exists; other sites are not checked. */
function isThere(to: string, { editions, config }: Site, read: Input['read']): boolean {
  if (/^https?:\/\//.test(to)) return true;
  const key = to.normalize('NFC').replace(/^\/|\/$/g, '');
  const isNamed = editions.some(
    ({ categories, pages }) =>
      [...categories.values()].some(({ document }) => document.path === `content/${key}/_index.md`) ||
      pages.some(({ document }) => document.path.replace(/\.\w+$/, '') === `content/${key}`),
  );
  const output = to.startsWith('/') ? toOutput(config, to) : undefined;
  return isNamed || (output !== undefined && read(output) !== undefined);
}

function dataOf({ outputs, read }: Input): Compliance['structuredData'] {
  const broken: string[] = [];
  let pages = 0;
  for (const output of outputs) {
    if (!output.endsWith('.html')) continue;
    const [, text] =
      /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(read(output) ?? '') ?? [];
    if (text === undefined) continue;
    pages += 1;
    if (!isGraph(text)) broken.push(output);
  }
  return { pages, broken };
}

function feedsOf({ outputs, read }: Input): Compliance['feeds'] {
  const feeds = outputs
    .filter((output) => /(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/.test(output))
    .map((output) => ({ output, entries: countEntries(output, read(output) ?? '') }));
  return {
    files: feeds.length,
    entries: feeds.reduce((sum, { entries = 0 }) => sum + entries, 0),
    broken: feeds.flatMap(({ output, entries }) => (entries === undefined ? [output] : [])),
  };
}

const sectionsOf = ({ editions }: Site): Compliance['sections'] =>
  editions.flatMap(({ config, categories }) =>
    [...categories.values()].map(({ link, articles }) => {
      const updated = articles
        .map((article) => article.updated ?? article.document.data.date)
        .sort()
        .at(-1);
      return {
        title: link.title,
        language: config.site.language,
        articles: articles.length,
        ...(updated !== undefined && { updated: updated.slice(0, 10) }),
      };
    }),
  );
