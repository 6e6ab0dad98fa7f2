import { documentKind } from '../addresses/document-kind.ts';
import { isFolderIndex } from '../addresses/markdown-name.ts';
import { permalink } from '../addresses/permalink.ts';
import { toSegment } from '../addresses/segment.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { ResolvedReference } from '../props.ts';
import type { Article, PageLink } from '../site.ts';
import type { CategoryDocument, Document } from '../types.ts';
import type { Claims } from './claims.ts';

/** A category while the model fills its lists; routes see it read-only. */
export interface CategoryDraft {
  readonly key: string;
  readonly slug: string;
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
  { config, claims }: { config: ResolvedConfig; claims: Claims },
): Map<string, CategoryDraft> {
  const unsorted = new Map<string, CategoryDraft>();
  for (const document of [...documents].sort((a, b) => a.path.split('/').length - b.path.split('/').length)) {
    const key = folderOf(document.path);
    const segments = key.split('/').map(toSegment);
    const place = permalink(config, 'category', { category: segments.join('/') });
    if (!claims.claim(place, document.path)) continue;
    const parent = unsorted.get(key.slice(0, key.lastIndexOf('/')));
    const accent = accentOf(key, config);
    const link = shared({
      title: document.data.title,
      address: place.address,
      ...(accent !== undefined && { accent }),
    });
    const category: CategoryDraft = {
      key,
      slug: segments.join('/'),
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

/** Class of what has the colour at this place of `theme.sections`, in the style sheet. */
export const accentClass = (index: number): string => `accent-${index + 1}`;

/** The folder of a document's category, below `content/` and in NFC; of an `_index.md` the one that it makes a category. */
export function folderOf(path: string): string {
  const parts = path.normalize('NFC').split('/').slice(1, -1);
  return (isFolderIndex(path) ? parts.slice(0, -1) : parts).join('/');
}

/** The folders that are categories by their `_index.md`, whether it can be read or not. */
export const categoryFolders = (documents: readonly Document[]): ReadonlySet<string> =>
  new Set(documents.flatMap(({ path }) => (documentKind(path) === 'category' ? folderOf(path) : [])));

/** A folder and those above it, nearest first. */
export function withParents(folder: string): string[] {
  const folders = [];
  for (let at = folder; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) folders.push(at);
  return folders;
}

/** The folder of the category that holds back what lies in a folder; undefined when nothing does. */
export type HeldBy = (folder: string) => string | undefined;
