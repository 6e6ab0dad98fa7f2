import { hash } from './hash.ts';

/** The key of a category, author, tag or type, which articles are filtered by. No word has it: it has a colon. */
export const facetKey = (kind: 'category' | 'author' | 'tag' | 'type', name: string): number =>
  hash(`${kind}:${name}`);
