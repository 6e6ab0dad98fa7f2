import type { Nodes, Root } from 'mdast';
import { location } from 'vfile-location';
import { lazy } from '../bytes/lazy.ts';
import type { Place } from './walk.ts';

/** Markup that is not Markdown, as written in the text. */
export interface ForeignMarkup {
  readonly found: string;
  /** The package that supports it, if there is one. */
  readonly plugin?: string;
  /** The heading below which the package inserts its result. */
  readonly heading?: string;
  readonly place: Place;
}

interface Kind {
  /** Repetitions are bounded, so that the time is linear in the text. */
  readonly pattern: RegExp;
  readonly plugin?: string;
  /** How many characters at the beginning must be plain text, where markup may follow; all by default. */
  readonly mark?: number;
}

const kinds = {
  // Hugo, Liquid, Jinja, Nunjucks, Handlebars, Vue.
  output: { pattern: /\{\{(?:[^\n]{0,60}?\}\}|[<%\s][^\n]{0,40})/imuy, mark: 2 },
  tag: { pattern: /\{%[-+]?[ \t]*[a-z](?:[^\n]{0,60}?%\}|\w{0,40})|\{#[ \t][^\n]{0,60}?#\}/imuy, mark: 2 },
  // ERB and EJS.
  script: { pattern: /<%[=_#-]?[ \t][^\n]{0,60}?%>/imuy, mark: 2 },
  contents: {
    pattern: /\[\[_?toc_?\]\]|^@?\[toc\][ \t]*$|\$\{toc\}|\{:toc\}/imuy,
    plugin: 'remark-toc',
  },
  attributes: { pattern: /\{:[ \t]?[.#a-z][^}\n]{0,100}\}/imuy },
  // WordPress and forums. Which of them are shortcodes is decided below.
  shortcode: {
    pattern: /\[(?<name>[a-z][\w-]{0,40})(?<rest>[ \t=][^\]\n]{0,200}|)\/?\](?![([:])/imuy,
    mark: 1,
  },
  wiki: { pattern: /!?\[\[[^[\]\n]{1,200}\]\](?!\()/imuy, plugin: 'remark-wiki-link' },
  callout: { pattern: /(?<=^[ \t]{0,3}>[> \t]{0,10})\[![a-z]+\][-+]?[^\n]{0,60}/imuy },
  admonition: { pattern: /^!!!\+?[ \t]+[a-z][\w-]{0,40}(?=[ \t]*(?:"|$))/imuy },
  emoji: {
    pattern: /(?<![\w:/.])(?<!\p{L}):(?:[a-z][a-z0-9_-]{1,40}|[+-]1):(?![\w:])/imuy,
    plugin: 'remark-emoji',
  },
  mark: {
    pattern: /(?<![=\w])==(?![=\s])[^=\n]{1,200}(?<!\s)==(?!=)/imuy,
    plugin: 'remark-flexible-markers',
  },
  subscript: { pattern: /(?<=[\p{L})])~[^\s~]{1,20}~(?!~)/imuy, plugin: 'remark-supersub' },
  superscript: { pattern: /(?<=[\p{L}\p{N})])\^[^\s^[\]]{1,20}\^/imuy, plugin: 'remark-supersub' },
  mathematics: { pattern: /^\$\$(?=[ \t]*$|[^$\n]{1,200}\$\$)/imuy, plugin: 'remark-math' },
} satisfies Readonly<Record<string, Kind>>;
type Name = keyof typeof kinds;

/** The first characters of each kind: a pattern is tried only there. */
const beginnings: Readonly<Record<string, readonly Name[]>> = {
  '{': ['output', 'tag', 'contents', 'attributes'],
  '<': ['script'],
  '[': ['contents', 'wiki', 'callout', 'shortcode'],
  '@': ['contents'],
  $: ['contents', 'mathematics'],
  '!': ['wiki', 'admonition'],
  ':': ['emoji'],
  '=': ['mark'],
  '~': ['subscript'],
  '^': ['superscript'],
};
const beginning = /[{<[@$!:=~^]/g;

/** Shortcodes of WordPress without an end. Others have an end or a quoted attribute. */
const shortcodes = new Set(
  'audio caption contact-form contact-form-7 embed gallery playlist video wp_caption youtube'.split(' '),
);
/** GitHub's alerts, which are supported here. */
const alert = /^\[!(?:note|tip|important|warning|caution)\][ \t]*$/i;
const ends = /\[\/([a-z][\w-]{0,40})\]/gi;

interface Match extends Omit<ForeignMarkup, 'place'> {
  readonly name: Name;
  readonly offset: number;
  readonly mark: string;
}

/** The markup at an index of a text. The first kind that fits wins. */
const matchAt = (text: string, at: number): readonly [Name, RegExpExecArray] | undefined => {
  for (const name of beginnings[text.charAt(at)] ?? []) {
    const { pattern } = kinds[name];
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return [name, match];
  }
  return undefined;
};

/** Whether brackets are a shortcode: a known one, one with an end, or one with a quoted attribute. */
const isShortcode = ({ groups }: RegExpExecArray, ended: () => ReadonlySet<string>): boolean => {
  const name = (groups?.name ?? '').toLowerCase();
  return shortcodes.has(name) || /=["'“”]/.test(groups?.rest ?? '') || ended().has(name);
};

function* search(text: string): Generator<Match> {
  const ended = lazy(() => new Set(Array.from(text.matchAll(ends), ([, name = '']) => name.toLowerCase())));
  let after = 0;
  for (const { index } of text.matchAll(beginning)) {
    const [name, match] = (index >= after && matchAt(text, index)) || [];
    if (!name || !match || text[index - 1] === '\\') continue;
    const [written] = match;
    if (name === 'callout' && alert.test(written)) continue;
    if (name === 'shortcode' && !isShortcode(match, ended)) continue;
    after = index + written.length;
    const { plugin, mark }: Kind = kinds[name];
    yield {
      name,
      found: written.length > 60 ? `${written.slice(0, 59).trimEnd()}…` : written.trimEnd(),
      ...(plugin !== undefined && { plugin }),
      offset: index,
      mark: written.slice(0, mark),
    };
  }
}

const templates: ReadonlySet<Name> = new Set(['output', 'tag', 'script', 'shortcode']);

/** The shortcodes and templates in a plain text. */
export const findTemplates = (text: string): string[] =>
  [...search(text)].filter(({ name }) => templates.has(name)).map(({ found }) => found);

/** The text or address of a node; undefined for code, and for nodes without text of their own. */
const wordsOf = (node: Nodes): string | undefined => {
  if (node.type === 'text') return node.value;
  // Comments are not shown.
  if (node.type === 'html') return node.value.startsWith('<!--') ? undefined : node.value;
  // Parsers percent-encode braces in addresses.
  return node.type === 'link' || node.type === 'image' || node.type === 'definition'
    ? decode(node.url)
    : undefined;
};

const decode = (url: string): string => url.replace(/%7B/gi, '{').replace(/%7D/gi, '}');

/**
 * Finds markup of other systems that would be published as plain text: shortcodes, templates, wiki links,
 * emoji by name. Code, escaped text, and what a plugin handled do not count, so it searches the tree after
 * the plugins ran. One pass over the text, one over the tree.
 */
export const findForeignMarkup = (tree: Root, text: string): ForeignMarkup[] => {
  const matches = [...search(text)];
  if (matches.length === 0) return [];
  const shown: Match[] = [];
  let next = 0;
  const assign = (node: Nodes, end: number): void => {
    for (let match = matches[next]; match && match.offset < end; match = matches[++next])
      if (wordsOf(node)?.includes(match.mark)) shown.push(match);
  };
  const visit = (node: Nodes, around: Nodes): void => {
    const { start, end } = node.position ?? {};
    if (start?.offset !== undefined) assign(around, start.offset);
    if ('children' in node) for (const child of node.children) visit(child, node);
    if (end?.offset !== undefined) assign(node, end.offset);
  };
  visit(tree, tree);
  const { toPoint } = location(text);
  return shown.map(({ name, offset, found, plugin }) => ({
    found,
    ...(plugin !== undefined && { plugin }),
    ...(name === 'contents' && { heading: '## Contents' }),
    place: toPoint(offset) ?? { line: 1, column: 1 },
  }));
};
