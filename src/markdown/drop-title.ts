import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { withoutCase } from '../bytes/usable-text.ts';

/** The same text for titles that differ only in case and white space. */
const toTitleKey = (text: string): string => withoutCase(text).replace(/\s+/g, ' ').trim();

/**
 * Removes the first heading of a body when it repeats the document's title, which the page shows already.
 * Returns it, for the message.
 */
export const dropTitle = (tree: Root, title: string): Element | undefined => {
  const index = tree.children.findIndex((child) => child.type !== 'text' || /\S/.test(child.value));
  const first = tree.children[index];
  if (first?.type !== 'element' || !/^h[12]$/.test(first.tagName)) return undefined;
  if (title === '' || toTitleKey(toString(first)) !== toTitleKey(title)) return undefined;
  tree.children.splice(index, 1);
  return first;
};
