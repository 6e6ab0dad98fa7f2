import type { SourcePath } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import type { ArticleDocument, CategoryDocument } from '../types.ts';
import type { CategoryDraft } from './categories.ts';
import { joinSlugs } from './category-place.ts';
import { partsOf, toSlugPath } from './find-categories.ts';

/**
 * The categories that articles name and for which there is no folder, with those above them, as if each had
 * an `_index.md` with its name as title.
 */
export function nameCategories(
  articles: readonly ArticleDocument[],
  {
    isKnown,
    keyBySlug,
  }: {
    readonly isKnown: (name: string) => boolean;
    /** Folders of categories by the slugs that they have on the site. */
    readonly keyBySlug: ReadonlyMap<string, string>;
  },
): CategoryDocument[] {
  const byKey = new Map<string, CategoryDocument>();
  for (const { data } of articles) {
    for (const name of data.category === undefined ? data.categories : [data.category, ...data.categories]) {
      if (isKnown(name)) continue;
      const parts = partsOf(name);
      for (const [index, title] of parts.entries()) {
        const path = parts.slice(0, index + 1).join('/');
        const above = toSlugPath(parts.slice(0, index).join('/'));
        const key = joinSlugs(keyBySlug.get(above) ?? above, toSlugPath(title));
        if (!isKnown(path) && !byKey.has(key))
          byKey.set(key, bareCategory(`content/${key}/_index.md` as SourcePath, title));
      }
    }
  }
  return [...byKey.values()];
}

/** A category of which only the file and the title are known. */
export const bareCategory = (path: SourcePath, title: string): CategoryDocument => ({
  kind: 'category',
  path,
  digest: digestOf(title),
  data: { title, order: 0, editors: [], hidden: false, aliases: [] },
  body: digestOf(''),
  excerpt: '',
  headings: [],
  references: [],
  words: 0,
  messages: [],
});

/** Takes out of the tree the categories of `made` that list nothing, so that no draft makes a page. */
export function dropEmpty(
  categories: Map<string, CategoryDraft>,
  { made, used }: { readonly made: ReadonlySet<CategoryDocument>; readonly used: Iterable<CategoryDraft> },
): void {
  const usedCategories = new Set<CategoryDraft>();
  for (const category of used)
    for (let at: CategoryDraft | undefined = category; at; at = at.parent) usedCategories.add(at);
  for (const [key, category] of categories) {
    if (!made.has(category.document) || usedCategories.has(category)) continue;
    categories.delete(key);
    const siblings = category.parent?.children;
    siblings?.splice(siblings.indexOf(category), 1);
  }
}
