import type { Element, Nodes, Root, Text } from 'hast';
import { BLOCK, INLINE_BLOCK } from './block-element.ts';
import { smartPunctuation } from './smart-punctuation.ts';

/** Elements within a line of text. Every other element begins and ends a text of its own. */
const inline = new Set([
  INLINE_BLOCK,
  ...'a abbr b bdi bdo cite data del dfn em font i ins label mark q s small span strike strong sub sup time u'.split(
    ' ',
  ),
]);
/** Elements whose characters are literal. */
const exact = new Set('code kbd listing math pre samp script style svg textarea tt var xmp'.split(' '));
/** Stands for an element whose text does not belong to the line: neither space nor punctuation. */
const placeholder = '\uFFFC';

/**
 * Applies {@link smartPunctuation} to the texts of a body and to captions of pictures. A quotation may begin
 * in one element of a line and end in another. Code and addresses do not change.
 */
export function punctuateTree(tree: Root): void {
  let line: (Text | string)[] = [];
  const flush = (): void => {
    punctuateLine(line);
    line = [];
  };
  const enter = (node: Nodes): void => {
    if (node.type === 'text') line.push(node);
    else if (node.type === 'root') walk(node);
    else if (node.type !== 'element') return;
    else if (node.tagName === 'br') line.push('\n');
    else if (node.tagName === 'img') line.push(atPicture(node));
    else if (isAddress(node) || exact.has(node.tagName)) line.push(placeholder);
    else if (inline.has(node.tagName)) walk(node);
    else {
      flush();
      if (node.tagName === BLOCK) punctuateLabel(node);
      walk(node);
      flush();
    }
  };
  const walk = ({ children }: Root | Element): void => {
    for (const child of children) enter(child);
  };
  enter(tree);
  flush();
}

/** Replaces the texts of a line by their parts of the line's new text. */
function punctuateLine(line: readonly (Text | string)[]): void {
  const written = line.map((part) => (typeof part === 'string' ? part : part.value)).join('');
  const text = smartPunctuation(written);
  if (text === written) return;
  let at = 0;
  for (const part of line) {
    if (typeof part === 'string') at += part.length;
    else part.value = text.slice(at, (at += part.value.length));
  }
}

/** The title of a picture becomes its caption. */
function atPicture({ properties }: Element): string {
  if (typeof properties.title === 'string') properties.title = smartPunctuation(properties.title);
  return placeholder;
}

/** The label of a block becomes its title or caption. */
function punctuateLabel({ properties }: Element): void {
  if (typeof properties.label === 'string') properties.label = smartPunctuation(properties.label);
}

/** Whether the text of a link is its address. */
function isAddress({ tagName, properties, children }: Element): boolean {
  const [text] = children;
  if (tagName !== 'a' || text?.type !== 'text' || children.length > 1) return false;
  return String(properties.href).endsWith(text.value);
}
