import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';

const fold = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Takes the heading away with which a body begins when it says the document's title again, which stands above
 * the body already. Returns it, for the message.
 */
export const dropTitle = (tree: Root, title: string): Element | undefined => {
  const index = tree.children.findIndex((child) => child.type !== 'text' || /\S/.test(child.value));
  const first = tree.children[index];
  if (first?.type !== 'element' || !/^h[12]$/.test(first.tagName)) return undefined;
  if (title === '' || fold(toString(first)) !== fold(title)) return undefined;
  tree.children.splice(index, 1);
  return first;
};
