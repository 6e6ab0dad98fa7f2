import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { digestOf } from '../digest.ts';
import type { Digest } from '../types.ts';

/** Where a body lies in the file of bodies. */
export interface BodyPlace {
  readonly offset: number;
  /** Bytes. */
  readonly length: number;
}

/** The store does not hold what it should: it was damaged, and nothing of it is believed. */
export class CacheDamaged extends Error {
  override readonly name = 'CacheDamaged';
}

/** The HTML of all bodies, one after another in one file that only grows; reading checks the digest, so a damaged body is never shown. */
export interface Bodies {
  readonly append: (content: Uint8Array) => number;
  readonly read: (place: BodyPlace, digest: Digest) => string;
  readonly size: () => number;
  readonly close: () => void;
}

/** Opens the file of bodies; a reader never writes. */
export function openBodies(path: string, mode: 'read' | 'write'): Bodies {
  const file = openSync(path, mode === 'write' ? 'a+' : 'r');
  let end = fstatSync(file).size;
  return {
    append: (content) => {
      const offset = end;
      let written = 0;
      while (written < content.length) written += writeSync(file, content, written);
      end += content.length;
      return offset;
    },
    read: ({ offset, length }, digest) => {
      const buffer = Buffer.allocUnsafe(length);
      let read = 0;
      while (read < length) {
        const count = readSync(file, buffer, read, length - read, offset + read);
        if (count === 0) throw new CacheDamaged(`${path} ends too early`);
        read += count;
      }
      if (digestOf(buffer) !== digest) throw new CacheDamaged(`${path} has other bytes at ${offset} than it should`);
      return buffer.toString('utf8');
    },
    size: () => end,
    close: () => closeSync(file),
  };
}
