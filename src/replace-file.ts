import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nameFile } from './name-file.ts';

/**
 * Writes the parts, one after another, to a file beside the place and puts it there, so that whoever reads it, or stops us, finds a
 * whole one. Makes its folder. Where that fails nothing is left, and the error names the file.
 */
export function replaceFile(file: string, parts: Iterable<Uint8Array | string>): void {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${process.pid}-${path.basename(file)}`);
  mkdirSync(folder, { recursive: true });
  try {
    const descriptor = openSync(temporary, 'w');
    try {
      for (const part of parts) writeFileSync(descriptor, part);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw nameFile(error, file);
  }
}

/** Writes a file where there is none, and makes its folder. Where that fails nothing is left, and the error names the file. */
export function createFile(file: string, content: Uint8Array | string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const descriptor = openSync(file, 'wx');
  try {
    writeFileSync(descriptor, content);
  } catch (error) {
    rmSync(file, { force: true });
    throw nameFile(error, file);
  } finally {
    closeSync(descriptor);
  }
}
