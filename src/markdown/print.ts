import type { FootnoteDefinition, Root } from 'mdast';

import { createNaming } from './name-headings.ts';
import { block } from './print/blocks.ts';
import { isOfNote } from './print/inline.ts';
import { footer } from './print/notes.ts';
import { isShown, type Printing, type PrintOptions } from './print/printing.ts';
import type { Rewritten } from './rewrite.ts';
import type { Survey } from './survey.ts';
import { shorten } from './to-excerpt.ts';
import { createWordCounter } from './word-counter.ts';

export interface Printed extends Rewritten {
  readonly html: string;
  readonly excerpt: string;
}

/**
 * The whole way from mdast to a stored body in one step, for documents of which nothing is to be said and in which stand only the usual things: what
 * remark-rehype, our rewriting and rehype-stringify make in three times as long. Undefined for all others; a test holds both ways against each other.
 */
export const print = (tree: Root, { definitions, tables }: Survey, options: PrintOptions): Printed | undefined => {
  const ids = new Set<string>();
  const notes = new Map<string, FootnoteDefinition>();
  for (const definition of definitions) {
    const id = definition.identifier.toUpperCase();
    if (definition.type === 'footnoteDefinition' && !notes.has(id)) notes.set(id, definition);
  }
  const state: Printing = {
    options,
    words: createWordCounter(),
    excerpt: '',
    within: false,
    naming: createNaming(ids),
    references: [],
    ids,
    notes: { definitions: notes, counts: new Map() },
    tables,
    table: 0,
    said: '',
    dateline: false,
    plain: true,
  };
  let html = '';
  for (const [index, node] of tree.children.filter(isShown).entries()) {
    html += `${index > 0 ? '\n' : ''}${block(node, state, { top: true })}`;
    if (!state.plain) return undefined;
  }
  // Notes are no beginning.
  const excerpt = shorten(state.excerpt);
  if (state.notes.counts.size > 0) html += `${html === '' ? '' : '\n'}${footer(state)}`;
  // Where no paragraph has words, others are looked at. Tables of notes that nothing refers to do not count.
  if (!state.plain || excerpt === '' || state.table !== tables) return undefined;
  return { html, headings: state.naming.headings, ids: [...ids].filter(isOfNote), references: state.references, excerpt, words: state.words.total() };
};
