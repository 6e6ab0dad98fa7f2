import { BLOCK, block, INLINE_BLOCK } from '../block-element.ts';
import type { Handler } from '../walk.ts';
import { blockquote } from './alert.ts';
import { heading } from './heading.ts';
import { link } from './link.ts';
import { paragraph } from './paragraph.ts';
import { picture } from './picture.ts';
import { cell, table } from './table.ts';

/** Makes code that is wider than the page scrollable by keyboard. */
const pre: Handler = (element, walk) => {
  element.children = walk.all(element.children);
  element.properties.tabIndex ??= 0;
  return undefined;
};

/** Gives the checkbox of a task list its accessible name. */
const input: Handler = (element, walk) => {
  const { properties } = element;
  if (properties.type === 'checkbox')
    properties.ariaLabel ??= properties.checked ? walk.options.labels.done : walk.options.labels.open;
  return undefined;
};

/** The handler of each element. */
export const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['a', link],
  ['blockquote', blockquote],
  [BLOCK, block],
  [INLINE_BLOCK, block],
  ['h1', heading],
  ['h2', heading],
  ['h3', heading],
  ['h4', heading],
  ['h5', heading],
  ['h6', heading],
  ['img', (element, walk) => picture(element, walk, { block: false })],
  ['input', input],
  ['p', paragraph],
  ['pre', pre],
  ['table', table],
  ['td', cell],
  ['th', cell],
]);
