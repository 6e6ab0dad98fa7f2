import { isbot } from 'isbot';
import { type LogFile, lineDigest, readPieces } from './log-file.ts';
import { createReadLine, timeIn } from './log-line.ts';
import type { LogRecord } from './views-data.ts';

/** Reads of one article by one address and agent are one when less than this lies between them, in seconds. */
export const visit = 30 * 60;
/** Unparsable lines that are shown. */
const mostSamples = 3;
/** A line longer than this is none. */
const longest = 1 << 20;

/** What was met in all logs of a run. */
export interface Tally {
  bytes: number;
  lines: number;
  bots: number;
  prefetches: number;
  broken: number;
  /** Some of the lines that are no log lines, their first word, which may be an address, left out. */
  readonly samples: string[];
}

export interface Read {
  /** Seconds since the epoch. */
  readonly time: number;
  readonly article: number;
  /** Who, as a digest that means nothing outside this run. */
  readonly visitor: string;
  /** It was counted before, and is here for what comes soon after it. */
  readonly known: boolean;
}

/** A log as a stream of reads, handed on piece by piece. */
export interface LogSource {
  readonly file: LogFile;
  /** The time at which it, or what is new in it, begins. */
  readonly start: number;
  /** The piece at hand and the place in it; both are replaced by `refill`, which resolves to false at the end. */
  batch: readonly Read[];
  at: number;
  readonly refill: () => Promise<boolean>;
  /** How far it was read. */
  readonly record: () => LogRecord;
}

interface Input {
  readonly file: LogFile;
  readonly lookup: (path: string) => number | undefined;
  readonly identify: (client: string, agent: string, article: number) => string;
  readonly tally: Tally;
}

export function createLogSource({ file, lookup, identify, tally }: Input): LogSource {
  const { record } = file;
  const readLine = createReadLine(lookup);
  const isBot = createIsBot();
  const from = file.header ? 0 : (record?.from ?? 0);
  const known = record?.end ?? 0;
  const pieces = readPieces({ path: file.path, gzip: file.gzip, from });
  /** Places in the log, a minute or more apart. */
  const marks: { readonly time: number; readonly offset: number }[] = [];
  let time = record?.time ?? timeIn(file.firstLine) ?? 0;
  let offset = from;
  let rest = '';
  let last = '';
  let ended = false;

  const take = (text: string, start: number, end: number, into: Read[]): boolean => {
    const at = offset + start;
    const isNew = at >= known;
    if (isNew) tally.lines += 1;
    const line = readLine({ text, start, end });
    if (line === 'broken') {
      if (isNew) {
        tally.broken += 1;
        if (tally.samples.length < mostSamples) tally.samples.push(text.slice(start, Math.min(end, start + 160)).replace(/^\S+/, '…'));
      }
      return false;
    }
    if (line === 'prefetch' && isNew) tally.prefetches += 1;
    if (typeof line === 'string') return true;
    if (line.time > time || marks.length === 0) {
      time = Math.max(time, line.time);
      if (line.time >= (marks.at(-1)?.time ?? Number.NEGATIVE_INFINITY) + 60) {
        marks.push({ time: line.time, offset: at });
        while ((marks[1]?.time ?? Number.POSITIVE_INFINITY) <= time - visit) marks.shift();
      }
    }
    if (line.agent !== undefined && isBot(line.agent)) {
      if (isNew) tally.bots += 1;
    } else into.push({ time: line.time, article: line.article, visitor: identify(line.client, line.agent ?? '', line.article), known: !isNew });
    return true;
  };

  const source: LogSource = {
    file,
    start: record ? record.time - visit : time,
    batch: [],
    at: 0,
    refill: async () => {
      const batch: Read[] = [];
      while (batch.length === 0 && !ended) {
        const { value: chunk, done } = await pieces.next();
        if (done) {
          ended = true;
          // A last line without its line feed is one that is still being written, unless it is whole: one with an agent, and all that stands behind it in the line before.
          const isWhole = rest.endsWith('"') && typeof readLine({ text: rest, start: 0, end: rest.length }) !== 'string' && (last === '' || last.split('"').length === rest.split('"').length);
          if (isWhole) {
            take(rest, 0, rest.length, batch);
            last = rest;
            offset += rest.length;
          }
          break;
        }
        tally.bytes += chunk.length;
        const text = rest + chunk.toString('latin1');
        let position = 0;
        let before = -1;
        for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', position)) {
          take(text, position, end, batch);
          before = position;
          position = end + 1;
        }
        if (before >= 0) last = copy(text.slice(before, position - 1));
        rest = copy(text.slice(position));
        offset += position;
        if (rest.length > longest) {
          tally.broken += 1;
          offset += rest.length;
          rest = '';
        }
      }
      source.batch = batch;
      source.at = 0;
      return batch.length > 0;
    },
    record: () => {
      if (record && offset <= known) return record;
      const mark = marks.findLast((candidate) => candidate.time <= time - visit);
      return { first: file.first, last: lineDigest(last), end: offset, from: mark?.offset ?? from, time };
    },
  };
  return source;
}

/** A text of its own, not a window on the piece that it was cut from. */
const copy = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');

/** Whether an agent is a program without a reader, or says nothing. Agents are few, and the list of programs is long. */
function createIsBot(): (agent: string) => boolean {
  let known = new Map<string, boolean>();
  return (agent) => {
    let bot = known.get(agent);
    if (bot === undefined) {
      if (known.size > 5000) known = new Map();
      known.set(copy(agent), (bot = agent === '' || agent === '-' || isbot(agent)));
    }
    return bot;
  };
}
