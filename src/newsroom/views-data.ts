/** `content/_data/views.json`: how often each article was read, and how far each log was counted. */
import * as z from 'zod';

const count = z.int().nonnegative();
const logSchema = z.strictObject({
  /** Digests of the first line and of the last one that was counted, without whose they are. */
  first: z.string(),
  last: z.string(),
  /** Bytes from the beginning: where counting goes on, and where the half hour before that begins. */
  end: count,
  from: count,
  /** The time of the last line, in seconds since the epoch. */
  time: z.number(),
});
const schema = z.strictObject({
  articles: z.record(z.string(), z.strictObject({ total: count, days: z.record(z.string(), count) })),
  logs: z.array(logSchema),
});

export type LogRecord = z.output<typeof logSchema>;
/** Readers of an article: all, and by day, of the last days that anything was counted. */
export interface ArticleViews {
  total: number;
  readonly days: Record<string, number>;
}
export interface ViewsData {
  readonly articles: Record<string, ArticleViews>;
  readonly logs: readonly LogRecord[];
}

/** Reads the file's text. Throws an `Error` with a sentence when it is something else. */
export function parseViews(text: string): ViewsData {
  const result = schema.partial().safeParse(JSON.parse(text));
  if (!result.success) throw new Error(z.prettifyError(result.error).split('\n').join(' '));
  return { articles: result.data.articles ?? {}, logs: result.data.logs ?? [] };
}

/** One line for each article and each log, in order, so that versions differ in few lines. */
export function printViews({ articles, logs }: ViewsData): string {
  const byName = <Value>(entries: [string, Value][]): [string, Value][] => entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = byName(Object.entries(articles)).map(
    ([address, { total, days }]) => `    ${JSON.stringify(address)}: ${JSON.stringify({ total, days: Object.fromEntries(byName(Object.entries(days))) })}`,
  );
  const records = [...logs].sort((a, b) => a.time - b.time || (a.first < b.first ? -1 : 1)).map((log) => `    ${JSON.stringify(log)}`);
  const block = (list: readonly string[], open: string, close: string): string => (list.length === 0 ? `${open}${close}` : `${open}\n${list.join(',\n')}\n  ${close}`);
  return `{\n  "articles": ${block(lines, '{', '}')},\n  "logs": ${block(records, '[', ']')}\n}\n`;
}
