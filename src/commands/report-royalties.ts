import path from 'node:path';
import { replaceFile } from '../bytes/replace-file.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { explain } from '../diagnostics/print.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { checkFormat, languageOfSite, type ReportFlags } from '../reports/report-format.ts';
import { explainDifference, explainProblem, mistakeLine, reportWords } from '../reports/report-words.ts';
import { ledgerPath, printLedger } from '../royalties/ledger.ts';
import { type RoyaltySum, royaltiesCsv, royaltiesTable } from '../royalties/print-royalties.ts';
import type { PaidAuthor, Royalties, RoyaltyRow } from '../royalties/royalties.ts';
import { pickAuthor } from './pick-author.ts';
import { type RoyaltyMonth, readMonth } from './royalty-month.ts';
import { type Survey, survey } from './survey.ts';

export interface RoyaltyFlags extends ReportFlags {
  readonly month?: string;
  readonly author?: string;
  readonly close?: boolean;
  readonly bom?: boolean;
}

/**
 * Adds up the royalties of a month. A closed month is reported from its ledger, followed by what would differ
 * today. Resolves to 1 when an article cannot be paid as it is, or a closed month differs from its ledger.
 */
export async function reportRoyalties({
  site,
  now: written,
  month,
  author,
  format,
  close = false,
  bom = false,
  language,
}: RoyaltyFlags): Promise<number> {
  checkFormat(format);
  checkMonth(month);
  const surveyed = await survey({ site, ...(written !== undefined && { now: written }) });
  const { config, analysis, registry } = surveyed;
  const result = readMonth(surveyed, month);
  const { ledger, today, mistakes, differences, renamed, keyOf } = result;
  const allRows = ledger?.rows ?? today.rows;
  const bylines = analysis.documents.flatMap((document) =>
    document.kind === 'article' ? document.data.authors : [],
  );
  const authorKeyWanted =
    author === undefined
      ? undefined
      : pickAuthor({ written: author, registry, paid: allRows, keyOf, bylines, language });
  const rows =
    authorKeyWanted === undefined ? allRows : allRows.filter((row) => keyOf(row) === authorKeyWanted);
  const problems = ledger ? [] : today.problems;
  printMistakes({ ...result, problems }, { siteLanguage: config.site.language, language });
  if (close && !closeMonth(surveyed, { ...result, problems, month, language })) return 1;

  const sums = sumsOf(rows, keyOf);
  const total = sum(rows);
  if (format === 'csv')
    process.stdout.write(`${bom ? '\uFEFF' : ''}${royaltiesCsv(month, rows, languageOfSite(config))}`);
  else if (format === 'table')
    process.stdout.write(royaltiesTable({ authors: sums, total, config, language }));
  else {
    const authors = sums.map(({ rows: own, ...each }) => ({ ...each, articles: own.length }));
    const allProblems = [
      ...mistakes.map(({ rule, severity: _, ...mistake }) => ({ ...mistake, kind: rule })),
      ...problems,
    ];
    const closed = ledger !== undefined || close;
    const { currency } = config.royalties;
    const report = { month, closed, currency, rows, authors, total, problems: allProblems };
    process.stdout.write(`${JSON.stringify({ ...report, differences, renamed })}\n`);
  }
  return problems.length > 0 || mistakes.length > 0 || (differences.length > 0 && !close) ? 1 : 0;
}

function checkMonth(month: string | undefined): asserts month is string {
  if (month === undefined || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new UsageError({
      en: `--month${month === undefined ? '' : ` ${month}`}: expected a month such as 2026-10`,
      vi: `--month${month === undefined ? '' : ` ${month}`}: cần một tháng như 2026-10`,
    });
}

type Found = RoyaltyMonth & { readonly problems: Royalties['problems'] };

/** Prints all mistakes to stderr. */
function printMistakes(
  { mistakes, problems, renamed, differences }: Found,
  { siteLanguage, language }: { siteLanguage: ResolvedConfig['site']['language']; language: MessageLanguage },
): void {
  const number = (value: number): string => value.toLocaleString(siteLanguage === 'vi' ? 'vi-VN' : 'en-GB');
  const lines = [
    ...mistakes.map((mistake) => mistakeLine({ ...mistake, ...explain(mistake, language) })),
    ...problems.map((problem) => `${problem.path}: ${explainProblem(problem, language, number)}\n`),
    ...renamed.map(({ from, to }) => `${to}: ${reportWords[language].renamed(from)}\n`),
    ...differences.map(
      (difference) =>
        `${difference.path} (${difference.author}): ${explainDifference(difference, language, number)}\n`,
    ),
  ];
  for (const line of lines) process.stderr.write(line);
}

/** Writes the ledger of a month. Returns false when something is wrong with the month's articles. */
function closeMonth(
  { root, config, now }: Survey,
  {
    ledger,
    today,
    mistakes,
    problems,
    month,
    language,
  }: Found & { readonly month: string; readonly language: MessageLanguage },
): boolean {
  const w = reportWords[language];
  if (ledger) throw new UsageError(w.closedBefore(month, ledgerPath(month)));
  if (problems.length > 0 || mistakes.length > 0) {
    process.stderr.write(`${w.notClosed}\n`);
    return false;
  }
  if (!isOver(month, now, config.site.timeZone)) throw new UsageError(w.notOver(month));
  const { unit, currency } = config.royalties;
  const { rows } = today;
  const text = printLedger({ month, unit, currency, total: sum(rows), rows: [...rows] });
  replaceFile(path.join(root, ledgerPath(month)), [text]);
  process.stderr.write(`${w.closed(month, ledgerPath(month))}\n`);
  return true;
}

const sum = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((total, { amount }) => total + amount, 0);

/** The rows of each author with their sum, in the order of the rows. */
function sumsOf(rows: readonly RoyaltyRow[], keyOf: (author: PaidAuthor) => string): RoyaltySum[] {
  const byKey = new Map<string, RoyaltyRow[]>();
  for (const row of rows) byKey.set(keyOf(row), [...(byKey.get(keyOf(row)) ?? []), row]);
  return [...byKey.values()].flatMap((own) =>
    own[0]
      ? {
          ...(own[0].id !== undefined && { id: own[0].id }),
          author: own[0].author,
          rows: own,
          amount: sum(own),
        }
      : [],
  );
}

/** Whether the month is over in the time zone. */
const isOver = (month: string, now: number, timeZone: string): boolean =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(now) > month;
