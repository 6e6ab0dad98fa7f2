import { closeSync, fstatSync, openSync } from 'node:fs';
import type { Digest } from '../brands.ts';
import { digestOf, digestOfAll } from '../bytes/digest.ts';
import { readPart } from '../bytes/read-part.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import { CacheDamaged } from './bodies.ts';

/**
 * Bytes of a chunk, about. However large a site is, no text and no buffer of its state is larger: V8 takes no
 * text above 512 MiB.
 */
export const mostOfChunk = 32 * 1024 * 1024;

export interface NewChunk<Kind extends string> {
  readonly kind: Kind;
  readonly parts: readonly Uint8Array[];
}

interface Chunk {
  readonly bytes: Buffer;
  readonly digest: string;
}

export interface ChunkFile<Kind extends string> {
  /** The first line. */
  readonly line: string;
  /** Stands for the whole file. */
  readonly digest: Digest;
  /** The contents of all chunks of a kind. Throws {@link CacheDamaged} where one is not what was written. */
  readonly read: (kind: Kind) => Buffer[];
}

/** What stands before a chunk, always as long. */
const prefixOf = (kind: string, length: number, digest: string): string =>
  `${kind.padEnd(12)}${String(length).padStart(12)} ${digest}\n`;
const prefixLength = prefixOf('', 0, digestOf('')).length;
/** The kind of the last chunk, which is empty; its digest is that of the line and all prefixes. */
const end = 'end';

/** Items in groups of about as many bytes. */
export function* inGroups<Item>(
  items: Iterable<Item>,
  { most, weigh }: { readonly most: number; readonly weigh: (item: Item) => number },
): Generator<Item[]> {
  let group: Item[] = [];
  let weight = 0;
  for (const item of items) {
    const more = weigh(item);
    if (group.length > 0 && weight + more > most) {
      yield group;
      group = [];
      weight = 0;
    }
    group.push(item);
    weight += more;
  }
  if (group.length > 0) yield group;
}

/** Replaces a file by a line and chunks, each made when the one before is written. Returns its digest. */
export function writeChunks<Kind extends string>(
  file: string,
  line: string,
  chunks: Iterable<NewChunk<Kind>>,
): Digest {
  let prefixes = `${line}\n`;
  function* parts(): Iterable<Uint8Array> {
    yield Buffer.from(prefixes);
    for (const { kind, parts } of chunks) {
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      const prefix = prefixOf(kind, length, digestOfAll(parts));
      prefixes += prefix;
      yield Buffer.from(prefix);
      yield* parts;
    }
    yield Buffer.from(prefixOf(end, 0, digestOf(prefixes)));
  }
  replaceFile(file, joined(parts()));
  return digestOf(prefixes);
}

/** Reads what {@link writeChunks} wrote; where its order is not what was written, its line alone. */
export function readChunks<Kind extends string>(
  path: string,
): ChunkFile<Kind> | Pick<ChunkFile<Kind>, 'line'> | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const { size } = fstatSync(file);
    const beginning = readPart(file, 0, Math.min(size, 256)) ?? Buffer.alloc(0);
    const line = beginning.toString('latin1', 0, Math.max(0, beginning.indexOf(10)));
    const found = readAll(file, size, line);
    if (!found) return { line };
    const { digest, chunks } = found;
    return { line, digest, read: (kind) => (chunks.get(kind) ?? []).map((chunk) => contentOf(chunk, path)) };
  } finally {
    closeSync(file);
  }
}

/** The chunks of a file by their kinds, unchecked; undefined where they are not in the order of the writer. */
function readAll(
  file: number,
  size: number,
  line: string,
): { readonly digest: Digest; readonly chunks: Map<string, Chunk[]> } | undefined {
  const chunks = new Map<string, Chunk[]>();
  let prefixes = `${line}\n`;
  let offset = prefixes.length;
  while (offset + prefixLength <= size) {
    const prefix = readPart(file, offset, prefixLength)?.toString('latin1') ?? '';
    offset += prefixLength;
    const kind = prefix.slice(0, 12).trimEnd();
    const length = Number(prefix.slice(12, 24));
    const digest = prefix.slice(25, -1);
    if (kind === end)
      return prefix === prefixOf(end, 0, digestOf(prefixes)) && offset === size
        ? { digest: digest as Digest, chunks }
        : undefined;
    if (!Number.isInteger(length) || length < 0 || offset + length > size) return undefined;
    const bytes = readPart(file, offset, length);
    if (!bytes) return undefined;
    const ofKind = chunks.get(kind);
    if (ofKind) ofKind.push({ bytes, digest });
    else chunks.set(kind, [{ bytes, digest }]);
    prefixes += prefix;
    offset += length;
  }
  return undefined;
}

function contentOf({ bytes, digest }: Chunk, path: string): Buffer {
  if (digestOf(bytes) !== digest) throw new CacheDamaged(`${path} has other bytes than it should`);
  return bytes;
}

/**
 * Small parts joined to larger ones, which are written faster, in one block of memory that each uses again.
 */
function* joined(parts: Iterable<Uint8Array>): Iterable<Uint8Array> {
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
