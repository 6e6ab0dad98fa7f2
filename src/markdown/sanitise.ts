import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';

import { classifyUrl } from '../addresses/classify-url.ts';
import { parseHtml } from './parse-html.ts';
import { schema } from './schema.ts';
import { OPEN } from './tokens.ts';

/** Called once for each element from which something is removed. */
export type ReportRemoval = (what: string, element: Element) => void;

// Author's HTML cannot contain this noncharacter in an attribute's name (character references are not read
// there), so it tells the elements that Markdown and plugins made from the author's own. Theirs are trusted
// and get their properties back.
const MARK = OPEN;
/** Attributes of one element that a message names. */
const NAMED = 5;
const PREFIX = 'user-content-';
const references: readonly string[] = ['id', 'name', 'ariaDescribedBy', 'ariaLabelledBy', 'headers'];
const tableParts = new Set(['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
const allowed = new Set(schema.tagNames);
const stripped = new Set(schema.strip);

const mark = (nodes: readonly RootContent[], made: Properties[]): void => {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    made.push(node.properties);
    node.properties = { [MARK]: String(made.length - 1) };
    mark(node.children, made);
  }
};

const attributeName = (property: string): string =>
  property === 'className' ? 'class' : property.replace(/^(data|aria)(?=[A-Z])/, '$1-').toLowerCase();

const addresses = new Set(['href', 'src', 'cite']);

const describe = (name: string, value: Properties[string]): string => {
  const target =
    typeof value === 'string' && addresses.has(name)
      ? classifyUrl(value, { origin: '', base: '/' })
      : undefined;
  return target?.kind === 'unsafe' ? `${target.scheme}:` : attributeName(name);
};

const withPrefix = (value: Properties[string]): Properties[string] => {
  if (Array.isArray(value)) return value.map((id) => `${PREFIX}${id}`);
  return typeof value === 'string' && !value.startsWith(PREFIX) ? `${PREFIX}${value}` : value;
};

const safeProperties = (element: Element, report: ReportRemoval): Properties => {
  const safe = sanitize({ ...element, children: [] }, schema);
  const properties = safe.type === 'element' ? safe.properties : {};
  const removed = Object.keys(element.properties).filter(
    (name) => !(name in properties) || (name === 'className' && String(properties[name]) === ''),
  );
  if (removed.length > 0)
    report(
      removed
        .slice(0, NAMED)
        .map((name) => describe(name, element.properties[name]))
        .join(', ') + (removed.length > NAMED ? ', …' : ''),
      element,
    );
  if (Array.isArray(properties.className) && properties.className.length === 0) delete properties.className;
  for (const name of references) if (name in properties) properties[name] = withPrefix(properties[name]);
  return properties;
};

const isElementContent = (node: RootContent): node is ElementContent => node.type !== 'doctype';

interface Cleaning {
  readonly made: readonly Properties[];
  readonly report: ReportRemoval;
}

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
    if (!trusted && stripped.has(tagName)) {
      cleaning.report(`<${tagName}>`, node);
      return [];
    }
    node.children = clean(
      node.content?.children.filter(isElementContent) ?? node.children,
      cleaning,
      inTable || tagName === 'table',
    );
    if (trusted) {
      node.properties = { ...trusted };
      return [node];
    }
    if (!allowed.has(tagName) || (tableParts.has(tagName) && !inTable)) {
      cleaning.report(`<${tagName}>`, node);
      return node.children;
    }
    node.properties = safeProperties(node, cleaning.report);
    return [node];
  });

/**
 * Parses the raw HTML of an author and keeps what the schema allows; ids get the prefix `user-content-`.
 * What Markdown and the remark plugins made stays as it is. Loaded only where a document has raw HTML.
 */
export const sanitise = (tree: Root, report: ReportRemoval): Root => {
  const made: Properties[] = [];
  mark(tree.children, made);
  const parsed = parseHtml(tree);
  parsed.children = clean(parsed.children, { made, report }, false);
  return parsed;
};
