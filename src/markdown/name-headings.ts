import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';

import { toSlug } from '../content/slug.ts';
import type { Heading } from '../types.ts';
import { RESERVED_IDS } from './reserved-ids.ts';

const NAMELESS = 'muc';
const reserved = new Set(RESERVED_IDS);

/** Makes slugs unique: `a`, `a-2`, `a-3`. Remembers where it was, so that a thousand equal headings are not a million tries. */
const createUnique = (ids: ReadonlySet<string>) => {
  const counts = new Map<string, number>();
  return (slug: string): string => {
    let count = counts.get(slug) ?? 0;
    let id: string;
    do {
      count++;
      id = count === 1 ? slug : `${slug}-${count}`;
    } while (ids.has(id) || reserved.has(id));
    counts.set(slug, count);
    return id;
  };
};

export interface Naming {
  /** Those that have words, in the order in which they were named. */
  readonly headings: Heading[];
  /**
   * Gives a heading of `rank` 1 to 6 its depth below the page's own `h1` (one level below the nearest earlier one that outranks it, so none is
   * skipped) and an id unique in the page: the `given` one, or one made of its words.
   */
  readonly name: (heading: { readonly rank: number; readonly text: string; readonly given?: string }) => Pick<Heading, 'depth' | 'id'>;
}

/** Names headings in their order. `ids` has the other ids of the page. */
export const createNaming = (ids: Set<string>): Naming => {
  const headings: Heading[] = [];
  const above: number[] = [];
  const unique = createUnique(ids);
  return {
    headings,
    name: ({ rank, text: words, given }) => {
      while ((above.at(-1) ?? 0) >= rank) above.pop();
      above.push(rank);
      const depth = Math.min(above.length + 1, 6);
      const text = words.replace(/\s{2,}|[^\S ]/g, ' ').trim();
      const id = given !== undefined && !reserved.has(given) ? given : unique(toSlug(text) || NAMELESS);
      ids.add(id);
      if (text !== '') headings.push({ depth, id, text });
      return { depth, id };
    },
  };
};

/** Gives every heading its level and an id unique in the page, and lists those that have words. */
export const nameHeadings = (elements: readonly Element[], ids: Set<string>): Heading[] => {
  const naming = createNaming(ids);
  for (const element of elements) {
    const { id: given } = element.properties;
    const { depth, id } = naming.name({ rank: Number(element.tagName[1]), text: toString(element), ...(typeof given === 'string' && { given }) });
    element.tagName = `h${depth}`;
    element.properties = { ...element.properties, id };
  }
  return naming.headings;
};
