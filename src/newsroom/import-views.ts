import { hash, randomBytes } from 'node:crypto';
import { atInstant } from '../content/date-time.ts';
import { openLog } from './log-file.ts';
import { createLogSource, type LogSource, type Tally, visit } from './log-source.ts';
import type { ArticleViews, LogRecord, ViewsData } from './views-data.ts';

/** Days that are kept apart; older ones are in the total only. */
const keptDays = 62;
/** Logs that are remembered: more than a year of daily ones. */
const keptLogs = 500;

export interface ImportResult extends Tally {
  readonly data: ViewsData;
  readonly counted: number;
  readonly repeats: number;
}

interface Input {
  /** Logs, in any order. */
  readonly logs: readonly string[];
  /** What was counted before. */
  readonly data: ViewsData;
  /** Articles by the paths under which they are asked for, aliases too; the value is the article's own address. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly timeZone: string;
}

/**
 * Counts the readers of articles in web servers' logs, as streams, in the order of time whatever the order of the logs.
 * Lines that were counted before are not counted again, so a log may be given as often as one likes, before and after it was
 * rotated and packed. Who read what is known while this runs, as a salted digest, for as long as it takes to tell a repeat.
 */
export async function importViews({ logs, data, addresses, timeZone }: Input): Promise<ImportResult> {
  const names = [...new Set(addresses.values())];
  const numbers = new Map(names.map((name, index) => [name, index]));
  const lookup = createLookup(new Map([...addresses].map(([path, name]) => [path, numbers.get(name) ?? -1])));
  const tally: Tally = { bytes: 0, lines: 0, bots: 0, prefetches: 0, broken: 0, samples: [] };
  const identify = createIdentify();
  const sources: LogSource[] = [];
  for (const log of logs) {
    const file = await openLog(log, data.logs);
    if (file) sources.push(createLogSource({ file, lookup, identify, tally }));
  }

  const counts = new Map<number, ArticleViews>();
  const toDay = createToDay(timeZone);
  const isRepeat = createIsRepeat();
  let counted = 0;
  let repeats = 0;
  // Logs are opened when the others have come to where they begin: one or two at a time when one follows the other.
  const waiting = [...sources].sort((a, b) => a.start - b.start);
  const open: LogSource[] = [];
  for (;;) {
    let first = earliest(open);
    while (waiting[0] && (!first || waiting[0].start <= timeOf(first))) {
      const next = waiting.shift() as LogSource;
      if (await next.refill()) open.push(next);
      first = earliest(open);
    }
    if (!first) break;
    const { time, article, visitor, known } = first.batch[first.at] as LogSource['batch'][number];
    const repeat = isRepeat(visitor, time);
    if (!known && repeat) repeats += 1;
    else if (!known) {
      counted += 1;
      let views = counts.get(article);
      if (!views) counts.set(article, (views = { total: 0, days: {} }));
      const day = toDay(time);
      views.total += 1;
      views.days[day] = (views.days[day] ?? 0) + 1;
    }
    first.at += 1;
    if (first.at >= first.batch.length && !(await first.refill())) open.splice(open.indexOf(first), 1);
  }
  const added = new Map([...counts].map(([number, views]) => [names[number] ?? '', views]));
  return { ...tally, counted, repeats, data: { articles: addViews(data.articles, added), logs: addLogs(data.logs, sources) } };
}

const timeOf = (source: LogSource): number => source.batch[source.at]?.time ?? 0;
const earliest = (open: readonly LogSource[]): LogSource | undefined => open.reduce<LogSource | undefined>((least, source) => (least && timeOf(least) <= timeOf(source) ? least : source), undefined);

function addViews(before: ViewsData['articles'], added: ReadonlyMap<string, ArticleViews>): Record<string, ArticleViews> {
  const articles = new Map(Object.entries(before));
  for (const [address, { total, days }] of added) {
    const known = articles.get(address) ?? { total: 0, days: {} };
    const sums = { ...known.days };
    for (const [day, number] of Object.entries(days)) sums[day] = (sums[day] ?? 0) + number;
    articles.set(address, { total: known.total + total, days: sums });
  }
  const newest = [...articles.values()].flatMap(({ days }) => Object.keys(days)).reduce((latest, day) => (day.localeCompare(latest, 'en') > 0 ? day : latest), '');
  const oldest = newest === '' ? '' : new Date(Date.parse(newest) - (keptDays - 1) * 86_400_000).toISOString().slice(0, 10);
  return Object.fromEntries([...articles].map(([address, { total, days }]) => [address, { total, days: Object.fromEntries(Object.entries(days).filter(([day]) => day >= oldest)) }]));
}

function addLogs(before: readonly LogRecord[], sources: readonly LogSource[]): LogRecord[] {
  const replaced = new Set(sources.flatMap(({ file }) => file.record ?? []));
  const all = [...before.filter((record) => !replaced.has(record)), ...sources.map((source) => source.record())];
  const unique = new Map(all.map((record) => [`${record.first} ${record.end}`, record]));
  return [...unique.values()].sort((a, b) => b.time - a.time).slice(0, keptLogs);
}

/** The number of the article that a path asks for, with whatever query, however it is spelt. */
function createLookup(paths: ReadonlyMap<string, number>): (path: string) => number | undefined {
  return (path) => {
    const found = paths.get(path);
    if (found !== undefined) return found;
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

/** Who read what, as a digest under a salt that nobody knows and that is gone when this ends. */
function createIdentify(): (client: string, agent: string, article: number) => string {
  const salt = randomBytes(16).toString('hex');
  return (client, agent, article) => hash('sha256', `${salt}${client}\n${agent}\n${article}`, 'base64').slice(0, 16);
}

/** Whether a visitor was seen within the last half hour. Those of two half hours are remembered, whatever the size of the log. */
function createIsRepeat(): (visitor: string, time: number) => boolean {
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  let slot = Number.NEGATIVE_INFINITY;
  return (visitor, time) => {
    const now = Math.floor(time / visit);
    if (now > slot) {
      old = now === slot + 1 ? young : new Map();
      young = new Map();
      slot = now;
    }
    const last = young.get(visitor) ?? old.get(visitor);
    young.set(visitor, last === undefined ? time : Math.max(last, time));
    return last !== undefined && Math.abs(time - last) < visit;
  };
}

/** The day of a moment on the clock of a zone. */
function createToDay(timeZone: string): (time: number) => string {
  let slot = Number.NaN;
  let day = '';
  return (time) => {
    // Offsets of zones are whole quarters of an hour.
    const quarter = Math.floor(time / 900);
    if (quarter !== slot) {
      slot = quarter;
      day = atInstant(time * 1000, timeZone).slice(0, 10);
    }
    return day;
  };
}
