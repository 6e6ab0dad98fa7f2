import type { Element, Nodes, Root, Text } from 'hast';
import { BLOCK, INLINE_BLOCK } from './block-element.ts';
import { smartPunctuation } from './smart-punctuation.ts';

/** Elements within a line of text; every other one begins and ends a text of its own. */
const inline = new Set([
  INLINE_BLOCK,
  ...'a abbr b bdi bdo cite data del dfn em font i ins label mark q s small span strike strong sub sup time u'.split(
    ' ',
  ),
]);
/** Elements whose characters mean what they are. */
const exact = new Set('code kbd listing math pre samp script style svg textarea tt var xmp'.split(' '));
/** Stands for what is no text of its line: neither space nor punctuation. */
const placeholder = '\uFFFC';

/**
 * Straight marks of a body as {@link smartPunctuation} has them, in texts and in captions of pictures. A
 * quotation may begin in one element of a line and end in another. Code and addresses stay.
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

/** Gives each text of a line its part of the line's text. */
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

/** The words in the brackets of a block become its title or caption. */
function punctuateLabel({ properties }: Element): void {
  if (typeof properties.label === 'string') properties.label = smartPunctuation(properties.label);
}

/** A link whose text is where it leads. */
function isAddress({ tagName, properties, children }: Element): boolean {
  const [text] = children;
  if (tagName !== 'a' || text?.type !== 'text' || children.length > 1) return false;
  return String(properties.href).endsWith(text.value);
}
