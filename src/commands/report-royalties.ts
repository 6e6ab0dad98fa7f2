import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRemote } from '../content/is-remote.ts';
import { sortMessages } from '../diagnostics/apply-rules.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { explain } from '../diagnostics/print.ts';
import { findFile } from '../model/references.ts';
import type { Registry } from '../model/registry.ts';
import { authorKey, type PaidAuthor } from '../newsroom/author-key.ts';
import { compareLedger, type Ledger, ledgerPath, parseLedger, printLedger } from '../newsroom/ledger.ts';
import { mayBePaid } from '../newsroom/may-be-paid.ts';
import { type RoyaltySum, royaltiesCsv, royaltiesTable } from '../newsroom/print-royalties.ts';
import { readBroken } from '../newsroom/read-broken.ts';
import { explainProblem, mistakeLine, reportWords } from '../newsroom/report-words.ts';
import { type RoyaltyRow, royaltiesOf } from '../newsroom/royalties.ts';
import { documentKind } from '../stages/discover.ts';
import type { SourcePath } from '../types.ts';
import { UsageError } from '../usage-error.ts';
import { pickAuthor } from './pick-author.ts';
import { checkFormat, type ReportFlags } from './report-format.ts';
import { createStandingOf } from './standing-of.ts';
import { type Survey, survey } from './survey.ts';

export interface RoyaltyFlags extends ReportFlags {
  readonly month?: string;
  readonly author?: string;
  readonly close?: boolean;
  readonly bom?: boolean;
}

/**
 * Adds up the royalties of a month. Resolves to 1 when an article cannot be paid as it stands, or a closed month is no longer what it was.
 * A month that was closed is told from its ledger; what would be different today is told beside it.
 */
export async function reportRoyalties({ site, now: written, month, author, format, close = false, bom = false, language }: RoyaltyFlags): Promise<number> {
  checkFormat(format);
  if (month === undefined || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new UsageError({ en: `--month ${month ?? ''}: expected a month such as 2026-10`, vi: `--month ${month ?? ''}: cần một tháng như 2026-10` });
  const surveyed = await survey({ site, ...(written !== undefined && { now: written }) });
  const { root, config, analysis, registry, now } = surveyed;
  const { documents, files, assets, histories } = analysis;
  const w = reportWords[language];
  const standingOf = createStandingOf({ root, config, analysis, now });
  const articles = documents.flatMap((document) => {
    if (document.kind !== 'article') return [];
    const { standing, mistake } = standingOf(document);
    if (standing === 'published' || standing === 'expired') return { document };
    return (standing === 'unapproved' || standing === 'broken') && Date.parse(document.data.date) <= now ? { document, mistake } : [];
  });
  const authorsNamed = (name: string): PaidAuthor[] => {
    const found = registry.named(name);
    return found.length > 0 ? found.map(({ id, document }) => ({ id, author: document.data.name })) : [{ author: name }];
  };
  const pictureFile = (from: SourcePath, url: string): string | undefined => {
    const found = isRemote(url) ? undefined : findFile({ from, url, files, config });
    return found && found !== 'outside' && assets.get(found.path)?.picture ? found.path : undefined;
  };
  const today = royaltiesOf({ month, config: config.royalties, articles, authorsNamed, pictureFile, language: config.site.language });
  const mistakes = sortMessages([...today.mistakes, ...unreadable({ ...surveyed, month })]);
  const keyOf = createKeyOf(registry);

  const file = path.join(root, ledgerPath(month));
  const ledger = existsSync(file) ? readLedger(file) : undefined;
  const isGone = (article: string): boolean => !files.has(article.normalize('NFC'));
  const { differences, renamed } = ledger ? compareLedger({ closed: ledger.rows, today: today.rows, keyOf, isGone, movedTo: histories.movedTo }) : { differences: [], renamed: [] };
  const all = ledger?.rows ?? today.rows;
  const bylines = documents.flatMap((document) => (document.kind === 'article' ? document.data.authors : []));
  const wanted = author === undefined ? undefined : pickAuthor({ written: author, registry, paid: all, keyOf, bylines, language });
  const rows = wanted === undefined ? all : all.filter((row) => keyOf(row) === wanted);

  const number = (value: number): string => value.toLocaleString(config.site.language === 'vi' ? 'vi-VN' : 'en-GB');
  const problems = ledger ? [] : today.problems;
  for (const mistake of mistakes) process.stderr.write(mistakeLine({ ...mistake, ...explain(mistake, language) }));
  for (const problem of problems) process.stderr.write(`${problem.path}: ${explainProblem(problem, language, number)}\n`);
  for (const { from, to } of renamed) process.stderr.write(`${to}: ${w.renamed(from)}\n`);
  for (const { author: who, path: article, closed, today: is } of differences)
    process.stderr.write(`${article} (${who}): ${w.difference(closed === undefined ? '–' : number(closed), is === undefined ? '–' : number(is))}\n`);

  if (close) {
    if (ledger) throw new UsageError(w.closedBefore(month, ledgerPath(month)));
    if (problems.length > 0 || mistakes.length > 0) {
      process.stderr.write(`${w.notClosed}\n`);
      return 1;
    }
    if (!isOver(month, now, config.site.timeZone)) throw new UsageError(w.notOver(month));
    mkdirSync(path.dirname(file), { recursive: true });
    const { unit, currency } = config.royalties;
    writeFileSync(file, printLedger({ month, unit, currency, total: sum(today.rows), rows: [...today.rows] }));
    process.stderr.write(`${w.closed(month, ledgerPath(month))}\n`);
  }

  const sums = sumsOf(rows, keyOf);
  const total = sum(rows);
  if (format === 'json') {
    const authors = sums.map(({ rows: own, ...each }) => ({ ...each, articles: own.length }));
    const wrong = [...mistakes.map(({ rule, severity: _, ...mistake }) => ({ ...mistake, kind: rule })), ...problems];
    process.stdout.write(`${JSON.stringify({ month, closed: ledger !== undefined || close, currency: config.royalties.currency, rows, authors, total, problems: wrong, differences, renamed })}\n`);
  } else if (format === 'csv') process.stdout.write(`${bom ? '\uFEFF' : ''}${royaltiesCsv(month, rows)}`);
  else process.stdout.write(royaltiesTable({ authors: sums, total, config, language }));
  return problems.length > 0 || mistakes.length > 0 || differences.length > 0 ? 1 : 0;
}

const sum = (rows: readonly { readonly amount: number }[]): number => rows.reduce((total, { amount }) => total + amount, 0);

/** The rows of each author, in the order of the rows. */
function sumsOf(rows: readonly RoyaltyRow[], keyOf: (author: PaidAuthor) => string): RoyaltySum[] {
  const byKey = new Map<string, RoyaltyRow[]>();
  for (const row of rows) byKey.set(keyOf(row), [...(byKey.get(keyOf(row)) ?? []), row]);
  return [...byKey.values()].flatMap((own) => (own[0] ? { ...(own[0].id !== undefined && { id: own[0].id }), author: own[0].author, rows: own, amount: sum(own) } : []));
}

/** The same text for one author's rows, then and now: a row of one whom the registry got to know, or has under another id, is found by name. */
function createKeyOf(registry: Registry): (author: PaidAuthor) => string {
  return (row) => {
    const [known, ...others] = row.id === undefined || !registry.entries.some(({ id }) => id === row.id) ? registry.named(row.author) : [];
    return authorKey(known && others.length === 0 ? { ...row, id: known.id } : row);
  };
}

/** What is wrong with files that may be articles of the month but cannot be read; a broken entry of an author may be that of any. */
function unreadable({ root, config, discovered, analysis: { documents }, month }: Survey & { readonly month: string }): Diagnostic[] {
  const refused = discovered.messages.filter(({ path: file }) => documentKind(file as SourcePath) === 'article');
  return [
    ...refused,
    ...documents.flatMap((document) => {
      if (document.kind !== 'broken') return [];
      const kind = documentKind(document.path);
      const matters = kind === 'author' || (kind === 'article' && mayBePaid(readBroken({ root, path: document.path }), { month, path: document.path, config }));
      return matters ? document.messages.filter(({ severity }) => severity === 'error') : [];
    }),
  ];
}

function readLedger(file: string): Ledger {
  try {
    return parseLedger(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Whether the month is over at a moment, on the clock of the zone. */
const isOver = (month: string, now: number, timeZone: string): boolean => new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(now) > month;
