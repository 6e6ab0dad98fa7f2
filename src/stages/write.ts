import { lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { outputProblem } from '../addresses/output-path.ts';
import type { OutputPath } from '../brands.ts';
import { withFile } from '../bytes/name-file.ts';
import { makeFolder } from '../bytes/replace-file.ts';
import { toUtf8 } from '../bytes/utf8.ts';
import type { OutputRecord } from '../cache/state.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { createIsReal, temporaryOutput } from './output-folder.ts';

/** A file as it lies in the output folder. */
export interface WrittenFile {
  readonly size: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly mtime: number;
  /** False when the file already was what it should be. */
  readonly written: boolean;
}

export interface Writer {
  /** Makes the folder of an output, which may lie behind no symbolic link. */
  readonly makeFolder: (output: OutputPath) => void;
  /**
   * Puts content in its place, whole or not at all, by the time that {@link finish} resolves. Its folder is
   * there.
   */
  readonly write: (output: OutputPath, content: Uint8Array | string) => WrittenFile;
  /** Resolves when everything lies in its place. Rejects with the first error. */
  readonly finish: () => Promise<void>;
}

/**
 * Writes below `folder`, which is a real path, what differs. A folder that is `fresh` is empty and not in use
 * before the build puts it in its place, so its files need no temporary names. Elsewhere files take the
 * places of the old ones at the end, in the background: ext4 puts a new file's blocks on the disk before it
 * lets go of the old one, which takes ten times as long as writing it.
 */
export function createWriter({ folder, fresh }: { folder: string; fresh: boolean }): Writer {
  const made = new Set<string>();
  const isReal = createIsReal(folder);
  const waiting: [from: string, to: string][] = [];
  return {
    makeFolder: (output) => {
      const parent = path.dirname(placeOf(folder, output));
      if (made.has(parent)) return;
      if (!fresh && !isReal(parent)) throw behindLink(parent);
      makeFolder(parent);
      made.add(parent);
    },
    write: (output, content) => {
      const file = placeOf(folder, output);
      const bytes = typeof content === 'string' ? toUtf8(content) : content;
      if (fresh) {
        withFile(file, (name) => writeFileSync(name, bytes));
        return { size: bytes.length, mtime: statSync(file).mtimeMs, written: true };
      }
      const old = lstatSync(file, { throwIfNoEntry: false });
      if (old?.isFile() && old.size === bytes.length && readFileSync(file).equals(bytes))
        return { size: old.size, mtime: old.mtimeMs, written: false };
      const temporary = path.join(path.dirname(file), temporaryOutput());
      withFile(temporary, (name) => writeFileSync(name, bytes));
      waiting.push([temporary, file]);
      return { size: bytes.length, mtime: statSync(temporary).mtimeMs, written: true };
    },
    finish: async () => {
      const placed = await Promise.allSettled(waiting.splice(0).map(([from, to]) => rename(from, to)));
      for (const result of placed) if (result.status === 'rejected') throw result.reason;
    },
  };
}

/**
 * Every output goes through here. A path that is not below the folder is a bug of the route, and is not
 * written.
 */
function placeOf(folder: string, output: OutputPath): string {
  const problem = outputProblem(output);
  if (problem !== undefined) throw new Error(`${JSON.stringify(output)} is no path of an output: ${problem}`);
  return `${folder}/${output}`;
}

const behindLink = (folder: string): UsageError =>
  new UsageError({
    en: `${folder} is, or lies behind, a symbolic link, or is a file: Broadsheet writes into folders of its output alone; remove it`,
    vi: `${folder} là, hoặc nằm sau, một liên kết tượng trưng, hoặc là tệp: Broadsheet chỉ ghi vào các thư mục trong kết quả của mình; hãy xóa nó`,
  });

/** Whether a file has the size and time of its record. */
export function isUntouched(file: string, record: OutputRecord): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size === record.size && stat.mtimeMs === record.mtime;
}
