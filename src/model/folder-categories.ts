import { folderName } from '../addresses/content-paths.ts';
import { documentKind } from '../addresses/document-kind.ts';
import type { CategoryDocument, Document } from '../types.ts';
import { type HeldBy, withParents } from './categories.ts';
import { bareCategory } from './named-categories.ts';

/** The folder below `content/` that an `_index.md` makes a category of, in NFC. */
const keyOf = (path: string): string => path.normalize('NFC').split('/').slice(1, -1).join('/');

const isIndex = ({ path }: Document): boolean => documentKind(path) === 'category';

/**
 * The categories that folders are by their `_index.md`. One that cannot be read leaves the folder a category
 * of the folder's name, whose editors are not known. What a field holds back is none, nor is what lies below.
 */
export function folderCategories(documents: readonly Document[], heldBy: HeldBy): CategoryDocument[] {
  return documents.flatMap((document): CategoryDocument[] => {
    if (!isIndex(document) || heldBy(keyOf(document.path)) !== undefined) return [];
    if (document.kind === 'category') return [document];
    const bare = bareCategory(document.path, folderName(document.path));
    return [{ ...bare, data: { ...bare.data, unknownEditors: true } }];
  });
}

/** Finds the folder, this one or one above it, whose `_index.md` is held back; undefined when there is none. */
export function createHeldBy(documents: readonly Document[]): HeldBy {
  const held = new Set(
    documents
      .filter((document) => isIndex(document) && document.kind === 'broken' && holdsBack(document))
      .map(({ path }) => keyOf(path)),
  );
  return (folder) => (held.size > 0 ? withParents(folder).find((each) => held.has(each)) : undefined);
}

const holdsBack = ({ messages }: Document): boolean =>
  messages.some(({ rule }) => rule.startsWith('held-back'));
