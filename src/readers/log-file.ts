import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { readBlocks } from './log-blocks.ts';
import { createLineReader, type LineReader, type Place } from './log-line.ts';
import { type MarkIndex, type Match, toMark } from './log-marks.ts';
import type { LogRecord, Mark } from './views-data.ts';

/**
 * The range of valid times, in seconds since the epoch. Times outside it come from a wrong clock, or from
 * logs no longer remembered.
 */
export interface Span {
  readonly since: number;
  readonly until: number;
}

/** A log that was counted before and overlaps with this one. */
export interface Overlap {
  /**
   * The record of that log, and where it begins in this one. The offset is negative where this log is a piece
   * cut from it.
   */
  readonly record: LogRecord;
  readonly begin: number;
}

export interface LogFile {
  readonly path: string;
  readonly gzip: boolean;
  /** Nothing more will be written to it. */
  readonly finished: boolean;
  /** It begins with lines that name its columns. */
  readonly header: boolean;
  /** Its first line; undefined where no line has a valid time. */
  readonly first?: Mark;
  /** The logs counted before that contain its first line. */
  readonly overlaps: readonly Overlap[];
}

interface Input {
  readonly index: MarkIndex;
  readonly span: Span;
  /** The present, in milliseconds since the epoch. */
  readonly now: number;
}

const piece = 1 << 20;
/** A log that was not written to for this time, in milliseconds, is finished. */
const idle = 60 * 60 * 1000;

/** Opens a log: compressed or not, and which logs counted before it overlaps with, under any name. */
export async function openLog(path: string, { index, span, now }: Input): Promise<LogFile> {
  const file = openSync(path, 'r');
  const head = Buffer.alloc(2);
  let changed: number;
  try {
    changed = fstatSync(file).mtimeMs;
    readSync(file, head, 0, 2, 0);
  } finally {
    closeSync(file);
  }
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const log = { path, gzip, finished: gzip || changed < now - idle };
  return { ...log, ...(await lookAt(log, { index, span })) };
}

/** The uncompressed bytes of a log, from an offset on. */
export async function* readPieces({
  path,
  gzip,
  from = 0,
}: {
  path: string;
  gzip: boolean;
  from?: number;
}): AsyncGenerator<Buffer> {
  if (!gzip) {
    yield* createReadStream(path, { start: from, highWaterMark: piece });
    return;
  }
  const packed = createReadStream(path, { highWaterMark: piece });
  const unpacked = packed.pipe(createGunzip({ chunkSize: piece }));
  packed.on('error', (error) => unpacked.destroy(error));
  let skip = from;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      if (skip >= chunk.length) skip -= chunk.length;
      else {
        yield skip === 0 ? chunk : chunk.subarray(skip);
        skip = 0;
      }
    }
  } finally {
    packed.destroy();
  }
}

/**
 * Finds the first line, and the logs counted before that contain it: one, then those that continue where it
 * ends. A piece of a log may begin between two of its marks; then lines are read up to the next mark, as long
 * as there is a log that has not ended before.
 */
async function lookAt(
  log: Pick<LogFile, 'path' | 'gzip' | 'finished'>,
  { index, span }: Pick<Input, 'index' | 'span'>,
): Promise<Pick<LogFile, 'header' | 'first' | 'overlaps'>> {
  const reader = createLineReader(() => undefined);
  let first: Mark | undefined;
  let overlap: Overlap | undefined;
  /** Logs that overlap in time with the beginning of this one. */
  let open: readonly LogRecord[] = [];
  const isOver = (time: number): boolean => open.every((record) => time > record.time);
  const header = await scan({ ...log, from: 0, reader, span }, (place, at, time) => {
    const matches = index.find(place, reader);
    if (first) overlap = furthest(matches.filter(isBetweenMarks({ at, from: 0 })), at);
    else {
      first = toMark(place, { reader, offset: at });
      open = index.records.filter((record) => (record.marks[0]?.[1] ?? 0) <= time && time <= record.time);
      overlap = furthest(matches, at);
    }
    return overlap === undefined && !isOver(time);
  });
  if (!overlap) return { header, ...(first && { first }), overlaps: [] };
  const one: Overlap = overlap;
  const all = [one];
  open = open.filter((record) => record !== one.record && record.time >= one.record.time);
  const from = Math.max(0, one.begin + one.record.from);
  if (open.length > 0)
    await scan({ ...log, from, reader, span }, (place, at, time) => {
      for (const match of index.find(place, reader).filter(isBetweenMarks({ at, from }))) {
        const begin = at - match.mark[0];
        if (begin > 0 || !open.includes(match.record)) continue;
        all.push({ record: match.record, begin });
        open = open.filter((record) => record !== match.record);
      }
      return !isOver(time);
    });
  return { header, ...(first && { first }), overlaps: all };
}

interface Scan extends Pick<LogFile, 'path' | 'gzip' | 'finished'>, Pick<Input, 'span'> {
  readonly from: number;
  readonly reader: LineReader;
}

/**
 * Calls a function for the lines with a valid time, from an offset on, until it has enough. Resolves to
 * whether the log begins with a comment.
 */
async function scan(
  { path, gzip, finished, from, reader, span }: Scan,
  see: (place: Place, at: number, time: number) => boolean,
): Promise<boolean> {
  let header = false;
  for await (const { text, offset, take } of readBlocks({
    pieces: readPieces({ path, gzip, from }),
    from,
    finished,
  })) {
    for (let start = 0, end = 0; start < take; start = end + 1) {
      end = text.indexOf('\n', start);
      const place: Place = { text, start, end };
      if (text[start] === '#') {
        header ||= offset + start === 0;
        reader.read(place);
        continue;
      }
      const time = reader.timeOf(place);
      if (time >= span.since && time <= span.until && !see(place, offset + start, time)) return header;
    }
  }
  return header;
}

/** The match that reaches furthest, of the logs that contain a line. */
const furthest = (matches: readonly Match[], at: number): Overlap | undefined =>
  matches
    .map(({ record, mark }) => ({ record, begin: at - mark[0] }))
    .reduce<Overlap | undefined>(
      (most, overlap) =>
        most && most.begin + most.record.end >= overlap.begin + overlap.record.end ? most : overlap,
      undefined,
    );

/**
 * Makes the test for matches in a log that is searched from an offset on, at the offset of the line. A match
 * is wrong when its record has an earlier mark that would be in the searched part.
 */
const isBetweenMarks =
  ({ at, from }: { at: number; from: number }) =>
  ({ record, mark: [offset], full }: Match): boolean =>
    full && record.marks.every(([other]) => other >= offset || other < offset - at + from);
