import type { Root } from 'hast';

import type { Heading, Reference } from '../types.ts';
import { checkFragments, unwrap } from './check-fragments.ts';
import { createWalk } from './create-walk.ts';
import { labelTables } from './elements/table.ts';
import { markDateline } from './mark-dateline.ts';
import { nameHeadings } from './name-headings.ts';
import type { Place, Walk, WalkOptions } from './walk.ts';
import { createWordCounter } from './word-counter.ts';

export interface RewriteOptions extends WalkOptions {
  /** Converts a position in the text to one in the file. */
  readonly locate: (place: Place) => Place;
  readonly report: Walk['report'];
}

export interface Rewritten {
  readonly headings: Heading[];
  /** Ids besides those of `headings`: of footnotes, of raw HTML, of plugins. */
  readonly ids: string[];
  readonly references: Reference[];
  readonly words: number;
}

/** Prepares the body's tree for a page of the site, in one pass and a few final steps. Changes the tree. */
export const rewrite = (tree: Root, { locate, report, ...options }: RewriteOptions): Rewritten => {
  const words = createWordCounter();
  const walk = createWalk({ options, words, locate, report });
  tree.children = walk.all(tree.children);
  const headings = nameHeadings(walk.headings, walk.ids);
  labelTables(walk.tables, options.labels.table);
  unwrap(tree, checkFragments(walk));
  markDateline(tree);
  const named = new Set(headings.map(({ id }) => id));
  return {
    headings,
    ids: [...walk.ids].filter((id) => !named.has(id)),
    references: walk.references,
    words: words.total(),
  };
};
