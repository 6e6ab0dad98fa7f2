import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nameFile } from './name-file.ts';

let number = 0;

/**
 * A name for a file that is being written: short, since the name that the file gets may be as long as the
 * disk allows.
 */
export const temporaryName = (): string => `.${process.pid}-${number++}.tmp`;

/** The process that a file of {@link temporaryName} belongs to; undefined for any other name. */
export const writerOf = (name: string): number | undefined => {
  const [, pid] = /^\.(\d+)-\d+\.tmp$/.exec(name) ?? [];
  return pid === undefined ? undefined : Number(pid);
};

/**
 * Writes the parts, one after another, to a file beside the place and puts it there, so that whoever reads
 * it, or stops us, finds a whole one. Makes its folder. Where that fails nothing is left, and the error names
 * the file.
 */
export function replaceFile(file: string, parts: Iterable<Uint8Array | string>): void {
  const folder = path.dirname(file);
  const temporary = path.join(folder, temporaryName());
  makeFolder(folder);
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

/**
 * Writes a file where there is none, and makes its folder. Where that fails nothing is left, and the error
 * names the file.
 */
export function createFile(file: string, content: Uint8Array | string): void {
  makeFolder(path.dirname(file));
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

/**
 * Makes a folder and those above it that are missing. Node's own recursive `mkdir` never ends where the
 * system refuses to make a folder with ENOENT, as below `/proc`; here each level is tried once, and the
 * system's error is thrown.
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
