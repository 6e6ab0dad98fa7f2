import { folderName } from '../addresses/content-paths.ts';
import { documentKind } from '../addresses/document-kind.ts';
import type { Trees } from '../addresses/language-of.ts';
import type { CategoryDocument, Document } from '../types.ts';
import { folderOf, type HeldBy, withParents } from './categories.ts';
import { bareCategory } from './named-categories.ts';

/** Whether a document is an `_index.md` that cannot be read. */
const isBrokenIndex = ({ kind, path }: Document, trees: Trees): boolean =>
  kind === 'broken' && documentKind(path, trees) === 'category';

/**
 * The categories that `_index.md` files make of their folders. A file that cannot be read still makes a
 * category, with the folder's name and unknown editors. A file that a field holds back makes none, nor do the
 * folders below it.
 */
export function folderCategories(
  documents: readonly Document[],
  { heldBy, trees }: { readonly heldBy: HeldBy; readonly trees: Trees },
): CategoryDocument[] {
  return documents.flatMap((document): CategoryDocument[] => {
    const { kind, path } = document;
    if (kind !== 'category' && !isBrokenIndex(document, trees)) return [];
    if (heldBy(folderOf(path, trees)) !== undefined) return [];
    if (kind === 'category') return [document];
    const bare = bareCategory(path, folderName(path));
    return [{ ...bare, data: { ...bare.data, unknownEditors: true } }];
  });
}

/** Finds the folder, this one or one above it, whose `_index.md` is held back; undefined when there is none. */
export function createHeldBy(documents: readonly Document[], trees: Trees): HeldBy {
  const held = new Set(
    documents
      .filter((document) => isBrokenIndex(document, trees) && holdsBack(document))
      .map(({ path }) => folderOf(path, trees)),
  );
  return (folder) => (held.size > 0 ? withParents(folder).find((each) => held.has(each)) : undefined);
}

const holdsBack = ({ messages }: Document): boolean =>
  messages.some(({ rule }) => rule.startsWith('held-back'));
