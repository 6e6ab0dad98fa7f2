/** Rows as CSV (RFC 4180). Text that a spreadsheet program would run as a formula is made text. */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/**
 * What formulas begin with: ASCII, full-width and small forms, and the minus sign, which programs take for
 * each other; behind what they pass over, such as blanks, controls and characters without a width. A tab or
 * line end in front is taken for the end of a cell by some.
 */
const formula =
  /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Zs}]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/u;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
