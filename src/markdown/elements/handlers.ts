import { BLOCK, block, INLINE_BLOCK } from '../block-element.ts';
import type { Handler } from '../walk.ts';
import { blockquote } from './alert.ts';
import { cell } from './cell.ts';
import { heading } from './heading.ts';
import { input } from './input.ts';
import { link } from './link.ts';
import { paragraph } from './paragraph.ts';
import { picture } from './picture.ts';
import { pre } from './pre.ts';
import { table } from './table.ts';

/** What is done with which element. */
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
