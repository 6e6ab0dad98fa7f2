import { readSync } from 'node:fs';

/** Reads a part of an open file; undefined where the file ends before. */
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
