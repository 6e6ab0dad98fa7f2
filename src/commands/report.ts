import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MessageLanguage } from '../diagnostics/print.ts';
import { editorsOf } from '../model/approval.ts';
import { statusOf } from '../model/gate.ts';
import { compareLedger, type Ledger, ledgerPath, parseLedger, printLedger } from '../newsroom/ledger.ts';
import { explainProblem, reportWords } from '../newsroom/report-words.ts';
import { royaltiesOf } from '../newsroom/royalties.ts';
import { type NewsroomStanding, standings, toStanding, turnOf } from '../newsroom/standings.ts';
import { toCsv } from '../newsroom/to-csv.ts';
import { toTable } from '../newsroom/to-table.ts';
import type { ArticleDocument } from '../types.ts';
import { UsageError } from '../usage-error.ts';
import { survey } from './survey.ts';

interface CommonFlags {
  readonly site: string;
  readonly now?: string;
  readonly format: string;
  readonly language: MessageLanguage;
}

const formats = ['table', 'csv', 'json'];
const checkFormat = (format: string): void => {
  if (!formats.includes(format)) throw new UsageError(`--format ${format}: expected ${formats.join(', ')}`);
};
const day = 86_400_000;

/** Lists articles by where they stand: since how many days, and whose turn it is. Those in public are only counted, unless `all`. */
export async function reportStatus({ site, now: written, format, all = false, language }: CommonFlags & { readonly all?: boolean }): Promise<number> {
  checkFormat(format);
  const { root, config, analysis, registry, now } = await survey({ site, ...(written !== undefined && { now: written }) });
  const { modelled, histories, messages } = analysis;
  const held = new Map(messages.filter(({ rule }) => rule.startsWith('approval-')).map((message) => [message.path, message]));
  const articles = [
    ...modelled.unpublished.map(({ document, category }) => ({ document, category })),
    ...[...modelled.site.articles, ...modelled.site.withdrawn].map(({ document, category }) => ({ document, category })),
  ];
  const nameOf = (name: string): string => registry.entry(name)?.document.data.name ?? name;
  const rows = articles.map(({ document, category }) => {
    const { data, path: file } = document;
    const standing = toStanding({
      status: statusOf(document, config),
      held: held.has(file),
      date: Date.parse(data.date),
      ...(data.expires !== undefined && { expires: Date.parse(data.expires) }),
      now,
    });
    const changed = histories.lastCommit(file) ?? statSync(path.join(root, file)).mtimeMs;
    return {
      standing,
      days: Math.max(0, Math.floor((now - changed) / day)),
      turn: turnOf(standing, { authors: data.authors.map(nameOf), editors: editorsOf(category).map(nameOf) }),
      path: file,
      title: data.title,
      category: category.link.title,
      date: data.date,
    };
  });
  rows.sort((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing) || b.days - a.days || (a.path < b.path ? -1 : 1));
  const counts = Object.fromEntries(standings.map((standing) => [standing, rows.filter((row) => row.standing === standing).length]));
  const shown = all ? rows : rows.filter(({ standing }) => !['published', 'expired', 'withdrawn'].includes(standing));
  const w = reportWords[language];
  if (format === 'json') process.stdout.write(`${JSON.stringify({ counts, articles: shown })}\n`);
  else if (format === 'csv')
    process.stdout.write(
      toCsv([['status', 'days', 'turn', 'path', 'title', 'category', 'date'], ...shown.map((row) => [row.standing, row.days, row.turn.join('; '), row.path, row.title, row.category, row.date])]),
    );
  else {
    if (shown.length > 0) {
      const cells = shown.map((row) => [
        w.standings[row.standing],
        String(row.days),
        row.standing === 'scheduled' ? row.date.slice(0, 16).replace('T', ' ') : row.turn.join(', ') || w.nobody,
        row.category,
        row.title,
        row.path,
      ]);
      process.stdout.write(`${toTable([{ title: w.status }, { title: w.days, right: true }, { title: w.turn }, { title: w.category }, { title: w.article }, { title: w.file }], cells)}\n`);
    }
    const counted = standings.filter((standing) => (counts[standing] ?? 0) > 0).map((standing: NewsroomStanding) => `${w.standings[standing]}: ${counts[standing]}`);
    process.stdout.write(`${counted.join(', ') || w.none}\n`);
  }
  return 0;
}

export interface RoyaltyFlags extends CommonFlags {
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
  if (month === undefined || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) throw new UsageError(`--month ${month ?? ''}: expected a month such as 2026-10`);
  const { root, config, analysis, registry, now } = await survey({ site, ...(written !== undefined && { now: written }) });
  const { modelled, documents } = analysis;
  const w = reportWords[language];
  const hidden = new Set<ArticleDocument>(
    modelled.unpublished.map(({ document }) => document).filter((document) => !(statusOf(document, config) === 'approved' && Date.parse(document.data.expires ?? '') <= now)),
  );
  const withdrawn = new Set(modelled.site.withdrawn.map(({ document }) => document));
  const articles = documents.filter((document): document is ArticleDocument => document.kind === 'article' && !hidden.has(document) && !withdrawn.has(document));
  const nameOf = (name: string): string => registry.entry(name)?.document.data.name ?? name;
  const today = royaltiesOf({ month, config: config.royalties, articles, nameOf, language: config.site.language });

  const file = path.join(root, ledgerPath(month));
  const ledger = existsSync(file) ? readLedger(file) : undefined;
  const differences = ledger ? compareLedger(ledger.rows, today.rows) : [];
  const number = (value: number): string => value.toLocaleString(config.site.language === 'vi' ? 'vi-VN' : 'en-GB');
  const problems = ledger ? [] : today.problems;
  for (const problem of problems) process.stderr.write(`${problem.path}: ${explainProblem(problem, language, number)}\n`);
  for (const { author: who, path: article, closed, today: is } of differences)
    process.stderr.write(`${article} (${who}): ${w.difference(closed === undefined ? '–' : number(closed), is === undefined ? '–' : number(is))}\n`);

  if (close) {
    if (ledger) throw new UsageError(w.closedBefore(month, ledgerPath(month)));
    if (problems.length > 0) {
      process.stderr.write(`${w.notClosed}\n`);
      return 1;
    }
    if (!isOver(month, now, config.site.timeZone)) throw new UsageError(w.notOver(month));
    mkdirSync(path.dirname(file), { recursive: true });
    const { unit, currency } = config.royalties;
    writeFileSync(file, printLedger({ month, unit, currency, total: sum(today.rows), rows: [...today.rows] }));
    process.stderr.write(`${w.closed(month, ledgerPath(month))}\n`);
  }

  const all = ledger?.rows ?? today.rows;
  const wanted = author === undefined ? undefined : nameOf(author);
  const rows = wanted === undefined ? all : all.filter((row) => row.author === wanted);
  const authors = [...new Set(rows.map((row) => row.author))].map((name) => ({
    author: name,
    articles: rows.filter((row) => row.author === name).length,
    amount: sum(rows.filter((row) => row.author === name)),
  }));
  const total = sum(rows);
  if (format === 'json')
    process.stdout.write(`${JSON.stringify({ month, closed: ledger !== undefined || close, currency: config.royalties.currency, rows, authors, total, problems, differences })}\n`);
  else if (format === 'csv') {
    const body = toCsv([
      ['month', 'author', 'date', 'path', 'title', 'type', 'pages', 'photos', 'share', 'amount'],
      ...rows.map((row) => [month, row.author, row.date, row.path, row.title, row.type, row.pages, row.photos, Number(row.share.toFixed(6)), row.amount]),
    ]);
    process.stdout.write(`${bom ? '\uFEFF' : ''}${body}`);
  } else {
    const decimal = (value: number): string => value.toLocaleString(config.site.language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 });
    const cells = authors.flatMap(({ author: name, articles: count, amount }) => [
      ...rows
        .filter((row) => row.author === name)
        .map((row, index) => [
          index === 0 ? name : '',
          date(row.date, language),
          row.title,
          w.types[row.type],
          row.pages === 0 ? '' : decimal(row.pages),
          row.photos === 0 ? '' : number(row.photos),
          row.share === 1 ? '' : `${decimal(row.share * 100)}%`,
          number(row.amount),
        ]),
      ['', '', w.sum(count), '', '', '', '', number(amount)],
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
    process.stdout.write(toTable(columns, [...cells, [w.total, '', '', '', '', '', '', number(total)]]));
  }
  return problems.length > 0 || differences.length > 0 ? 1 : 0;
}

const sum = (rows: readonly { readonly amount: number }[]): number => rows.reduce((total, { amount }) => total + amount, 0);
const date = (written: string, language: MessageLanguage): string => (language === 'vi' ? written.split('-').reverse().join('/') : written);

function readLedger(file: string): Ledger {
  try {
    return parseLedger(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Whether the month is over at a moment, on the clock of the zone. */
const isOver = (month: string, now: number, timeZone: string): boolean => new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(now) > month;
