import { hash, randomBytes } from 'node:crypto';
import { atInstant } from '../dates/date-time.ts';
import { openLog, type Span } from './log-file.ts';
import { createMarkIndex, mostMarks } from './log-marks.ts';
import { createLogSource, type LogRead, type LogSource } from './log-source.ts';
import { createSessions } from './sessions.ts';
import { createTally, type Tally } from './tally.ts';
import type { ArticleViews, LogRecord, ViewsData } from './views-data.ts';
import { daysBefore, lastDay } from './views-data.ts';

const day = 24 * 60 * 60;
/** How many days are counted separately. Older ones are in the total only. */
const keptDays = 62;
/**
 * How many days of logs are remembered, back from the last read that was counted. Older lines are counted by
 * the first import only.
 */
const keptLogs = 400;
/** How many marks a run adds for all logs together, when there are few logs. */
const addedMarks = 64;

export interface ImportResult extends Tally {
  readonly data: ViewsData;
  readonly counted: number;
  readonly repeats: number;
}

interface Input {
  /** Logs, in any order. */
  readonly logs: readonly string[];
  /** The data before this run. */
  readonly data: ViewsData;
  /** Paths under which articles are requested, aliases included; the value is the article's own address. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly timeZone: string;
  /** The present, in milliseconds since the epoch. Reads more than a day later are invalid. */
  readonly now: number;
}

/**
 * Counts the readers of articles in web server logs, as streams, in any order of the logs. Lines are counted
 * once only, so a log may be given repeatedly, also after it was rotated, compressed, cut or joined. Who read
 * what is kept as a salted digest during this run, and no longer than a repeat can follow.
 */
export async function importViews(input: Input): Promise<ImportResult> {
  const { data, addresses, timeZone, now } = input;
  const names = [...new Set(addresses.values())];
  const tally = createTally();
  const latest = data.logs.reduce((most, { time }) => Math.max(most, time), Number.NEGATIVE_INFINITY);
  const span: Span = { since: latest - keptLogs * day, until: now / 1000 + day };
  const sources = await openSources(input, { names, span, tally });
  const toDay = createToDay(timeZone);
  const { counts, counted, repeats } = await countReads(sources, toDay);
  const added = new Map([...counts].map(([number, views]) => [names[number] ?? '', views]));
  return {
    ...tally,
    counted,
    repeats,
    data: {
      articles: addViews(data.articles, { added, last: toDay(span.until) }),
      logs: addLogs(data.logs, { sources, since: span.since }),
    },
  };
}

/** Opens the logs. An article's number is its index in `names`. */
async function openSources(
  { logs, data, addresses, now }: Input,
  { names, span, tally }: { names: readonly string[]; span: Span; tally: Tally },
): Promise<LogSource[]> {
  const numbers = new Map(names.map((name, index) => [name, index]));
  const lookup = createLookup(new Map([...addresses].map(([path, name]) => [path, numbers.get(name) ?? -1])));
  const identify = createIdentify();
  const index = createMarkIndex(data.logs);
  const sources: LogSource[] = [];
  for (const log of logs) {
    try {
      const file = await openLog(log, { index, span, now });
      sources.push(createLogSource({ file, index, span, lookup, identify, tally }));
    } catch (error) {
      tally.failures.push({ log, error });
    }
  }
  return sources;
}

interface Counts {
  /** By the number of the article. */
  readonly counts: ReadonlyMap<number, ArticleViews>;
  readonly counted: number;
  readonly repeats: number;
}

/**
 * Counts the reads of all logs: sessions of all reads, minus sessions of the reads that were counted before.
 */
async function countReads(sources: readonly LogSource[], toDay: (time: number) => string): Promise<Counts> {
  const counts = new Map<number, ArticleViews>();
  let counted = 0;
  let reads = 0;
  const count = (article: number, time: number, by: number): void => {
    let views = counts.get(article);
    if (!views) counts.set(article, (views = { total: 0, days: {} }));
    const name = toDay(time);
    counted += by;
    views.total += by;
    views.days[name] = (views.days[name] ?? 0) + by;
  };
  const addNow = createSessions(count);
  const addBefore = createSessions((article, time, by) => count(article, time, -by));
  await inTime(sources, (read) => {
    addNow(read);
    if (read.isCounted) addBefore(read);
    else reads += 1;
  });
  return { counts, counted, repeats: reads - counted };
}

/**
 * Passes on the reads of all logs, roughly in order of time. A log is opened when the others have reached its
 * beginning, so that only one or two are open when each log follows another.
 */
async function inTime(sources: readonly LogSource[], use: (read: LogRead) => void): Promise<void> {
  const waiting = [...sources].sort((a, b) => a.start - b.start);
  const open: LogSource[] = [];
  for (;;) {
    let first = earliest(open);
    while (waiting[0] && (!first || waiting[0].start <= timeOf(first))) {
      const next = waiting.shift() as LogSource;
      if (await next.refill()) open.push(next);
      first = earliest(open);
    }
    if (!first) return;
    use(first.batch[first.at] as LogRead);
    first.at += 1;
    if (first.at >= first.batch.length && !(await first.refill())) open.splice(open.indexOf(first), 1);
  }
}

const timeOf = (source: LogSource): number => source.batch[source.at]?.time ?? 0;
const earliest = (open: readonly LogSource[]): LogSource | undefined =>
  open.reduce<LogSource | undefined>(
    (least, source) => (least && timeOf(least) <= timeOf(source) ? least : source),
    undefined,
  );

function addViews(
  before: ViewsData['articles'],
  { added, last }: { added: ReadonlyMap<string, ArticleViews>; last: string },
): Record<string, ArticleViews> {
  const articles = new Map(Object.entries(before));
  for (const [address, { total, days }] of added) {
    const viewsBefore = articles.get(address) ?? { total: 0, days: {} };
    const sums = { ...viewsBefore.days };
    for (const [day, number] of Object.entries(days)) sums[day] = Math.max(0, (sums[day] ?? 0) + number);
    articles.set(address, { total: Math.max(0, viewsBefore.total + total), days: sums });
  }
  const oldest = daysBefore(lastDay(articles.values(), last), keptDays - 1);
  const isKept = ([day, number]: [string, number]): boolean => number > 0 && day >= oldest;
  return Object.fromEntries(
    [...articles]
      .filter(([, { total }]) => total > 0)
      .map(([address, { total, days }]) => [
        address,
        { total, days: Object.fromEntries(Object.entries(days).filter(isKept)) },
      ]),
  );
}

function addLogs(
  before: readonly LogRecord[],
  { sources, since }: { sources: readonly LogSource[]; since: number },
): LogRecord[] {
  const changed = sources.filter((source) => source.isNew());
  const most = Math.max(1, Math.min(mostMarks, Math.floor(addedMarks / changed.length)));
  const remembered = changed.map((source) => source.remember(most));
  const replaced = new Set(remembered.flatMap((one) => one.replaced));
  const logs = new Map<string, LogRecord>();
  for (const record of [
    ...before.filter((one) => one.time >= since && !replaced.has(one)),
    ...remembered.map((one) => one.record),
  ]) {
    const name = String(record.marks[0]);
    if ((logs.get(name)?.end ?? -1) < record.end) logs.set(name, record);
  }
  return [...logs.values()];
}

/** Finds the number of the article that a path requests, whatever its query and encoding. */
function createLookup(paths: ReadonlyMap<string, number>): (path: string) => number | undefined {
  return (path) => {
    const article = paths.get(path);
    if (article !== undefined) return article;
    const [plain = ''] = path.split(/[?#]/, 1);
    const local = plain.startsWith('/') ? plain : plain.replace(/^https?:\/\/[^/]*/, '');
    if (!local.includes('%')) return local === path ? undefined : paths.get(local);
    try {
      return paths.get(decodeURIComponent(local).normalize('NFC'));
    } catch {
      return undefined;
    }
  };
}

/** Digests who read what, under a random salt that ends with this run. */
function createIdentify(): (client: string, agent: string, article: number) => string {
  const salt = randomBytes(16).toString('hex');
  return (client, agent, article) =>
    hash('sha256', `${salt}${client}\n${agent}\n${article}`, 'base64').slice(0, 12);
}

/** The day of a time in a time zone. */
function createToDay(timeZone: string): (time: number) => string {
  let slot = Number.NaN;
  let day = '';
  return (time) => {
    // Time zone offsets are whole quarters of an hour.
    const quarter = Math.floor(time / 900);
    if (quarter !== slot) {
      slot = quarter;
      day = atInstant(time * 1000, timeZone).slice(0, 10);
    }
    return day;
  };
}
