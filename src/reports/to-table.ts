export interface Column {
  readonly title: string;
  /** Whether the column is right-aligned, as for numbers. */
  readonly right?: boolean;
}

/** Rows as a table for a terminal. */
export function toTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => width(row[index] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => {
        const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(cell)));
        return columns[index]?.right ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [line(all[0] ?? []), widths.map((each) => '─'.repeat(each)).join('  '), ...rows.map(line), ''].join(
    '\n',
  );
}

/** The number of visible letters: combining marks do not count. */
const width = (text: string): number => [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
