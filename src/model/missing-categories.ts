import type { Trees } from '../addresses/language-of.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../types.ts';
import { categoryFolders, folderOf, withParents } from './categories.ts';

/**
 * What was said of the documents when each was read alone. A file without a date in a folder that is no
 * category is told of the category: it is most often a page that was not meant as an article.
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
