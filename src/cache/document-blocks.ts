import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfAll } from '../bytes/digest.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import { CacheDamaged } from './bodies.ts';
import type { KeptHead } from './kept-document.ts';
import type { Base, DocumentRecord } from './state.ts';

/** The bytes of the base at a path. */
export const readBase = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CacheDamaged(`${path} cannot be read`, { cause: error });
  }
};

/** A document in a block. */
export interface Saved extends Pick<DocumentRecord, 'head' | 'rest'> {
  readonly parsed: KeptHead;
}

const [opening, comma, closing] = ['[', ',', ']'].map((mark) => Buffer.from(mark, 'utf16le')) as [
  Buffer,
  Buffer,
  Buffer,
];

/**
 * Documents in one block of bytes: a line with the lengths of their parts, their heads as one JSON array in
 * UTF-16, then the rest of each.
 */
export function* toBlock(documents: readonly Pick<DocumentRecord, 'head' | 'rest'>[]): Iterable<Uint8Array> {
  yield Buffer.from(
    `${JSON.stringify([documents.map(({ head }) => head.length), documents.map(({ rest }) => rest.length)])}\n`,
  );
  yield opening;
  for (const [index, { head }] of documents.entries()) {
    if (index > 0) yield comma;
    yield head;
  }
  yield closing;
  for (const { rest } of documents) yield rest;
}

export function fromBlock(bytes: Buffer): Saved[] {
  const newline = bytes.indexOf(10);
  const [heads, rests] = JSON.parse(bytes.toString('latin1', 0, newline)) as [number[], number[]];
  let headStart = newline + 1 + opening.length;
  let restStart =
    headStart +
    heads.reduce((sum, length) => sum + length, 0) +
    Math.max(0, heads.length - 1) * comma.length +
    closing.length;
  const parsedHeads = JSON.parse(bytes.toString('utf16le', newline + 1, restStart)) as KeptHead[];
  return parsedHeads.map((one, index) => {
    const head = bytes.subarray(headStart, (headStart += heads[index] as number));
    const rest = bytes.subarray(restStart, (restStart += rests[index] as number));
    headStart += comma.length;
    return { parsed: one, head, rest };
  });
}

/**
 * No new base is written while at most this many documents, or a tenth of all, are in the state file or are
 * stale in the base.
 */
const most = 8;

/**
 * The base for these documents: the one in which they lie already, or a new one that is written beside the
 * state file.
 */
export function toBase(
  folder: string,
  documents: readonly DocumentRecord[],
): { readonly base?: Base; readonly places: readonly (number | null)[] } {
  const base = documents.find(({ saved }) => saved)?.saved?.base;
  const places = documents.map(({ saved }) => saved?.index ?? null);
  const based = places.filter((place) => place !== null).length;
  const wasted = documents.length - based + (base?.count ?? 0) - based;
  if (wasted <= Math.max(most, documents.length / 10)) return { ...(base && { base }), places };
  const name = `documents-${process.pid}-${Date.now().toString(36)}`;
  const block = [...toBlock(documents)];
  replaceFile(join(folder, name), toParts(block));
  return {
    base: { name, digest: digestOfAll(block), count: documents.length },
    places: [...documents.keys()],
  };
}

/** Joins small parts to larger ones, which are written faster. All use the same block of memory. */
export function* toParts(parts: readonly Uint8Array[]): Iterable<Uint8Array> {
  const block = Buffer.allocUnsafe(1 << 20);
  let end = 0;
  for (const part of parts) {
    if (end + part.length > block.length) {
      yield block.subarray(0, end);
      end = 0;
    }
    if (part.length > block.length) yield part;
    else {
      block.set(part, end);
      end += part.length;
    }
  }
  yield block.subarray(0, end);
}
