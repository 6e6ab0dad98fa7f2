import { isbot } from 'isbot';
import { type Block, copy, readBlocks } from './log-blocks.ts';
import { type LogFile, type Overlap, readPieces, type Span } from './log-file.ts';
import { createLineReader, type LineReader, type Place } from './log-line.ts';
import {
  createMarks,
  endMarks,
  isDistinct,
  isFull,
  type MarkIndex,
  type Marks,
  mergeMarks,
  toMark,
} from './log-marks.ts';
import { type Read, visit } from './sessions.ts';
import { countBroken, type Tally } from './tally.ts';
import type { LogRecord, Mark } from './views-data.ts';

export interface LogRead extends Read {
  /** It was counted before, and is read again since new reads may follow soon after it. */
  readonly isCounted: boolean;
}

/** A log as a stream of reads in batches. */
export interface LogSource {
  /** The time of its first line, or of its first new one. */
  readonly start: number;
  /** The current batch and the index in it. `refill` replaces both, and resolves to false at the end. */
  batch: readonly LogRead[];
  at: number;
  readonly refill: () => Promise<boolean>;
  /** Whether it has lines that were not counted before. */
  readonly isNew: () => boolean;
  /** The record to keep, with at most so many marks, and the records that it replaces. */
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

/** The state of reading a log. */
interface Reading extends Input {
  readonly reader: LineReader;
  readonly isBot: (agent: string) => boolean;
  readonly blocks: AsyncGenerator<Block>;
  /** The offset where reading begins. */
  readonly from: number;
  readonly marks: Marks;
  /** The logs counted before that this one contains, and where they begin in it. */
  readonly beginByRecord: Map<LogRecord, number>;
  /** Offsets in the log, a minute or more apart. */
  readonly minutes: { readonly time: number; readonly offset: number }[];
  /** The end of the text read so far. */
  endText: Pick<Block, 'text' | 'offset'>;
  /** Where the part counted before ends. */
  counted: number;
  /** The latest time so far. */
  time: number;
  /** The offset up to which the log was read. */
  end: number;
  /** Whether the whole log was read, or the rest cannot be read. */
  ended: boolean;
  /** Whether lines were read that were not counted before. */
  isNew: boolean;
}

export function createLogSource(input: Input): LogSource {
  const { first, overlaps } = input.file;
  const furthest = overlaps.reduce<Overlap | undefined>(
    (most, one) => (most && most.begin + most.record.end >= one.begin + one.record.end ? most : one),
    undefined,
  );
  const reading = createReading(input, furthest);
  const source: LogSource = {
    start: furthest ? furthest.record.time - visit : (first?.[1] ?? Number.NEGATIVE_INFINITY),
    batch: [],
    at: 0,
    refill: async () => {
      source.batch = await readBatch(reading);
      source.at = 0;
      return source.batch.length > 0;
    },
    isNew: () => reading.isNew && reading.time > Number.NEGATIVE_INFINITY,
    remember: (most) => ({ record: toRecord(reading, most), replaced: replacedRecords(reading) }),
  };
  return source;
}

function createReading(input: Input, furthest: Overlap | undefined): Reading {
  const { file, lookup } = input;
  // Column names are at the beginning of a log.
  const from = furthest && !file.header ? Math.max(0, furthest.begin + furthest.record.from) : 0;
  const pieces = readPieces({ path: file.path, gzip: file.gzip, from });
  const reading: Reading = {
    ...input,
    reader: createLineReader(lookup),
    isBot: createIsBot(),
    blocks: readBlocks({ pieces, from, finished: file.finished }),
    from,
    marks: createMarks(),
    beginByRecord: new Map(),
    minutes: [],
    endText: { text: '', offset: from },
    counted: 0,
    time: file.first?.[1] ?? Number.NEGATIVE_INFINITY,
    end: from,
    ended: false,
    isNew: false,
  };
  for (const { record, begin } of file.overlaps) addRecord(reading, record, begin);
  addMarksBefore(reading);
  return reading;
}

/** Records that this log contains one that was counted before. */
function addRecord(reading: Reading, record: LogRecord, begin: number): void {
  // Requests of one second can look alike: the first match is the right one.
  if (reading.beginByRecord.has(record)) return;
  reading.beginByRecord.set(record, begin);
  reading.counted = Math.max(reading.counted, begin + record.end);
  reading.time = Math.max(reading.time, record.time);
}

/** Adds the marks of the logs that were counted before. */
function addMarksBefore({ file: { first, overlaps }, marks }: Reading): void {
  if (first) marks.add(first);
  const marksBefore = overlaps.flatMap(({ record, begin }) =>
    record.marks.map(([offset, ...others]): Mark => [begin + offset, ...others]),
  );
  for (const mark of marksBefore.sort(([a], [b]) => a - b))
    if (isFull(mark) && mark[0] >= marks.next) marks.add(mark);
}

/** The next batch of reads; empty at the end of the log. */
async function readBatch(reading: Reading): Promise<LogRead[]> {
  const batch: LogRead[] = [];
  while (batch.length === 0 && !reading.ended) {
    const block = await nextBlock(reading);
    if (block) readBlock(reading, block, batch);
  }
  return batch;
}

async function nextBlock(reading: Reading): Promise<Block | undefined> {
  const { blocks, tally, file } = reading;
  try {
    const { value, done } = await blocks.next();
    if (!done) return value;
  } catch (error) {
    tally.failures.push({ log: file.path, error });
  }
  reading.ended = true;
  return undefined;
}

function readBlock(reading: Reading, block: Block, batch: LogRead[]): void {
  const { tally } = reading;
  const { text, offset, take } = block;
  for (let start = 0, end = 0; start < take; start = end + 1) {
    end = text.indexOf('\n', start);
    const read = readLine(reading, { text, start, end }, offset + start);
    if (read) batch.push(read);
  }
  if (block.tooLong && offset + take >= reading.counted) {
    tally.lines += 1;
    tally.broken += 1;
    reading.isNew = true;
  }
  reading.endText = joinEnd(reading.endText, block);
  tally.bytes += block.end - reading.end;
  reading.end = block.end;
}

/** Reads a line at an offset. Returns the read, if the line is one. */
function readLine(reading: Reading, place: Place, offset: number): LogRead | undefined {
  const { reader, index, span, tally, identify, isBot } = reading;
  for (const { record, mark } of index.find(place, reader)) addRecord(reading, record, offset - mark[0]);
  const isUncounted = offset >= reading.counted;
  const line = reader.read(place);
  if (isEmpty(place)) return undefined;
  if (offset >= reading.marks.next) addMark(reading, place, offset);
  if (isUncounted) {
    tally.lines += 1;
    reading.isNew = true;
  }
  if (line === 'broken' && isUncounted) countBroken(tally, place);
  if (line === 'prefetch' && isUncounted) tally.prefetches += 1;
  if (typeof line === 'string') return undefined;
  if (line.time > span.until) {
    if (isUncounted) countBroken(tally, place);
    return undefined;
  }
  if (line.time < span.since) {
    if (isUncounted) tally.old += 1;
    return undefined;
  }
  addTime(reading, line.time, offset);
  if (line.agent !== undefined && isBot(line.agent)) {
    if (isUncounted) tally.bots += 1;
    return undefined;
  }
  const { time, article, client, agent = '' } = line;
  return { time, article, visitor: identify(client, agent, article), isCounted: !isUncounted };
}

function addMark({ reader, span, marks }: Reading, place: Place, offset: number): void {
  const time = reader.timeOf(place);
  if (time < span.since || time > span.until || Number.isNaN(time)) return;
  const mark = toMark(place, { reader, offset });
  if (isDistinct(mark, place, reader)) marks.add(mark);
}

/** Records the time of a line, and its offset when a minute has passed since the last one. */
function addTime(reading: Reading, time: number, offset: number): void {
  const { minutes } = reading;
  if (time <= reading.time && minutes.length > 0) return;
  reading.time = Math.max(reading.time, time);
  if (time < (minutes.at(-1)?.time ?? Number.NEGATIVE_INFINITY) + 60) return;
  minutes.push({ time, offset });
  while ((minutes[1]?.time ?? Number.POSITIVE_INFINITY) <= reading.time - visit) minutes.shift();
}

function toRecord(
  { minutes, marks, endText, reader, span, time, end, from }: Reading,
  most: number,
): LogRecord {
  const minute = minutes.findLast((candidate) => candidate.time <= time - visit);
  const atEnd = endMarks(endText, reader).filter(
    ([, moment]) => moment >= span.since && moment <= span.until,
  );
  return {
    time,
    end,
    from: minute?.offset ?? from,
    marks: mergeMarks(marks.list(most), atEnd.slice(0, most)),
  };
}

/** The logs counted before that this one contains completely. */
const replacedRecords = ({ beginByRecord, end }: Reading): LogRecord[] =>
  [...beginByRecord]
    .filter(([record, begin]) => begin >= 0 && begin + record.end <= end)
    .map(([record]) => record);

/** How many characters contain the last lines of a log. */
const enough = 1 << 16;

/** The end of the text after another block was read. */
function joinEnd(
  before: Pick<Block, 'text' | 'offset'>,
  { text, offset }: Block,
): Pick<Block, 'text' | 'offset'> {
  if (text.length >= enough || offset > before.offset + before.text.length) return { text, offset };
  const between = before.text.slice(0, offset - before.offset);
  const lastLines =
    between.length <= enough ? between : between.slice(between.indexOf('\n', between.length - enough) + 1);
  return { text: copy(lastLines) + text, offset: offset - lastLines.length };
}

/** Whether a line is blank or a comment. */
const isEmpty = ({ text, start, end }: Place): boolean =>
  text[start] === '#' || end === start || (end === start + 1 && text[start] === '\r');

/**
 * Whether an agent is a bot, or is empty. Results are remembered: there are few agents, and the list of bots
 * is long.
 */
function createIsBot(): (agent: string) => boolean {
  let botByAgent = new Map<string, boolean>();
  return (agent) => {
    let bot = botByAgent.get(agent);
    if (bot === undefined) {
      if (botByAgent.size > 5000) botByAgent = new Map();
      botByAgent.set(copy(agent), (bot = agent === '' || agent === '-' || isbot(agent)));
    }
    return bot;
  };
}
