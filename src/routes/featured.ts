import type { Article } from '../site.ts';

/** Those of the articles that are featured there, in their order: by their number, then as they come. */
export const featuredIn = (articles: readonly Article[], place: 'home' | 'section'): Article[] =>
  articles
    .filter(({ featured }) => featured === place)
    .sort((a, b) => orderOf(a) - orderOf(b) || a.rank - b.rank);

/** Behind all that have one, for an article without a number. */
const orderOf = ({ featuredOrder }: Article): number => featuredOrder ?? Number.MAX_VALUE;
