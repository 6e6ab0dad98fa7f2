import { isUtf8 } from 'node:buffer';
import { dsvFormat } from 'd3-dsv';
import type { Rows } from '../blocks/attribute.ts';
import { usableText } from '../bytes/usable-text.ts';
import { sourceText } from '../bytes/utf8.ts';
import { MAX_CELLS } from '../markdown/limits.ts';

/** Why a table of data cannot be used. */
export type BrokenRows = 'empty' | 'encoding' | 'limit';

/** Bytes above which a file is not read: a table of so many cells is no longer one for readers. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * The cells of a CSV file, without empty rows. Its separator is whichever of comma, semicolon and tab is most
 * frequent in the first line: Vietnamese spreadsheets write semicolons.
 */
export function readRows(bytes: Buffer): Rows | BrokenRows {
  if (bytes.length > MAX_BYTES) return 'limit';
  if (!isUtf8(bytes)) return 'encoding';
  const text = usableText(sourceText(bytes));
  const [first = ''] = text.split('\n', 1);
  const count = (separator: string): number => first.split(separator).length;
  const separator = [',', ';', '\t'].reduce((most, one) => (count(one) > count(most) ? one : most));
  const rows = dsvFormat(separator)
    .parseRows(text)
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) return 'empty';
  return rows.reduce((sum, cells) => sum + cells.length, 0) > MAX_CELLS ? 'limit' : rows;
}
