import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nameFile } from './name-file.ts';

let number = 0;

/**
 * A name for a file that is being written. It is short, since the final name may be as long as the file
 * system allows.
 */
export const temporaryName = (): string => `.${process.pid}-${number++}.tmp`;

/** The process that wrote a file of {@link temporaryName}; undefined for any other name. */
export const writerOf = (name: string): number | undefined => {
  const [, pid] = /^\.(\d+)-\d+\.tmp$/.exec(name) ?? [];
  return pid === undefined ? undefined : Number(pid);
};

/**
 * Writes the parts to a temporary file beside the target and moves it there, so that readers, and an
 * interruption, never leave a partial file. Creates its folder. On failure nothing is left, and the error
 * names the file.
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
 * Creates a file that must not exist, and its folder. On failure nothing is left, and the error names the
 * file.
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
 * Creates a folder and its missing parents. Node's own recursive `mkdir` never ends where the system refuses
 * with ENOENT, as below `/proc`; here each level is tried once, and the system's error is thrown.
 */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have created it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}
