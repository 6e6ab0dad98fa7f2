import { withoutCase } from '../bytes/usable-text.ts';
import { withData } from '../cache/kept-document.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { commaList, joinKnown } from '../front-matter/comma-lists.ts';
import type { Document } from '../types.ts';

/**
 * Splits `authors` that were written as one text with commas into names. A name that has a profile in
 * `content/_authors/` is never split. Each split text is reported as a hint.
 */
export function settleAuthors(documents: readonly Document[]): {
  readonly documents: readonly Document[];
  readonly messages: readonly Diagnostic[];
} {
  const isUnsettled = (document: Document): boolean =>
    document.kind === 'article' && document.data.authorList !== undefined;
  if (!documents.some(isUnsettled)) return { documents, messages: [] };
  const authorNames = new Set(
    documents.flatMap((document) =>
      document.kind === 'author' ? [document.data.name, ...document.data.aliases].map(withoutCase) : [],
    ),
  );
  const messages: Diagnostic[] = [];
  const settled = documents.map((document) => {
    if (document.kind !== 'article' || document.data.authorList === undefined) return document;
    const { authorList, ...data } = document.data;
    const authors = joinKnown(authorList, (name) => authorNames.has(withoutCase(name)));
    if (authors.length > 1) messages.push(commaList({ key: 'authors', parts: authors, path: document.path }));
    return withData(document, { ...data, authors });
  });
  return { documents: settled, messages };
}
