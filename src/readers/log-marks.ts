import { digestOf } from '../bytes/digest.ts';
import { ahead } from './log-blocks.ts';
import type { LineReader, Place } from './log-line.ts';
import type { LogRecord, Mark } from './views-data.ts';

/** Lines in a complete mark. */
const full = ahead + 1;
/** Characters of a line's digest. */
const digits = 6;
/** How many marks a log has at most. */
export const mostMarks = 16;
/**
 * Marks near the end of a log, in lines from the end, so that the start of an overlapping log is recognised.
 */
const fromEnd = [16, full];

export interface Match {
  readonly record: LogRecord;
  readonly mark: Mark;
  /** Whether the mark is complete. */
  readonly full: boolean;
}

export interface MarkIndex {
  readonly records: readonly LogRecord[];
  /** The logs counted before that contain this line and those after it. */
  readonly find: (place: Place, reader: LineReader) => readonly Match[];
}

/** Finds marked lines in any log. Only lines with the same second as a mark are digested. */
export function createMarkIndex(records: readonly LogRecord[]): MarkIndex {
  const seconds = new Map<number, Omit<Match, 'full'>[]>();
  for (const record of records) {
    for (const mark of record.marks) {
      const marked = seconds.get(mark[1]);
      if (marked) marked.push({ record, mark });
      else seconds.set(mark[1], [{ record, mark }]);
    }
  }
  return {
    records,
    find: (place, reader) => {
      const candidates = seconds.size === 0 ? undefined : seconds.get(reader.timeOf(place));
      if (!candidates) return [];
      const digests = digestsFrom(place, reader);
      // A log that ends here, or ended when it was counted, has fewer lines to compare.
      return candidates
        .filter(
          ({ mark: [, , markDigests] }) => digests.startsWith(markDigests) || markDigests.startsWith(digests),
        )
        .map((candidate) => ({
          ...candidate,
          full: Math.min(candidate.mark[2].length, digests.length) === full * digits,
        }));
    },
  };
}

/** Makes a mark of a line and those after it. */
export const toMark = (place: Place, { reader, offset }: { reader: LineReader; offset: number }): Mark => [
  offset,
  reader.timeOf(place),
  digestsFrom(place, reader),
];

/** Whether a mark has its full number of lines. */
export const isFull = ([, , markDigests]: Mark): boolean => markDigests.length === full * digits;

/** Whether a mark differs from the lines around it. Within a row of equal lines it does not. */
export function isDistinct([, , markDigests]: Mark, { text, start }: Place, reader: LineReader): boolean {
  const line = markDigests.slice(0, digits);
  if (markDigests.length > digits && markDigests === line.repeat(markDigests.length / digits)) return false;
  const before = text.lastIndexOf('\n', start - 2) + 1;
  return start === 0 || digestOfLine({ text, start: before, end: start - 1 }, reader) !== line;
}

/** Marks near the end of a log, so that even a short overlap contains one. */
export function endMarks({ text, offset }: { text: string; offset: number }, reader: LineReader): Mark[] {
  let start = text.length;
  let lines = 0;
  const marks: Mark[] = [];
  while (start > 0 && lines < Math.max(...fromEnd)) {
    const end = start - 1;
    start = text.lastIndexOf('\n', end - 1) + 1;
    if (!isLine(text, start, end)) continue;
    lines += 1;
    if (!fromEnd.includes(lines)) continue;
    const place = { text, start, end };
    const mark = toMark(place, { reader, offset: offset + start });
    if (isFull(mark) && isDistinct(mark, place, reader)) marks.push(mark);
  }
  return marks;
}

export interface Marks {
  /** The offset from which on another mark is needed. */
  next: number;
  readonly add: (mark: Mark) => void;
  /** At most so many of them, evenly spaced. */
  readonly list: (most: number) => Mark[];
}

/** Marks all along a log of unknown length: each line at first, then at growing distances. */
export function createMarks(): Marks {
  let collected: Mark[] = [];
  let spacing = 1;
  const marks: Marks = {
    next: 0,
    add: (mark) => {
      collected.push(mark);
      if (collected.length >= 2 * mostMarks) {
        collected = thin(collected, mostMarks);
        spacing = Math.ceil((mark[0] - (collected[0]?.[0] ?? 0)) / mostMarks);
      }
      marks.next = mark[0] + spacing;
    },
    list: (most) => thin(collected, most),
  };
  return marks;
}

/** Joins two lists of marks in order, without duplicates. */
export const mergeMarks = (some: readonly Mark[], others: readonly Mark[]): Mark[] =>
  [...new Map([...some, ...others].map((mark) => [mark[0], mark])).values()].sort(([a], [b]) => a - b);

/** Removes marks that are close to the one before. */
function thin(marks: readonly Mark[], most: number): Mark[] {
  if (marks.length <= most) return [...marks];
  const begin = marks[0]?.[0] ?? 0;
  const spacing = most > 1 ? ((marks.at(-1)?.[0] ?? 0) - begin) / (most - 1) : Number.POSITIVE_INFINITY;
  let next = begin;
  return marks.filter(([offset]) => {
    if (offset < next) return false;
    next = offset + spacing;
    return true;
  });
}

/** Whether a line is neither a comment nor empty. */
const isLine = (text: string, start: number, end: number): boolean =>
  text[start] !== '#' && text.slice(start, end).trim() !== '';

const digestOfLine = (place: Place, reader: LineReader): string =>
  digestOf(Buffer.from(reader.traceOf(place), 'latin1')).slice(0, digits);

/** The digests of a line and of those after it, without comments and empty lines. */
function digestsFrom({ text, start }: Place, reader: LineReader): string {
  let digests = '';
  for (let from = start; from < text.length && digests.length < full * digits; ) {
    const end = text.indexOf('\n', from);
    if (end < 0) break;
    if (isLine(text, from, end)) digests += digestOfLine({ text, start: from, end }, reader);
    from = end + 1;
  }
  return digests;
}
