import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import type { Digest } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { withFile } from '../bytes/name-file.ts';
import { readPart } from '../bytes/read-part.ts';
import { fromUtf8 } from '../bytes/utf8.ts';

/** Where a body lies in the file of bodies. */
export interface BodyPlace {
  readonly offset: number;
  /** Bytes. */
  readonly length: number;
}

/** The cache is damaged: its content does not have the recorded digest. Nothing of it is used then. */
export class CacheDamaged extends Error {
  override readonly name = 'CacheDamaged';
}

/**
 * The HTML of all bodies, one after another in one file that only grows; reading checks the digest, so a
 * damaged body is never shown.
 */
export interface Bodies {
  readonly append: (content: Uint8Array) => number;
  readonly read: (place: BodyPlace, digest: Digest) => string;
  readonly readBytes: (place: BodyPlace) => Buffer;
  readonly size: () => number;
  readonly close: () => void;
}

/** Opens the file of bodies; a reader never writes. */
export function openBodies(path: string, mode: 'read' | 'write'): Bodies {
  const file = openSync(path, mode === 'write' ? 'a+' : 'r');
  let end = fstatSync(file).size;
  const readBytes = ({ offset, length }: BodyPlace): Buffer => {
    const bytes = readPart(file, offset, length);
    if (!bytes) throw new CacheDamaged(`${path} ends too early`);
    return bytes;
  };
  return {
    append: (content) => {
      const offset = end;
      let written = 0;
      withFile(path, () => {
        while (written < content.length) written += writeSync(file, content, written);
      });
      end += content.length;
      return offset;
    },
    readBytes,
    read: (place, digest) => {
      const bytes = readBytes(place);
      if (digestOf(bytes) !== digest)
        throw new CacheDamaged(`${path} has other bytes at ${place.offset} than it should`);
      return fromUtf8(bytes);
    },
    size: () => end,
    close: () => closeSync(file),
  };
}
