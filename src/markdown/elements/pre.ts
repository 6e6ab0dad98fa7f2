import type { Handler } from '../walk.ts';

/** Lets the keyboard scroll code that is wider than the page. */
export const pre: Handler = (element, walk) => {
  element.children = walk.all(element.children);
  element.properties.tabIndex ??= 0;
  return undefined;
};
