import { readSync } from 'node:fs';

/** Bytes of an open file; undefined where it ends before. */
export function readPart(file: number, offset: number, length: number): Buffer | undefined {
  const buffer = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const count = readSync(file, buffer, read, length - read, offset + read);
    if (count === 0) return undefined;
    read += count;
  }
  return buffer;
}
