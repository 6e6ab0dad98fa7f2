import type { Name } from '../routes/search.ts';
import type { Row } from '../search/open-index.ts';

/**
 * Wraps a file in a script that passes on its content: from a disk, browsers run scripts but read no files.
 */
export const toScript = (content: Uint8Array): string =>
  `broadsheetFile(${JSON.stringify(Buffer.from(content).toString('base64'))})`;

/** A file of the index, with `relative` addresses of articles, pictures and lists. */
export function relativeRows(name: string, content: Buffer, relative: (address: string) => string): Buffer {
  if (!name.endsWith('.json')) return content;
  const file = JSON.parse(content.toString('utf8')) as unknown;
  if (hasRows(file)) {
    const rows = file.rows.map(([title, address, date, category, summary, picture, ...lang]) => [
      ...[title, relative(address), date, category, summary, relative(picture)],
      ...lang,
    ]);
    return Buffer.from(JSON.stringify({ ...file, rows }));
  }
  if (!name.endsWith('names.json')) return content;
  const lists = Object.entries(file as Readonly<Record<string, readonly Name[]>>).map(([kind, names]) => [
    kind,
    names.map(([key, title, address]) => [key, title, relative(address)]),
  ]);
  return Buffer.from(JSON.stringify(Object.fromEntries(lists)));
}

const hasRows = (file: unknown): file is { readonly rows: readonly Row[] } =>
  typeof file === 'object' && file !== null && 'rows' in file;
