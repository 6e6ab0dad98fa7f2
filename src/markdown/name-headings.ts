import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { toSlug } from '../addresses/slug.ts';
import type { Heading } from '../types.ts';

/** Ids of the templates and the footnotes, which no heading of a body may have. */
export const RESERVED_IDS: readonly string[] = [
  'noi-dung',
  'main',
  'content',
  'top',
  'footnote-label',
  'tieu-de',
  'title',
  'menu',
  'nav',
  'search',
  'tim-kiem',
  'header',
  'footer',
  'font-size',
  'co-chu',
  'related',
  'tin-lien-quan',
  'attachments',
  'tep-dinh-kem',
  'history',
  'lich-su',
  'corrections',
  'dinh-chinh',
  'binh-luan',
  'comments',
];

const NAMELESS = 'muc';
const reserved = new Set(RESERVED_IDS);

/**
 * Makes slugs unique: `a`, `a-2`, `a-3`. Remembers the last number, so that a thousand equal headings are not
 * a million tries.
 */
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

/**
 * Gives every heading a level below the page's own `h1`, and an id that is unique in the page, and lists
 * those with words. Each level is one below the nearest earlier heading that outranks it, so none is skipped.
 * `ids` has the other ids of the page, and the ids of headings are added.
 */
export const nameHeadings = (elements: readonly Element[], ids: Set<string>): Heading[] => {
  const headings: Heading[] = [];
  const above: number[] = [];
  const unique = createUnique(ids);
  for (const element of elements) {
    const rank = Number(element.tagName[1]);
    while ((above.at(-1) ?? 0) >= rank) above.pop();
    above.push(rank);
    const depth = Math.min(above.length + 1, 6);
    const text = toString(element)
      .replace(/\s{2,}|[^\S ]/g, ' ')
      .trim();
    const { id: ownId } = element.properties;
    const id = typeof ownId === 'string' && !reserved.has(ownId) ? ownId : unique(toSlug(text) || NAMELESS);
    ids.add(id);
    element.tagName = `h${depth}`;
    element.properties = { ...element.properties, id };
    if (text !== '') headings.push({ depth, id, text });
  }
  return headings;
};
