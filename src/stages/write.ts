import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../digest.ts';
import type { Digest, OutputPath } from '../types.ts';

/** A file as it lies in the output folder. */
export interface WrittenFile {
  readonly size: number;
  readonly mtime: number;
  readonly digest: Digest;
}

export interface Writer {
  /** Puts content in its place, whole or not at all; leaves a file alone that already is `same`. */
  readonly write: (output: OutputPath, content: Uint8Array | string, same?: WrittenFile) => WrittenFile & { readonly written: boolean };
}

/**
 * Writes below `folder`. A folder that is `fresh` is not in use before the build puts it in its place,
 * so its files need no temporary names.
 */
export function createWriter({ folder, fresh }: { folder: string; fresh: boolean }): Writer {
  const made = new Set<string>();
  return {
    write: (output, content, same) => {
      const digest = digestOf(content);
      if (same?.digest === digest) return { ...same, written: false };
      const file = path.join(folder, output);
      const parent = path.dirname(file);
      if (!made.has(parent)) {
        mkdirSync(parent, { recursive: true });
        made.add(parent);
      }
      if (fresh) writeFileSync(file, content);
      else {
        const temporary = `${parent}/.${process.pid}-${path.basename(file)}`;
        writeFileSync(temporary, content);
        renameSync(temporary, file);
      }
      const { size, mtimeMs } = statSync(file);
      return { size, mtime: mtimeMs, digest, written: true };
    },
  };
}
