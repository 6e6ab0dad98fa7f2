import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import type { OutputRecord } from '../cache/state.ts';
import type { OutputPath } from '../types.ts';
import { toUtf8 } from '../utf8.ts';

/** A file as it lies in the output folder. */
export interface WrittenFile {
  readonly size: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly mtime: number;
  /** False when the file already was what it should be. */
  readonly written: boolean;
}

export interface Writer {
  /** Makes the folder of an output. */
  readonly makeFolder: (output: OutputPath) => void;
  /** Puts content in its place, whole or not at all, by the time that {@link finish} resolves. */
  readonly write: (output: OutputPath, content: Uint8Array | string) => WrittenFile;
  /** Resolves when everything lies in its place. Rejects with the first error. */
  readonly finish: () => Promise<void>;
}

/**
 * Writes below `folder` what differs. A folder that is `fresh` is empty and not in use before the build puts it in its place,
 * so its files need no temporary names. Elsewhere files take the places of the old ones at the end, in the background: ext4 puts a new file's
 * blocks on the disk before it lets go of the old one, which takes ten times as long as writing it.
 */
export function createWriter({ folder, fresh }: { folder: string; fresh: boolean }): Writer {
  const made = new Set<string>();
  const waiting: [from: string, to: string][] = [];
  const makeFolder = (output: OutputPath): void => {
    const parent = path.dirname(`${folder}/${output}`);
    if (made.has(parent)) return;
    mkdirSync(parent, { recursive: true });
    made.add(parent);
  };
  return {
    makeFolder,
    write: (output, content) => {
      const file = `${folder}/${output}`;
      const bytes = typeof content === 'string' ? toUtf8(content) : content;
      if (!fresh) {
        const old = statSync(file, { throwIfNoEntry: false });
        if (old?.isFile() && old.size === bytes.length && readFileSync(file).equals(bytes)) return { size: old.size, mtime: old.mtimeMs, written: false };
        // Where somebody took the file away, its folder may be gone too.
        if (!old) makeFolder(output);
      }
      const target = fresh ? file : `${path.dirname(file)}/.${process.pid}-${path.basename(file)}`;
      writeFileSync(target, bytes);
      const { mtimeMs } = statSync(target);
      if (!fresh) waiting.push([target, file]);
      return { size: bytes.length, mtime: mtimeMs, written: true };
    },
    finish: async () => {
      const placed = await Promise.allSettled(waiting.map(([from, to]) => rename(from, to)));
      for (const result of placed) if (result.status === 'rejected') throw result.reason;
    },
  };
}

/** Whether a file lies as it was left. */
export function isUntouched(file: string, record: OutputRecord): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.size === record.size && stat.mtimeMs === record.mtime;
}
