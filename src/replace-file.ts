import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes the parts, one after another, to a file beside the place and puts it there, so that whoever reads it, or stops us, finds a whole one. Makes its folder. */
export function replaceFile(file: string, parts: Iterable<Uint8Array | string>): void {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${process.pid}-${path.basename(file)}`);
  mkdirSync(folder, { recursive: true });
  const descriptor = openSync(temporary, 'w');
  try {
    for (const part of parts) writeFileSync(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, file);
}
