import type { ResolvedConfig } from '../config/config.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { reportWords } from '../reports/report-words.ts';
import { toCsv } from '../reports/to-csv.ts';
import { toTable } from '../reports/to-table.ts';
import type { RoyaltyRow } from './royalties.ts';

/** The rows of one author in a month, with their sum. */
export interface RoyaltySum {
  readonly id?: string;
  readonly author: string;
  readonly rows: readonly RoyaltyRow[];
  readonly amount: number;
}

/** The rows of a month as CSV, with plain numbers and headings in the site's language. */
export const royaltiesCsv = (month: string, rows: readonly RoyaltyRow[], language: MessageLanguage): string =>
  toCsv([
    reportWords[language].royaltyColumns,
    ...rows.map((row) => [
      month,
      row.author,
      row.id ?? '',
      row.date,
      row.path,
      row.title,
      row.type,
      row.pages,
      row.photos,
      Number(row.share.toFixed(6)),
      row.amount,
    ]),
  ]);

/**
 * The rows of a month as a table, with the sum of each author, and numbers formatted for the site's language.
 * Ids distinguish authors of one name.
 */
export function royaltiesTable({
  authors,
  total,
  config,
  language,
}: {
  authors: readonly RoyaltySum[];
  total: number;
  config: ResolvedConfig;
  language: MessageLanguage;
}): string {
  const w = reportWords[language];
  const locale = config.site.language === 'vi' ? 'vi-VN' : 'en-GB';
  const number = (value: number): string => value.toLocaleString(locale);
  const decimal = (value: number): string => value.toLocaleString(locale, { maximumFractionDigits: 2 });
  const cells = authors.flatMap((sum) => [
    ...sum.rows.map((row, index) => [
      index === 0 ? labelOf(sum, authors) : '',
      language === 'vi' ? row.date.split('-').reverse().join('/') : row.date,
      row.title,
      w.types[row.type],
      row.pages === 0 ? '' : decimal(row.pages),
      row.photos === 0 ? '' : number(row.photos),
      row.share === 1 ? '' : `${decimal(row.share * 100)}%`,
      number(row.amount),
    ]),
    ['', '', w.sum(sum.rows.length), '', '', '', '', number(sum.amount)],
  ]);
  const columns = [
    { title: w.author },
    { title: w.date },
    { title: w.article },
    { title: w.type },
    { title: w.pages, right: true },
    { title: w.photos, right: true },
    { title: w.share, right: true },
    { title: config.royalties.currency, right: true },
  ];
  return toTable(columns, [...cells, [w.total, '', '', '', '', '', '', number(total)]]);
}

const labelOf = (sum: RoyaltySum, authors: readonly RoyaltySum[]): string =>
  sum.id !== undefined && authors.some((other) => other !== sum && other.author === sum.author)
    ? `${sum.author} (${sum.id})`
    : sum.author;
