import { isbot } from 'isbot';
import { type Block, copy, readBlocks } from './log-blocks.ts';
import { type Known, type LogFile, readPieces, type Span } from './log-file.ts';
import { createLineReader, hideAddresses, type Place } from './log-line.ts';
import {
  createMarks,
  endMarks,
  isDistinct,
  isFull,
  type MarkIndex,
  mergeMarks,
  toMark,
} from './log-marks.ts';
import { type Read, visit } from './sessions.ts';
import type { LogRecord, Mark } from './views-data.ts';

/** Unparsable lines that are shown. */
const mostSamples = 3;

/** What was met in all logs of a run. */
export interface Tally {
  bytes: number;
  lines: number;
  bots: number;
  prefetches: number;
  /** Lines that are none of a log, or of a time to come. */
  broken: number;
  /** Lines older than what is remembered of logs. */
  old: number;
  /** Some of the broken lines, without addresses. */
  readonly samples: string[];
  /** Logs that could not be read, or not to their end. */
  readonly failures: { readonly log: string; readonly error: unknown }[];
}

export interface LogRead extends Read {
  /** It was counted before, and is here for what comes soon after it. */
  readonly known: boolean;
}

/** A log as a stream of reads, handed on piece by piece. */
export interface LogSource {
  /** The time at which it, or what is new in it, begins. */
  readonly start: number;
  /**
   * The piece at hand and the place in it; both are replaced by `refill`, which resolves to false at the end.
   */
  batch: readonly LogRead[];
  at: number;
  readonly refill: () => Promise<boolean>;
  /** Whether there is something in it that was not counted before. */
  readonly isNew: () => boolean;
  /** What is to be remembered of it, with so many marks at most, and the records of what it contains. */
  readonly remember: (most: number) => {
    readonly record: LogRecord;
    readonly replaced: readonly LogRecord[];
  };
}

interface Input {
  readonly file: LogFile;
  readonly index: MarkIndex;
  readonly span: Span;
  readonly lookup: (path: string) => number | undefined;
  readonly identify: (client: string, agent: string, article: number) => string;
  readonly tally: Tally;
}

export function createLogSource({ file, index, span, lookup, identify, tally }: Input): LogSource {
  const { first, known } = file;
  const furthest = known.reduce<Known | undefined>(
    (most, one) => (most && most.begin + most.record.end >= one.begin + one.record.end ? most : one),
    undefined,
  );
  const reader = createLineReader(lookup);
  const isBot = createIsBot();
  // Where columns have names, those stand at the beginning.
  const from = furthest && !file.header ? Math.max(0, furthest.begin + furthest.record.from) : 0;
  const blocks = readBlocks({
    pieces: readPieces({ path: file.path, gzip: file.gzip, from }),
    from,
    finished: file.finished,
  });
  /** What was counted before of it, and where that begins. */
  const found = new Map<LogRecord, number>();
  const marks = createMarks();
  /** Places in the log, a minute or more apart. */
  const minutes: { readonly time: number; readonly offset: number }[] = [];
  /** The text at the end, as far as it was read. */
  let last = { text: '', offset: from };
  let counted = 0;
  let time = first?.[1] ?? Number.NEGATIVE_INFINITY;
  let end = from;
  let ended = false;
  let isNew = false;

  const know = (record: LogRecord, begin: number): void => {
    // Requests of one second can look alike: the first place is the right one.
    if (found.has(record)) return;
    found.set(record, begin);
    counted = Math.max(counted, begin + record.end);
    time = Math.max(time, record.time);
  };
  if (first) marks.add(first);
  for (const { record, begin } of known) know(record, begin);
  const knownMarks = known
    .flatMap(({ record, begin }) => record.marks.map(([offset, ...rest]): Mark => [begin + offset, ...rest]))
    .sort(([a], [b]) => a - b);
  for (const mark of knownMarks) if (isFull(mark) && mark[0] >= marks.next) marks.add(mark);

  const tellBroken = ({ text, start, end: feed }: Place): void => {
    tally.broken += 1;
    if (tally.samples.length < mostSamples)
      tally.samples.push(toSample(text.slice(start, Math.min(feed, start + 400))));
  };

  const take = (place: Place, at: number, into: LogRead[]): void => {
    for (const { record, mark } of index.find(place, reader)) know(record, at - mark[0]);
    const fresh = at >= counted;
    const line = reader.read(place);
    if (isEmpty(place)) return;
    if (at >= marks.next) {
      const moment = reader.timeOf(place);
      const mark = toMark(place, { reader, offset: at });
      if (moment >= span.since && moment <= span.until && isDistinct(mark, place, reader)) marks.add(mark);
    }
    if (fresh) {
      tally.lines += 1;
      isNew = true;
    }
    if (line === 'broken' && fresh) tellBroken(place);
    if (line === 'prefetch' && fresh) tally.prefetches += 1;
    if (typeof line === 'string') return;
    if (line.time > span.until) {
      if (fresh) tellBroken(place);
      return;
    }
    if (line.time < span.since) {
      if (fresh) tally.old += 1;
      return;
    }
    if (line.time > time || minutes.length === 0) {
      time = Math.max(time, line.time);
      if (line.time >= (minutes.at(-1)?.time ?? Number.NEGATIVE_INFINITY) + 60) {
        minutes.push({ time: line.time, offset: at });
        while ((minutes[1]?.time ?? Number.POSITIVE_INFINITY) <= time - visit) minutes.shift();
      }
    }
    if (line.agent !== undefined && isBot(line.agent)) {
      if (fresh) tally.bots += 1;
    } else
      into.push({
        time: line.time,
        article: line.article,
        visitor: identify(line.client, line.agent ?? '', line.article),
        known: !fresh,
      });
  };

  const source: LogSource = {
    start: furthest ? furthest.record.time - visit : time,
    batch: [],
    at: 0,
    refill: async () => {
      const batch: LogRead[] = [];
      while (batch.length === 0 && !ended) {
        const block = await nextBlock();
        if (!block) break;
        const { text, offset, take: taken } = block;
        for (let start = 0, feed = 0; start < taken; start = feed + 1) {
          feed = text.indexOf('\n', start);
          take({ text, start, end: feed }, offset + start, batch);
        }
        if (block.tooLong && offset + taken >= counted) {
          tally.lines += 1;
          tally.broken += 1;
          isNew = true;
        }
        last = joinEnd(last, block);
        tally.bytes += block.end - end;
        end = block.end;
      }
      source.batch = batch;
      source.at = 0;
      return batch.length > 0;
    },
    isNew: () => isNew && time > Number.NEGATIVE_INFINITY,
    remember: (most) => {
      const minute = minutes.findLast((candidate) => candidate.time <= time - visit);
      const replaced = [...found]
        .filter(([record, begin]) => begin >= 0 && begin + record.end <= end)
        .map(([record]) => record);
      const atEnd = endMarks(last, reader).filter(
        ([, moment]) => moment >= span.since && moment <= span.until,
      );
      return {
        record: {
          time,
          end,
          from: minute?.offset ?? from,
          marks: mergeMarks(marks.list(most), atEnd.slice(0, most)),
        },
        replaced,
      };
    },
  };

  async function nextBlock() {
    try {
      const { value, done } = await blocks.next();
      if (!done) return value;
    } catch (error) {
      tally.failures.push({ log: file.path, error });
    }
    ended = true;
    return undefined;
  }
  return source;
}

/** Characters in which the last lines of a log stand. */
const enough = 1 << 16;

/** The text at the end of a log, once a further block was read. */
function joinEnd(
  before: Pick<Block, 'text' | 'offset'>,
  { text, offset }: Block,
): Pick<Block, 'text' | 'offset'> {
  if (text.length >= enough || offset > before.offset + before.text.length) return { text, offset };
  const between = before.text.slice(0, offset - before.offset);
  const kept =
    between.length <= enough ? between : between.slice(between.indexOf('\n', between.length - enough) + 1);
  return { text: copy(kept) + text, offset: offset - kept.length };
}

/** Whether a line has nothing but its end, or is a comment. */
const isEmpty = ({ text, start, end }: Place): boolean =>
  text[start] === '#' || end === start || (end === start + 1 && text[start] === '\r');

/** The beginning of a line, without who asked: that stands before the time, or is the first word. */
const toSample = (line: string): string =>
  hideAddresses(line.replace(/^(?:[^["]*(?=\[\d{1,2}\/)|\S+)/, '…')).slice(0, 160);

/**
 * Whether an agent is a program without a reader, or says nothing. Agents are few, and the list of programs
 * is long.
 */
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
