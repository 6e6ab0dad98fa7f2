import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Reference } from '../types.ts';
import { blockEnd, blockNumberOf } from './tokens.ts';

const LIMIT = 200;
/** Collecting stops after this many characters. */
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
/** Elements whose words are separate from the text around them. */
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
 * Whether the words of an element are not the author's: marks of footnotes, and drawn copies of readable
 * formulas.
 */
const isMark = ({ tagName, properties }: Element): boolean =>
  String(properties.ariaHidden) === 'true' || (tagName === 'a' && 'dataFootnoteRef' in properties);

interface Gathering {
  text: string;
  /** Whether only text in paragraphs is collected, without blocks beside the text. */
  readonly paragraphs: boolean;
  readonly references: readonly Reference[];
}

/** Whether a block is part of the text: boxes and inline blocks are. */
const isRunningText = (reference: Reference | undefined): boolean =>
  reference?.kind === 'block' && (reference.block === 'box' || reference.form === 'inline');

const gather = (nodes: readonly (RootContent | ElementContent)[], into: Gathering, within: boolean): void => {
  // How many blocks beside the text are open, and how many blocks within them.
  let beside = 0;
  for (const node of nodes) {
    if (into.text.length > ENOUGH) return;
    if (node.type === 'raw' && into.paragraphs) {
      const number = blockNumberOf(node.value);
      if (number !== undefined && (beside > 0 || !isRunningText(into.references[number]))) beside += 1;
      else if (node.value === blockEnd && beside > 0) beside -= 1;
    }
    if (beside > 0) continue;
    if (node.type === 'text' && within) into.text += node.value;
    if (node.type !== 'element' || skipped.has(node.tagName) || isMark(node) || hiddenBy(node)) continue;
    // Collapsed text does not belong in an excerpt.
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

const gatherText = (tree: Root, references: readonly Reference[], paragraphs: boolean): string => {
  const into: Gathering = { text: '', paragraphs, references };
  gather(tree.children, into, !paragraphs);
  return cut(into.text.replace(/\s{2,}|[^\S ]/g, ' ').trim());
};

/**
 * Plain text of the first paragraphs, or of anything else with words where there are none: at most 200
 * characters, cut at a word.
 */
export const toExcerpt = (tree: Root, references: readonly Reference[]): string =>
  gatherText(tree, references, true) || gatherText(tree, references, false);

/** CSS declarations that hide an element. */
const hiding =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0(?:\.0*)?(?:px|r?em|pt|%)?)\s*(?:!\s*important\s*)?(?:;|$)/i;

/** How an element hides its content from readers, as HTML; undefined when it does not. */
export const hiddenBy = ({ tagName, properties }: Element): string | undefined => {
  if (tagName === 'template' || (tagName === 'dialog' && properties.open === undefined))
    return `<${tagName}>`;
  const { hidden, style } = properties;
  if (hidden !== undefined && hidden !== null && hidden !== false) return `<${tagName} hidden>`;
  const match = typeof style === 'string' ? hiding.exec(style) : null;
  return match ? `<${tagName} style="${match[0].replace(/^[;\s]+|[;\s]+$/g, '')}">` : undefined;
};
