import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { withoutCase } from '../bytes/usable-text.ts';

/** The same text for titles that differ in case and spaces alone. */
const toTitleKey = (text: string): string => withoutCase(text).replace(/\s+/g, ' ').trim();

/**
 * Takes the heading away with which a body begins when it says the document's title again, which stands above
 * the body already. Returns it, for the message.
 */
export const dropTitle = (tree: Root, title: string): Element | undefined => {
  const index = tree.children.findIndex((child) => child.type !== 'text' || /\S/.test(child.value));
  const first = tree.children[index];
  if (first?.type !== 'element' || !/^h[12]$/.test(first.tagName)) return undefined;
  if (title === '' || toTitleKey(toString(first)) !== toTitleKey(title)) return undefined;
  tree.children.splice(index, 1);
  return first;
};
