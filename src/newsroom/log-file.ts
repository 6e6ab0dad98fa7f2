import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { isIP } from 'node:net';
import { createGunzip } from 'node:zlib';
import { digestOf } from '../digest.ts';
import { UsageError } from '../usage-error.ts';
import type { LogRecord } from './views-data.ts';

export interface LogFile {
  readonly path: string;
  readonly gzip: boolean;
  /** Digest of its first line. */
  readonly first: string;
  readonly firstLine: string;
  /** It begins with lines that say what its columns are. */
  readonly header: boolean;
  /** How far it was counted before. */
  readonly record?: LogRecord;
}

const piece = 1 << 20;

/** Looks at a log: packed or not, and whether it is one that was counted before, under this name or another one. Undefined for one without a line. */
export async function openLog(path: string, records: readonly LogRecord[]): Promise<LogFile | undefined> {
  const file = openLogFile(path);
  const head = Buffer.alloc(2);
  readSync(file, head, 0, 2, 0);
  const { size } = fstatSync(file);
  closeSync(file);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const { firstLine, header } = await readFirstLine(path, gzip);
  if (firstLine === '') return undefined;
  const first = lineDigest(firstLine);
  const candidates = records.filter((record) => record.first === first && (gzip || record.end <= size)).sort((a, b) => b.end - a.end);
  for (const record of candidates) {
    const last = await readLineBefore(path, gzip, record.end);
    if (last !== undefined && lineDigest(last) === record.last) return { path, gzip, first, firstLine, header, record };
  }
  return { path, gzip, first, firstLine, header };
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

/** Digest of a line without the reader's address and name: it tells logs apart, and nobody from anybody. */
export function lineDigest(line: string): string {
  const bracket = line.indexOf('[');
  const quote = line.indexOf('"');
  const rest = bracket >= 0 && bracket < quote ? line.slice(bracket) : line;
  const kept = rest.split(/\s/).filter((word) => isIP(word) === 0);
  return digestOf(Buffer.from(kept.join(' ').trim(), 'latin1')).slice(0, 16);
}

const isLine = (line: string): boolean => line.trim() !== '' && !line.startsWith('#');

function openLogFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new UsageError(`the log ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function readFirstLine(path: string, gzip: boolean): Promise<{ firstLine: string; header: boolean }> {
  let text = '';
  for await (const chunk of readPieces({ path, gzip })) {
    text += chunk.toString('latin1');
    const firstLine = text.split('\n').slice(0, -1).find(isLine);
    if (firstLine !== undefined) return { firstLine, header: text.startsWith('#') };
  }
  return { firstLine: text.split('\n').find(isLine) ?? '', header: text.startsWith('#') };
}

/** The line that ends at an offset; undefined when none does, or the log is shorter. */
async function readLineBefore(path: string, gzip: boolean, end: number): Promise<string | undefined> {
  const window = 1 << 16;
  const start = gzip ? 0 : Math.max(0, end - window);
  let at = start;
  let tail = '';
  for await (const chunk of readPieces({ path, gzip, from: start })) {
    tail = (tail + chunk.toString('latin1', 0, Math.min(chunk.length, end - at))).slice(-window);
    at += chunk.length;
    if (at >= end) break;
  }
  if (at < end) return undefined;
  const whole = tail.replace(/\r?\n$/, '');
  return whole.slice(whole.lastIndexOf('\n') + 1);
}
