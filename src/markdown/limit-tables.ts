import { MAX_CELLS } from './limits.ts';

export interface LimitedText {
  /** The text, with tables beyond the limit as paragraphs of their source. Line numbers stay the same. */
  readonly text: string;
  /** Numbers of the lines, from 1, with the delimiter rows of such tables. */
  readonly lines: readonly number[];
}

/** A line that may be the delimiter row of a table, also in quotations. */
const delimiterRow = /^[ \t>|:-]+$/;
const isDelimiterRow = (line: string): boolean =>
  line.includes('|') && line.includes('-') && delimiterRow.test(line);
const isBlank = (line: string): boolean => !/[^ \t>]/.test(line);

const countColumns = (delimiters: string): number => {
  const columns = delimiters.split('|').map((column) => column.includes('-') || column.includes(':'));
  // A pipe at either edge separates no columns.
  return columns.length - (columns.at(0) ? 0 : 1) - (columns.at(-1) ? 0 : 1);
};

/**
 * Limits the table cells of a document before it is parsed: short rows are filled up to the columns of their
 * table, so 30 KB can create millions. Judged by lines only: a table ends at an empty line at the latest, and
 * no row has more cells than the widest delimiter row before it.
 */
export const limitTables = (text: string, limit = MAX_CELLS): LimitedText => {
  if (!text.includes('|')) return { text, lines: [] };
  // Every second part is a line break.
  const parts = text.split(/(\r\n|\n|\r)/);
  const left: number[] = [];
  let cells = 0;
  let rows: number[] = [];
  let columns = 0;
  let inRun = 0;
  const endRun = (): void => {
    if (cells + inRun > limit) left.push(...rows);
    else cells += inRun;
    rows = [];
    columns = 0;
    inRun = 0;
  };
  for (let index = 0; index < parts.length; index += 2) {
    const line = parts[index] ?? '';
    if (isBlank(line)) endRun();
    else if (isDelimiterRow(line)) {
      rows.push(index);
      columns = Math.max(columns, countColumns(line));
    }
    inRun += columns;
  }
  endRun();
  for (const index of left) parts[index] = (parts[index] ?? '').replace('-', '\\-');
  return left.length === 0
    ? { text, lines: [] }
    : { text: parts.join(''), lines: left.map((index) => index / 2 + 1) };
};
