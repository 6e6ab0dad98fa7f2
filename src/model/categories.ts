import { documentKind } from '../addresses/document-kind.ts';
import { nameOf, type Trees } from '../addresses/language-of.ts';
import { isFolderIndex } from '../addresses/markdown-name.ts';
import { toSegment } from '../addresses/segment.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ResolvedReference } from '../props.ts';
import type { Article, PageLink } from '../site.ts';
import type { CategoryDocument, Document } from '../types.ts';
import { joinSlugs, placeCategory } from './category-place.ts';
import type { Claims } from './claims.ts';
import { oldSlugs } from './old-slugs.ts';

/** A category while the model fills its lists; routes see it read-only. */
export interface CategoryDraft {
  readonly key: string;
  readonly slug: string;
  /** What `slug` was when the category, or one above it, stood at the addresses of `aliases`. */
  readonly oldSlugs: readonly string[];
  readonly link: PageLink;
  document: CategoryDocument;
  readonly parent?: CategoryDraft;
  readonly children: CategoryDraft[];
  readonly articles: Article[];
  readonly own: Article[];
  resolved: readonly (ResolvedReference | null)[];
}

/**
 * The tree of categories from their `_index.md`, parents before their children, siblings by `order`, then by
 * title.
 */
export function growCategories(
  documents: readonly CategoryDocument[],
  {
    config,
    claims,
    report,
  }: { config: ResolvedConfig; claims: Claims; report: (message: Diagnostic) => void },
): Map<string, CategoryDraft> {
  const unsorted = new Map<string, CategoryDraft>();
  const nearest = (folder: string): CategoryDraft | undefined =>
    withParents(folder).flatMap((each) => unsorted.get(each) ?? [])[0];
  /** The slugs of a folder and those above it, whether they are categories or not. */
  const slugOf = (folder: string): string =>
    withParents(folder)
      .toReversed()
      .reduce(
        (above, each) =>
          unsorted.get(each)?.slug ?? joinSlugs(above, toSegment(each.split('/').at(-1) ?? '')),
        '',
      );
  for (const document of parentsFirst(documents)) {
    const key = folderOf(document.path, config);
    const parentKey = key.slice(0, Math.max(0, key.lastIndexOf('/')));
    const parent = unsorted.get(parentKey);
    const placed = placeCategory({ document, above: slugOf(parentKey), config, claims, report });
    if (!placed) continue;
    const { slug, place } = placed;
    const accent = accentOf(key, config);
    const link = shared({
      title: document.data.title,
      address: place.address,
      ...(accent !== undefined && { accent }),
    });
    const category: CategoryDraft = {
      key,
      slug,
      oldSlugs: oldSlugs({ aliases: document.data.aliases, slug, parent: nearest(parentKey), config }),
      link,
      document,
      parent,
      children: [],
      articles: [],
      own: [],
      resolved: [],
    };
    parent?.children.push(category);
    unsorted.set(key, category);
  }
  return sortCategories(unsorted, config);
}

/** Parents before their children, siblings by `order`, then by title. */
function sortCategories(
  unsorted: ReadonlyMap<string, CategoryDraft>,
  config: ResolvedConfig,
): Map<string, CategoryDraft> {
  const { compare } = new Intl.Collator(config.site.language);
  const order = (a: CategoryDraft, b: CategoryDraft): number =>
    a.document.data.order - b.document.data.order ||
    compare(a.link.title, b.link.title) ||
    (a.key < b.key ? -1 : 1);
  const sorted = new Map<string, CategoryDraft>();
  const add = (category: CategoryDraft): void => {
    sorted.set(category.key, category);
    category.children.sort(order).forEach(add);
  };
  [...unsorted.values()]
    .filter((category) => !category.parent)
    .sort(order)
    .forEach(add);
  return sorted;
}

/** Class of the colour that the category, or the nearest one above it, has in `theme.sections`. */
function accentOf(key: string, { theme }: ResolvedConfig): string | undefined {
  const keys = Object.keys(theme.sections);
  const nearest = withParents(key).find((folder) => keys.includes(folder));
  return nearest === undefined ? undefined : accentClass(keys.indexOf(nearest));
}

/** The class, in the style sheet, of the colour at this index of `theme.sections`. */
export const accentClass = (index: number): string => `accent-${index + 1}`;

/**
 * Parents before children. At the same depth, categories that keep their folder's address come before those
 * with a `slug`, which may have to give way.
 */
const parentsFirst = (documents: readonly CategoryDocument[]): readonly CategoryDocument[] =>
  documents.toSorted(
    (a, b) =>
      a.path.split('/').length - b.path.split('/').length ||
      Number(a.data.slug !== undefined) - Number(b.data.slug !== undefined),
  );

/**
 * The folder of a document's category, in its language's tree and in NFC; of an `_index.md` the one that it
 * makes a category.
 */
export function folderOf(path: string, trees: Trees): string {
  const name = nameOf(path, trees);
  const parts = name.normalize('NFC').split('/').slice(1, -1);
  return (isFolderIndex(name) ? parts.slice(0, -1) : parts).join('/');
}

/** The folders that are categories by their `_index.md`, whether it can be read or not. */
export const categoryFolders = (documents: readonly Document[], trees: Trees): ReadonlySet<string> =>
  new Set(
    documents.flatMap(({ path }) => (documentKind(path, trees) === 'category' ? folderOf(path, trees) : [])),
  );

/** A folder and those above it, nearest first. */
export function withParents(folder: string): string[] {
  const folders = [];
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) folders.push(at);
  return folders;
}

/**
 * The nearest folder, this one or one above, whose category is not published; undefined when there is none.
 */
export type HeldBy = (folder: string) => string | undefined;
