import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a file beside its place and puts it there, so that whoever reads it, or stops us, finds a whole one. Makes its folder. */
export function replaceFile(file: string, content: Uint8Array | string): void {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${process.pid}-${path.basename(file)}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}
