import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { readBlocks } from './log-blocks.ts';
import { createLineReader, type LineReader, type Place } from './log-line.ts';
import { type MarkIndex, type Match, toMark } from './log-marks.ts';
import type { LogRecord, Mark } from './views-data.ts';

/**
 * Times that are believed, in seconds since the epoch: neither those of a clock that is wrong nor those of
 * logs that are forgotten.
 */
export interface Span {
  readonly since: number;
  readonly until: number;
}

/** How far a log was counted before. */
export interface Known {
  /**
   * The log as which it was counted, and where that begins in this one: before its beginning where this is a
   * piece cut from it.
   */
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
  /** The logs in which its first line stands. */
  readonly known: readonly Known[];
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

/**
 * Looks at a log: packed or not, and whether it begins with what was counted before, under this name or
 * another one.
 */
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
 * The first line, and the logs that were counted before in which it stands: one first, then those that go on
 * where that ends. A piece of a log may begin between two of its marks: then it is read until the first of
 * them, as long as there is a log that has not ended before.
 */
async function lookAt(
  log: Pick<LogFile, 'path' | 'gzip' | 'finished'>,
  { index, span }: Pick<Input, 'index' | 'span'>,
): Promise<Pick<LogFile, 'header' | 'first' | 'known'>> {
  const reader = createLineReader(() => undefined);
  let first: Mark | undefined;
  let known: Known | undefined;
  /** Logs that had begun and not ended when this one begins, and in which it may stand. */
  let open: readonly LogRecord[] = [];
  const isOver = (time: number): boolean => open.every((record) => time > record.time);
  const header = await scan({ ...log, from: 0, reader, span }, (place, at, time) => {
    const matches = index.find(place, reader);
    if (first) known = furthest(matches.filter(isBetweenMarks({ at, from: 0 })), at);
    else {
      first = toMark(place, { reader, offset: at });
      open = index.records.filter((record) => (record.marks[0]?.[1] ?? 0) <= time && time <= record.time);
      known = furthest(matches, at);
    }
    return known === undefined && !isOver(time);
  });
  if (!known) return { header, ...(first && { first }), known: [] };
  const one: Known = known;
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
  return { header, ...(first && { first }), known: all };
}

interface Scan extends Pick<LogFile, 'path' | 'gzip' | 'finished'>, Pick<Input, 'span'> {
  readonly from: number;
  readonly reader: LineReader;
}

/**
 * Shows the lines whose time is believed, from an offset on, for as long as more are wanted. Resolves to
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

/** What reaches furthest of the logs in which a line stands. */
const furthest = (matches: readonly Match[], at: number): Known | undefined =>
  matches
    .map(({ record, mark }) => ({ record, begin: at - mark[0] }))
    .reduce<Known | undefined>(
      (most, known) =>
        most && most.begin + most.record.end >= known.begin + known.record.end ? most : known,
      undefined,
    );

/**
 * Whether a log whose first marked line, looked for from an offset on, stands here can be a piece that begins
 * before that mark and after the one before it.
 */
const isBetweenMarks =
  ({ at, from }: { at: number; from: number }) =>
  ({ record, mark: [offset], full }: Match): boolean =>
    full && record.marks.every(([other]) => other >= offset || other < offset - at + from);
