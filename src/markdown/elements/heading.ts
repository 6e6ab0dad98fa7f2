import { toString } from 'hast-util-to-string';

import type { Handler } from '../walk.ts';

/** Hands in the heading to be numbered and named at the end; one without content goes away. */
export const heading: Handler = (element, walk) => {
  element.children = walk.all(element.children);
  if (element.properties.id === 'footnote-label') return undefined;
  if (toString(element).trim() === '' && !element.children.some((child) => child.type !== 'text')) return [];
  walk.headings.push(element);
  return undefined;
};
