import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isRemote } from '../addresses/locate.ts';
import type { SourcePath } from '../brands.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import { sortMessages } from '../diagnostics/apply-rules.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { explain } from '../diagnostics/print.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { findFile } from '../model/references.ts';
import type { Registry } from '../model/registry.ts';
import { checkFormat, type ReportFlags } from '../reports/report-format.ts';
import { explainDifference, explainProblem, mistakeLine, reportWords } from '../reports/report-words.ts';
import { authorKey, type PaidAuthor } from '../royalties/author-key.ts';
import { findPaid } from '../royalties/find-paid.ts';
import {
  compareLedger,
  isLedgerName,
  type Ledger,
  ledgerFolder,
  ledgerPath,
  paidElsewhere,
  parseLedger,
  printLedger,
} from '../royalties/ledger.ts';
import { type RoyaltySum, royaltiesCsv, royaltiesTable } from '../royalties/print-royalties.ts';
import { mayBePaid, readBroken } from '../royalties/read-broken.ts';
import { type RoyaltyRow, royaltiesOf } from '../royalties/royalties.ts';
import { documentKind } from '../stages/discover.ts';
import type { ArticleDocument } from '../types.ts';
import { createStandingOf } from '../workflow/standings.ts';
import { pickAuthor } from './pick-author.ts';
import { readData } from './read-data.ts';
import { type Survey, survey } from './survey.ts';

export interface RoyaltyFlags extends ReportFlags {
  readonly month?: string;
  readonly author?: string;
  readonly close?: boolean;
  readonly bom?: boolean;
}

/**
 * Adds up the royalties of a month. Resolves to 1 when an article cannot be paid as it stands, or a closed
 * month is no longer what it was. A month that was closed is told from its ledger; what would be different
 * today is told beside it.
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
  if (month === undefined || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
    throw new UsageError({
      en: `--month${month === undefined ? '' : ` ${month}`}: expected a month such as 2026-10`,
      vi: `--month${month === undefined ? '' : ` ${month}`}: cần một tháng như 2026-10`,
    });
  const surveyed = await survey({ site, ...(written !== undefined && { now: written }) });
  const { root, config, analysis, registry, now } = surveyed;
  const { documents, files, assets, histories } = analysis;
  const w = reportWords[language];
  const { messages, modelled } = analysis;
  const { articles: published } = modelled.site;
  const standingOf = createStandingOf({ root, config, messages, articles: published, now });
  const ledgers = readLedgers(root);
  const ledger = ledgers.find((each) => each.month === month);
  const paid = findPaid({
    ledgers,
    articles: documents.flatMap((document) =>
      document.kind === 'article'
        ? { path: document.path, title: document.data.title, date: document.data.date.slice(0, 10) }
        : [],
    ),
    isGone: (article) => !files.has(article.normalize('NFC')),
    movedTo: histories.movedTo,
  });
  const articles = documents.flatMap((document) => {
    if (document.kind !== 'article') return [];
    const { standing, mistake } = standingOf(document);
    if (
      standing === 'published' ||
      standing === 'expired' ||
      (standing === 'scheduled' && paid.monthsOf(document.path).length > 0)
    )
      return { document };
    return (standing === 'unapproved' || standing === 'broken') && Date.parse(document.data.date) <= now
      ? { document, mistake }
      : [];
  });
  const authorsNamed = (name: string): PaidAuthor[] => {
    const found = registry.named(name);
    return found.length > 0
      ? found.map(({ id, document }) => ({ id, author: document.data.name }))
      : [{ author: name }];
  };
  const pictureFile = (from: SourcePath, url: string): string | undefined => {
    const found = isRemote(url) ? undefined : findFile({ from, url, files, config });
    return found && found !== 'outside' && assets.get(found.path)?.picture ? found.path : undefined;
  };
  // What a closed month has paid stays with it, whatever the date is today.
  const isOfMonth = ({ path: article, data }: ArticleDocument): boolean => {
    const months = paid.monthsOf(article);
    return months.length > 0 ? months.includes(month) : data.date.startsWith(`${month}-`);
  };
  const today = royaltiesOf({
    isOfMonth,
    config: config.royalties,
    articles,
    authorsNamed,
    pictureFile,
    language: config.site.language,
  });
  const mistakes = sortMessages([...today.mistakes, ...unreadable({ ...surveyed, month })]);
  const keyOf = createKeyOf(registry);

  const dated = new Set(
    articles.flatMap(({ document: { path: article, data } }) =>
      data.date.startsWith(`${month}-`) ? article.normalize('NFC') : [],
    ),
  );
  const differences = [
    ...(ledger ? compareLedger({ closed: ledger, today: today.rows, keyOf, pathToday: paid.pathToday }) : []),
    ...paidElsewhere({ ledgers, month, isDated: (article) => dated.has(article), paid }),
  ];
  const renamed = paid.renamed.filter(({ to }) => paid.monthsOf(to).includes(month));
  const all = ledger?.rows ?? today.rows;
  const bylines = documents.flatMap((document) => (document.kind === 'article' ? document.data.authors : []));
  const wanted =
    author === undefined
      ? undefined
      : pickAuthor({ written: author, registry, paid: all, keyOf, bylines, language });
  const rows = wanted === undefined ? all : all.filter((row) => keyOf(row) === wanted);

  const number = (value: number): string =>
    value.toLocaleString(config.site.language === 'vi' ? 'vi-VN' : 'en-GB');
  const problems = ledger ? [] : today.problems;
  for (const mistake of mistakes)
    process.stderr.write(mistakeLine({ ...mistake, ...explain(mistake, language) }));
  for (const problem of problems)
    process.stderr.write(`${problem.path}: ${explainProblem(problem, language, number)}\n`);
  for (const { from, to } of renamed) process.stderr.write(`${to}: ${w.renamed(from)}\n`);
  for (const difference of differences)
    process.stderr.write(
      `${difference.path} (${difference.author}): ${explainDifference(difference, language, number)}\n`,
    );

  if (close) {
    if (ledger) throw new UsageError(w.closedBefore(month, ledgerPath(month)));
    if (problems.length > 0 || mistakes.length > 0) {
      process.stderr.write(`${w.notClosed}\n`);
      return 1;
    }
    if (!isOver(month, now, config.site.timeZone)) throw new UsageError(w.notOver(month));
    const file = path.join(root, ledgerPath(month));
    const { unit, currency } = config.royalties;
    replaceFile(file, [
      printLedger({ month, unit, currency, total: sum(today.rows), rows: [...today.rows] }),
    ]);
    process.stderr.write(`${w.closed(month, ledgerPath(month))}\n`);
  }

  const sums = sumsOf(rows, keyOf);
  const total = sum(rows);
  if (format === 'json') {
    const authors = sums.map(({ rows: own, ...each }) => ({ ...each, articles: own.length }));
    const wrong = [
      ...mistakes.map(({ rule, severity: _, ...mistake }) => ({ ...mistake, kind: rule })),
      ...problems,
    ];
    process.stdout.write(
      `${JSON.stringify({ month, closed: ledger !== undefined || close, currency: config.royalties.currency, rows, authors, total, problems: wrong, differences, renamed })}\n`,
    );
  } else if (format === 'csv') process.stdout.write(`${bom ? '\uFEFF' : ''}${royaltiesCsv(month, rows)}`);
  else process.stdout.write(royaltiesTable({ authors: sums, total, config, language }));
  return problems.length > 0 || mistakes.length > 0 || (differences.length > 0 && !close) ? 1 : 0;
}

const sum = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((total, { amount }) => total + amount, 0);

/** The rows of each author, in the order of the rows. */
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

/**
 * The same text for one author's rows, then and now: a row of one whom the registry got to know, or has under
 * another id, is found by name.
 */
function createKeyOf(registry: Registry): (author: PaidAuthor) => string {
  return (row) => {
    const [known, ...others] =
      row.id === undefined || !registry.entries.some(({ id }) => id === row.id)
        ? registry.named(row.author)
        : [];
    return authorKey(known && others.length === 0 ? { ...row, id: known.id } : row);
  };
}

/**
 * What is wrong with files that may be articles of the month but cannot be read; a broken entry of an author
 * may be that of any.
 */
function unreadable({
  root,
  config,
  discovered,
  analysis: { documents },
  month,
}: Survey & { readonly month: string }): Diagnostic[] {
  const refused = discovered.messages.filter(
    ({ path: file }) => documentKind(file as SourcePath) === 'article',
  );
  return [
    ...refused,
    ...documents.flatMap((document) => {
      if (document.kind !== 'broken') return [];
      const kind = documentKind(document.path);
      const matters =
        kind === 'author' ||
        (kind === 'article' &&
          mayBePaid(readBroken({ root, path: document.path }), { month, path: document.path, config }));
      return matters ? document.messages.filter(({ severity }) => severity === 'error') : [];
    }),
  ];
}

/** The ledgers of all closed months. Throws a `UsageError` for one that is none. */
function readLedgers(root: string): Ledger[] {
  const folder = path.join(root, ledgerFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isLedgerName)
    .sort()
    .map((name) => readData(path.join(folder, name), (text) => parseLedger(text, name)));
}

/** Whether the month is over at a moment, on the clock of the zone. */
const isOver = (month: string, now: number, timeZone: string): boolean =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(now) > month;
