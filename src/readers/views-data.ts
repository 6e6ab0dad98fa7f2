/** `content/_data/views.json`: how often each article was read, and how far each log was counted. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { SourcePath } from '../brands.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseData } from '../reports/parse-data.ts';

const count = z.int().nonnegative();
const markSchema = z.tuple([
  /** Where a line begins, in bytes from the beginning of the log. */
  count,
  /** Its time, in seconds since the epoch. */
  z.number(),
  /**
   * Digests, joined, of what this line and the next ones say about requests and responses, without the
   * reader's address.
   */
  z.string(),
]);
const logSchema = z.strictObject({
  /** The time of the latest read, in seconds since the epoch. */
  time: z.number(),
  /** Bytes from the beginning: where counting continues, and where the half hour before that begins. */
  end: count,
  from: count,
  /** Marks in order, which identify the log or a piece of it. */
  marks: z.array(markSchema),
});
const schema = z.strictObject({
  articles: z.record(z.string(), z.strictObject({ total: count, days: z.record(z.string(), count) })),
  logs: z.array(logSchema),
});

export type Mark = z.output<typeof markSchema>;
export type LogRecord = z.output<typeof logSchema>;
/** Readers of an article: the total, and by day for the latest days. */
export interface ArticleViews {
  total: number;
  readonly days: Record<string, number>;
}
export interface ViewsData {
  readonly articles: Record<string, ArticleViews>;
  readonly logs: readonly LogRecord[];
}

/** Reads the file's text. Throws a `UsageError` when it is something else. */
export function parseViews(text: string): ViewsData {
  const { articles = {}, logs = [] } = parseData(text, schema.partial());
  return { articles, logs };
}

/** One line for each article and each log, in order, so that versions differ in few lines. */
export function printViews({ articles, logs }: ViewsData): string {
  const byName = <Value>(entries: [string, Value][]): [string, Value][] =>
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = byName(Object.entries(articles)).map(
    ([address, { total, days }]) =>
      `    ${JSON.stringify(address)}: ${JSON.stringify({ total, days: Object.fromEntries(byName(Object.entries(days))) })}`,
  );
  const records = logs
    .map((log) => ({ time: log.time, line: `    ${JSON.stringify(log)}` }))
    .sort((a, b) => a.time - b.time || (a.line < b.line ? -1 : 1));
  const block = (list: readonly string[], open: string, close: string): string =>
    list.length === 0 ? `${open}${close}` : `${open}\n${list.join(',\n')}\n  ${close}`;
  return `{\n  "articles": ${block(lines, '{', '}')},\n  "logs": ${block(
    records.map(({ line }) => line),
    '[',
    ']',
  )}\n}\n`;
}

/** The last day with reads that is not later than a limit; empty when there is none. */
export function lastDay(articles: Iterable<ArticleViews>, limit: string): string {
  let last = '';
  for (const { days } of articles)
    for (const day of Object.keys(days)) if (day > last && day <= limit) last = day;
  return last;
}

/** The day so many days earlier; empty for an empty one. */
export const daysBefore = (day: string, number: number): string =>
  day === '' ? '' : new Date(Date.parse(day) - number * 86_400_000).toISOString().slice(0, 10);

/** Reads the numbers of readers. A damaged file is a warning, and gives no numbers. */
export function readViews({ root, path: file }: { root: string; path: SourcePath }): {
  readonly data?: ViewsData;
  readonly messages: readonly Diagnostic[];
} {
  try {
    return { data: parseViews(readFileSync(path.join(root, file), 'utf8')), messages: [] };
  } catch (error) {
    return {
      messages: [
        diagnose(
          'broken-views',
          file,
          {},
          { file, reason: error instanceof Error ? error.message.slice(0, 200) : '' },
        ),
      ],
    };
  }
}
