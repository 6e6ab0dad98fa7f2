import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';

import { classifyUrl } from '../addresses/classify-url.ts';
import { readService, type ServicePage } from '../blocks/services.ts';
import { toBlockElement, type WrittenBlock } from './block-element.ts';
import { parseHtml } from './parse-html.ts';
import { schema } from './schema.ts';
import { hiddenBy } from './to-excerpt.ts';
import { OPEN } from './tokens.ts';

/** Called for the HTML that is removed from a body. */
export interface Removals {
  /** Called for an element that shows something: a video, a drawing, a form. */
  readonly lost: (what: string, element: Element) => void;
  /** Called for a frame of a known service, which becomes the block `embed`. */
  readonly embedded: (page: ServicePage, element: Element) => void;
  /** Called for text that was hidden from readers. */
  readonly hidden: (what: string, element: Element) => void;
  /** Called once per body for attributes and elements that can go without losing words. */
  readonly reduced: (what: string, first: Element) => void;
}

// An author's HTML cannot contain this noncharacter in the name of an attribute, where character references
// do not work. So it marks the elements that Markdown and plugins made. Those are trusted, and get their
// properties back.
const MARK = OPEN;
/** How many kinds of such attributes and elements a message names. */
const NAMED = 8;
const PREFIX = 'user-content-';
const references: readonly string[] = ['id', 'name', 'ariaDescribedBy', 'ariaLabelledBy', 'headers'];
const tableParts = new Set(['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
const allowed = new Set(schema.tagNames);
const stripped = new Set(schema.strip);

/** Marks the trusted elements, and returns their properties. */
const mark = (nodes: readonly RootContent[], made: Properties[] = []): Properties[] => {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    made.push(node.properties);
    node.properties = { [MARK]: String(made.length - 1) };
    mark(node.children, made);
  }
  return made;
};

const attributeName = (property: string): string =>
  property === 'className' ? 'class' : property.replace(/^(data|aria)(?=[A-Z])/, '$1-').toLowerCase();

/** Elements that show something by themselves, which is lost without them. */
const showing = new Set(
  'script style iframe frame frameset object embed applet video audio svg canvas math map input select textarea noembed noframes xmp'.split(
    ' ',
  ),
);
/** Parts of those, which are reported together with them. */
const parts = new Set(['source', 'track', 'param']);
const LONGEST = 80;

/** Describes an element that is lost, with its address if it has one: `<iframe src="https://…">`. */
const describe = ({ tagName, properties, children }: Element): string => {
  const inner = children.find((child) => child.type === 'element' && child.tagName === 'source');
  const source =
    properties.src ?? properties.data ?? (inner?.type === 'element' ? inner.properties.src : undefined);
  return typeof source === 'string' && source !== ''
    ? `<${tagName} src="${source.length > LONGEST ? `${source.slice(0, LONGEST - 1)}…` : source}">`
    : `<${tagName}>`;
};

/** The unsafe scheme of an address, such as `javascript:`. */
const unsafeScheme = (value: Properties[string]): string | undefined => {
  const target = typeof value === 'string' ? classifyUrl(value, { origin: '', base: '/' }) : undefined;
  return target?.kind === 'unsafe' ? `${target.scheme}:` : undefined;
};

const alignment = /(?:^|;)\s*text-align\s*:\s*(left|center|right)\b/i;

/** Cells are aligned by `align`, like tables of Markdown. */
const withAlignment = ({ tagName, properties }: Element): Properties => {
  const { style, ...others } = properties;
  const side = typeof style === 'string' ? alignment.exec(style)?.[1]?.toLowerCase() : undefined;
  if ((tagName !== 'td' && tagName !== 'th') || side === undefined) return properties;
  const isAll = String(style).replace(alignment, '').replace(/[\s;]/g, '') === '';
  return isAll ? { align: side, ...others } : { align: side, ...properties };
};

const withPrefix = (value: Properties[string]): Properties[string] => {
  if (Array.isArray(value)) return value.map((id) => `${PREFIX}${id}`);
  return typeof value === 'string' && !value.startsWith(PREFIX) ? `${PREFIX}${value}` : value;
};

const safeProperties = (element: Element, cleaning: Cleaning): Properties => {
  const written = withAlignment(element);
  const safe = sanitize({ ...element, properties: written, children: [] }, schema);
  const properties = safe.type === 'element' ? safe.properties : {};
  for (const name of Object.keys(written)) {
    const isKept = name in properties && !(Array.isArray(properties[name]) && properties[name].length === 0);
    if (isKept) continue;
    const scheme = name === 'href' || name === 'src' ? unsafeScheme(written[name]) : undefined;
    if (scheme !== undefined) cleaning.removals.lost(scheme, element);
    else note(cleaning, attributeName(name), element);
    delete properties[name];
  }
  for (const name of references) if (name in properties) properties[name] = withPrefix(properties[name]);
  return properties;
};

const offsetOf = ({ position }: Element): number => position?.start.offset ?? Number.POSITIVE_INFINITY;

/** Counts what is removed without loss. */
const note = ({ reduced }: Cleaning, what: string, element: Element): void => {
  if (!reduced.first || offsetOf(element) < offsetOf(reduced.first)) reduced.first = element;
  reduced.counts.set(what, (reduced.counts.get(what) ?? 0) + 1);
};

const isElementContent = (node: RootContent): node is ElementContent => node.type !== 'doctype';

interface Cleaning {
  readonly made: readonly Properties[];
  readonly removals: Removals;
  readonly reduced: { readonly counts: Map<string, number>; first?: Element };
}

/** What replaces an untrusted element after its children were cleaned. */
const cleanElement = (node: Element, cleaning: Cleaning, inTable: boolean): ElementContent[] => {
  const { tagName } = node;
  if (allowed.has(tagName) && (inTable || !tableParts.has(tagName))) {
    node.properties = safeProperties(node, cleaning);
    return [node];
  }
  if (!showing.has(tagName) && !parts.has(tagName)) note(cleaning, `<${tagName}>`, node);
  return node.children;
};

const clean = <Content extends RootContent>(
  nodes: readonly Content[],
  cleaning: Cleaning,
  inTable: boolean,
): (Content | ElementContent)[] =>
  nodes.flatMap((node): (Content | ElementContent)[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    const number = node.properties[MARK];
    const trusted = typeof number === 'string' ? cleaning.made[Number(number)] : undefined;
    const { tagName } = node;
    if (!trusted) {
      const hidden = hiddenBy(node);
      if (hidden !== undefined) {
        if (hasWords(node)) cleaning.removals.hidden(hidden, node);
        return [];
      }
      const embed = tagName === 'iframe' ? toEmbed(node, cleaning.removals) : undefined;
      if (embed) return [embed];
      if (showing.has(tagName)) cleaning.removals.lost(describe(node), node);
      if (stripped.has(tagName)) return [];
    }
    node.children = clean(
      node.content?.children.filter(isElementContent) ?? node.children,
      cleaning,
      inTable || tagName === 'table',
    );
    if (!trusted) return cleanElement(node, cleaning, inTable);
    node.properties = { ...trusted };
    return [node];
  });

/** The block `embed` for a frame of a known service. */
const toEmbed = (frame: Element, { embedded }: Removals): Element | undefined => {
  const { src, title } = frame.properties;
  const page = typeof src === 'string' ? readService(src.trim()) : undefined;
  if (!page) return undefined;
  embedded(page, frame);
  const { line, column } = frame.position?.start ?? { line: 1, column: 1 };
  const words = typeof title === 'string' ? title.trim() : '';
  const written: WrittenBlock = {
    block: 'embed',
    name: 'embed',
    form: 'leaf',
    attributes: { src: [page.link, line, column], ...(words !== '' && { title: [words, line, column] }) },
  };
  return { ...toBlockElement(written, []), ...(frame.position && { position: frame.position }) };
};

/** Whether an element has something to read or see. */
const hasWords = (element: Element): boolean =>
  (element.content?.children ?? element.children).some((child) =>
    child.type === 'element'
      ? child.tagName === 'img' || hasWords(child)
      : child.type === 'text' && /\S/.test(child.value),
  );

/** `class (12), style (5), <font>`: the most frequent first. */
const toList = (counts: ReadonlyMap<string, number>): string => {
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = sorted.slice(0, NAMED).map(([what, count]) => (count > 1 ? `${what} (${count})` : what));
  return [...named, ...(sorted.length > NAMED ? ['…'] : [])].join(', ');
};

/**
 * Parses the raw HTML of an author and keeps what the schema allows; ids get the prefix `user-content-`. What
 * Markdown and the remark plugins made does not change. Loaded only where a document has raw HTML.
 */
export const sanitise = (tree: Root, removals: Removals): Root => {
  const cleaning: Cleaning = { made: mark(tree.children), removals, reduced: { counts: new Map() } };
  const parsed = parseHtml(tree);
  parsed.children = clean(parsed.children, cleaning, false);
  const { first, counts } = cleaning.reduced;
  if (first) removals.reduced(toList(counts), first);
  return parsed;
};
