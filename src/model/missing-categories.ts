import type { Trees } from '../addresses/language-of.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../types.ts';
import { categoryFolders, folderOf, withParents } from './categories.ts';

/**
 * The messages of the documents, from when each was parsed. A file without a date in a folder without a
 * category is reported for the missing category instead: most often it was not meant as an article.
 */
export function messagesOf(documents: readonly Document[], trees: Trees): Diagnostic[] {
  const isUndated = ({ rule, values }: Diagnostic): boolean =>
    rule === 'missing-field' && values.key === 'date' && values.named === undefined;
  const messages = documents.flatMap((document) => document.messages);
  if (!messages.some(isUndated)) return messages;
  const folders = categoryFolders(documents, trees);
  return documents.flatMap(({ path, messages: own }) => {
    const category = folderOf(path, trees);
    if (withParents(category).some((folder) => folders.has(folder))) return own;
    return own.map((message) =>
      isUndated(message)
        ? diagnose(
            'unknown-category',
            message.path,
            { line: 1, column: 1 },
            { category: category.split('/')[0] ?? '' },
          )
        : message,
    );
  });
}
