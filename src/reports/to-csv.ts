/** Rows as CSV (RFC 4180). Text that a spreadsheet would run as a formula is escaped. */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/**
 * The beginning of a formula. Programs treat ASCII, full-width and small forms and the minus sign alike, and
 * skip spaces, control characters and characters without a width. Some take a leading tab or line break for
 * the end of a cell.
 */
const formula =
  /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Zs}]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20])/u;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
