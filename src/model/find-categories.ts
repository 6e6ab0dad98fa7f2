import type { Trees } from '../addresses/language-of.ts';
import { toSegment } from '../addresses/segment.ts';
import { withoutCase } from '../bytes/usable-text.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { ArticleDocument } from '../types.ts';
import { type CategoryDraft, folderOf, type HeldBy, withParents } from './categories.ts';

/** The categories by the names that front matter has for them. */
export interface CategoryIndex<Found = CategoryDraft> {
  /**
   * By path below `content/`, by a name of the same folder or of the same address (`Kinh tế` for `kinh-te`),
   * or by title.
   */
  readonly find: (name: string) => Found | undefined;
  /** The same by folder and title only: a `slug` does not change which category a folder is. */
  readonly findFolder: (folder: string) => Found | undefined;
  /** The path of the category that a misspelt name most likely means; undefined when none is similar. */
  readonly near: (name: string) => string | undefined;
}

/** Indexes the categories by their names. */
export function indexCategories<Found extends Pick<CategoryDraft, 'slug' | 'link'>>(
  categories: ReadonlyMap<string, Found>,
): CategoryIndex<Found> {
  const bySlug = new Map<string, Found>();
  const byFolder = new Map<string, Found>();
  const byTitle = new Map<string, Found | null>();
  for (const [key, category] of categories) {
    byFolder.set(toSlugPath(key), category);
    bySlug.set(category.slug, category);
    const title = withoutCase(category.link.title);
    // A title that two categories share identifies neither.
    byTitle.set(title, byTitle.has(title) ? null : category);
  }
  const nearOf = new Map<string, string | undefined>();
  const keyBySlug = new Map(
    [...categories].flatMap(([key, { slug }]): [string, string][] => [
      [slug, key],
      [toSlugPath(key), key],
    ]),
  );
  const ofTitle = (name: string): Found | undefined => byTitle.get(withoutCase(name)) ?? undefined;
  const ofFolder = (name: string): Found | undefined =>
    categories.get(name) ?? byFolder.get(toSlugPath(name));
  /** `Kin tế` is like `kinh-te` when both are written as addresses. */
  const nearSlug = (name: string): string | undefined =>
    keyBySlug.get(nearest(toSlugPath(name), keyBySlug.keys()) ?? '');
  return {
    find: (name) => ofFolder(name) ?? bySlug.get(toSlugPath(name)) ?? ofTitle(name),
    findFolder: (folder) => ofFolder(folder) ?? ofTitle(folder),
    near: (name) => {
      if (!nearOf.has(name)) nearOf.set(name, nearest(name, categories.keys()) ?? nearSlug(name));
      return nearOf.get(name);
    },
  };
}

/** The parts of a name between its slashes. */
export const partsOf = (name: string): string[] =>
  name
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What a name is in an address. */
export const toSlugPath = (name: string): string => partsOf(name).map(toSegment).join('/');

/** The category of a folder: its own or, where it is none, that of the nearest folder above. */
export function categoryOfFolder<Found>(folder: string, categories: CategoryIndex<Found>): Found | undefined {
  for (const each of withParents(folder)) {
    const category = categories.findFolder(each);
    if (category) return category;
  }
  return undefined;
}

interface Input {
  readonly trees: Trees;
  readonly document: ArticleDocument;
  readonly categories: CategoryIndex;
  readonly heldBy: HeldBy;
  readonly report: (message: Diagnostic) => void;
}

/**
 * The category of an article, then those of `categories`. Unknown names are reported and left out: the
 * article then stays in its folder's category. Undefined when the folder has no category either.
 */
export function findCategories({
  document,
  categories,
  heldBy,
  trees,
  report,
}: Input): CategoryDraft[] | undefined {
  const { path, data } = document;
  const folder = folderOf(path, trees);
  const holder = heldBy(folder);
  if (holder !== undefined) {
    report(diagnose('held-back-category', path, {}, { category: holder }));
    return undefined;
  }
  const find = (name: string, field: readonly (string | number)[]): CategoryDraft | undefined => {
    const category = categories.find(name);
    if (category) return category;
    const near = categories.near(name);
    const rule = near === undefined ? 'foreign-category' : 'misspelt-category';
    report(diagnose(rule, path, { field }, { category: name, ...(near !== undefined && { near }) }));
    return undefined;
  };
  const named = data.category === undefined ? undefined : find(data.category, ['category']);
  const further = data.categories.flatMap((name, index) => find(name, ['categories', index]) ?? []);
  const main = named ?? categoryOfFolder(folder, categories) ?? further[0];
  if (!main) {
    // An `_index.md` there serves all folders below it.
    const [top = ''] = folder.split('/');
    const near = categories.near(top);
    const values = { category: top, ...(near !== undefined && { near }) };
    report(diagnose('unknown-category', path, { field: ['category'] }, values));
    return undefined;
  }
  return [
    main,
    ...further.filter((category, index) => category !== main && further.indexOf(category) === index),
  ];
}
