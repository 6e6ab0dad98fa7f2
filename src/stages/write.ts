import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OutputRecord } from '../cache/state.ts';
import type { OutputPath } from '../types.ts';

/** A file as it lies in the output folder. */
export interface WrittenFile {
  readonly size: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly mtime: number;
  /** False when the file already was what it should be. */
  readonly written: boolean;
}

export interface Writer {
  /** Puts content in its place, whole or not at all. */
  readonly write: (output: OutputPath, content: Uint8Array | string) => WrittenFile;
}

/**
 * Writes below `folder` what differs. A folder that is `fresh` is empty and not in use before the build puts it in its place,
 * so its files need no temporary names.
 */
export function createWriter({ folder, fresh }: { folder: string; fresh: boolean }): Writer {
  const made = new Set<string>();
  return {
    write: (output, content) => {
      const file = `${folder}/${output}`;
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      if (!fresh) {
        const old = statSync(file, { throwIfNoEntry: false });
        if (old?.isFile() && old.size === bytes.length && readFileSync(file).equals(bytes)) return { size: old.size, mtime: old.mtimeMs, written: false };
      }
      const parent = path.dirname(file);
      if (!made.has(parent)) {
        mkdirSync(parent, { recursive: true });
        made.add(parent);
      }
      if (fresh) writeFileSync(file, bytes);
      else {
        const temporary = `${parent}/.${process.pid}-${path.basename(file)}`;
        writeFileSync(temporary, bytes);
        renameSync(temporary, file);
      }
      return { size: bytes.length, mtime: statSync(file).mtimeMs, written: true };
    },
  };
}

/** Whether a file lies as it was left. */
export function isUntouched(file: string, record: OutputRecord): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.size === record.size && stat.mtimeMs === record.mtime;
}
