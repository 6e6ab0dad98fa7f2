import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { readBlocks } from './log-blocks.ts';
import { createLineReader, type Place } from './log-line.ts';
import { type MarkIndex, type Match, toMark } from './log-marks.ts';
import type { LogRecord, Mark } from './views-data.ts';

/** Times that are believed, in seconds since the epoch: neither those of a clock that is wrong nor those of logs that are forgotten. */
export interface Span {
  readonly since: number;
  readonly until: number;
}

/** How far a log was counted before. */
export interface Known {
  /** The log as which it was counted, and where that begins in this one: before its beginning where this is a piece cut from it. */
  readonly record: LogRecord;
  readonly begin: number;
}

export interface LogFile {
  readonly path: string;
  readonly gzip: boolean;
  /** Nothing will be written to it any more. */
  readonly finished: boolean;
  /** It begins with lines that say what its columns are. */
  readonly header: boolean;
  /** Its first line; undefined where none has a time that is believed. */
  readonly first?: Mark;
  readonly known?: Known;
}

interface Input {
  readonly index: MarkIndex;
  readonly span: Span;
  /** The present, in milliseconds since the epoch. */
  readonly now: number;
}

const piece = 1 << 20;
/** What was not written to for so long, in milliseconds, is finished. */
const idle = 60 * 60 * 1000;

/** Looks at a log: packed or not, and whether it begins with what was counted before, under this name or another one. */
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

/** The bytes of a log, unpacked, from an offset on. */
export async function* readPieces({ path, gzip, from = 0 }: { path: string; gzip: boolean; from?: number }): AsyncGenerator<Buffer> {
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
 * The first line, and the log in which it stands that was counted before. A piece of a log may begin between two of its marks: then it
 * is read until the first of them, as long as there is a log that has not ended before.
 */
async function lookAt({ path, gzip, finished }: Pick<LogFile, 'path' | 'gzip' | 'finished'>, { index, span }: Pick<Input, 'index' | 'span'>): Promise<Pick<LogFile, 'header' | 'first' | 'known'>> {
  const reader = createLineReader(() => undefined);
  let header = false;
  let first: Mark | undefined;
  let last = Number.NEGATIVE_INFINITY;
  for await (const { text, offset, take } of readBlocks({ pieces: readPieces({ path, gzip }), from: 0, finished })) {
    for (let start = 0, end = 0; start < take; start = end + 1) {
      end = text.indexOf('\n', start);
      const place: Place = { text, start, end };
      if (text[start] === '#') {
        header ||= offset + start === 0;
        reader.read(place);
        continue;
      }
      const time = reader.timeOf(place);
      if (!(time >= span.since && time <= span.until)) continue;
      const at = offset + start;
      const matches = index.find(place, reader);
      if (!first) {
        first = toMark(place, { reader, offset: at });
        const known = furthest(matches, at);
        if (known) return { header, first, known };
        last = Math.max(...index.records.filter((record) => (record.marks[0]?.[1] ?? 0) <= time && time <= record.time).map((record) => record.time));
      }
      const known = furthest(
        matches.filter((match) => isBetweenMarks(match, at)),
        at,
      );
      if (known || time > last) return { header, first, ...(known && { known }) };
    }
  }
  return { header, ...(first && { first }) };
}

/** What reaches furthest of the logs in which a line stands. */
const furthest = (matches: readonly Match[], at: number): Known | undefined =>
  matches
    .map(({ record, mark }) => ({ record, begin: at - mark[0] }))
    .reduce<Known | undefined>((most, known) => (most && most.begin + most.record.end >= known.begin + known.record.end ? most : known), undefined);

/** Whether a log whose first marked line stands here can be a piece that begins before that mark and after the one before it. */
const isBetweenMarks = ({ record, mark: [offset], full }: Match, at: number): boolean => full && record.marks.every(([other]) => other >= offset || other < offset - at);
