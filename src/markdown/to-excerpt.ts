import type { Element, ElementContent, Root, RootContent } from 'hast';

import { ALERT_TITLE } from './elements/alert.ts';
import { hiddenBy } from './is-hidden.ts';

const LIMIT = 200;
/** Characters after which no more are gathered. */
const ENOUGH = LIMIT * 2;
const ELLIPSIS = '…';
const skipped = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'table',
  'figure',
  'section',
  'input',
  'summary',
  'script',
  'style',
  // The source of a formula, in another language.
  'annotation',
  'annotation-xml',
]);
/** Elements whose words do not run into what stands beside them. */
const blocks = new Set([
  'p',
  'li',
  'div',
  'details',
  'blockquote',
  'dt',
  'dd',
  'ul',
  'ol',
  'dl',
  'br',
  'hr',
  'address',
  'article',
  'aside',
  'center',
  'header',
  'footer',
  'nav',
]);

/**
 * Whether an element has words that are not the author's: marks of footnotes, labels of boxes, what is drawn
 * beside a formula that is there to be read.
 */
const isMark = ({ tagName, properties }: Element): boolean =>
  String(properties.ariaHidden) === 'true' ||
  (tagName === 'a' && 'dataFootnoteRef' in properties) ||
  (tagName === 'p' && Array.isArray(properties.className) && properties.className.includes(ALERT_TITLE));

interface Gathering {
  text: string;
  /** Only what stands in a paragraph is gathered. */
  readonly paragraphs: boolean;
}

const gather = (nodes: readonly (RootContent | ElementContent)[], into: Gathering, within: boolean): void => {
  for (const node of nodes) {
    if (into.text.length > ENOUGH) return;
    if (node.type === 'text' && within) into.text += node.value;
    if (node.type !== 'element' || skipped.has(node.tagName) || isMark(node) || hiddenBy(node)) continue;
    // What is folded away is no beginning.
    if (node.tagName === 'details' && into.paragraphs) continue;
    if (blocks.has(node.tagName)) into.text += ' ';
    gather(node.children, into, within || !into.paragraphs || node.tagName === 'p');
    if (blocks.has(node.tagName)) into.text += ' ';
  }
};

const cut = (text: string): string => {
  if (text.length <= LIMIT) return text;
  const room = text.slice(0, LIMIT);
  const space = room.lastIndexOf(' ');
  const end = space > 0 ? space : /[\uD800-\uDBFF]$/.test(room.slice(0, -1)) ? LIMIT - 2 : LIMIT - 1;
  return room.slice(0, end).replace(/[\s,;:–-]+$/, '') + ELLIPSIS;
};

const gatherText = (tree: Root, paragraphs: boolean): string => {
  const into: Gathering = { text: '', paragraphs };
  gather(tree.children, into, !paragraphs);
  return cut(into.text.replace(/\s{2,}|[^\S ]/g, ' ').trim());
};

/**
 * Plain text of the first paragraphs, or where there is none of what else has words: at most 200 characters,
 * cut at a word.
 */
export const toExcerpt = (tree: Root): string => gatherText(tree, true) || gatherText(tree, false);
