import { nearest } from '../diagnostics/nearest.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import type { Registry } from '../model/registry.ts';
import { reportWords } from '../reports/report-words.ts';
import { authorKey, type PaidAuthor } from '../royalties/royalties.ts';

interface Input {
  /** An id, name or pen name. */
  readonly written: string;
  readonly registry: Registry;
  /** The authors in the report, with present or earlier names. */
  readonly paid: readonly PaidAuthor[];
  /** Returns the same text for all rows of one author, in ledgers and today. */
  readonly keyOf: (author: PaidAuthor) => string;
  /** Authors as named in articles. */
  readonly bylines: readonly string[];
  readonly language: MessageLanguage;
}

/** The key of the author with this name. Throws a `UsageError` when nobody has it, or several people do. */
export function pickAuthor({ written, registry, paid, keyOf, bylines, language }: Input): string {
  const w = reportWords[language];
  const namesakes = registry.named(written);
  const name = authorKey({ author: written });
  const meant =
    namesakes.length > 0
      ? namesakes.map(({ id }) => ({ id, author: id }))
      : paid.filter((author) => authorKey({ author: author.author }) === name || authorKey(author) === name);
  const keys = new Set(meant.map(keyOf));
  const [key] = keys;
  if (keys.size > 1) throw new UsageError(w.severalAuthors(written, [...keys].join(', ')));
  if (key !== undefined) return key;
  if (bylines.some((byline) => authorKey({ author: byline }) === name)) return name;
  const names = new Set([
    ...registry.entries.flatMap(({ id, document: { data } }) => [data.name, ...data.aliases, id]),
    ...bylines,
    ...paid.map(({ author }) => author),
  ]);
  throw new UsageError(w.noAuthor(written, nearest(written, names)));
}
