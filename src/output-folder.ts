import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OutputPath } from './types.ts';
import { UsageError } from './usage-error.ts';

const marker = '.broadsheet';

export interface OutputFolder {
  /** Where to write: the folder itself, or, when there is none yet, one that takes its place at the end. */
  readonly folder: string;
  readonly fresh: boolean;
  /** Puts the new folder in its place. */
  readonly finish: () => void;
}

/** Prepares the output folder. A folder with files that no build of ours wrote is refused, and so is one that holds sources. */
export function openOutput({ root, out }: { root: string; out: string }): OutputFolder {
  for (const source of ['content', 'templates', 'src', '.cache', '.git']) {
    const folder = path.join(root, source);
    if (isWithin(folder, out) || isWithin(out, folder))
      throw new UsageError({
        en: `the output folder ${out} would hold, or lie in, ${folder}: choose another one with --out`,
        vi: `thư mục kết quả ${out} chứa, hoặc nằm trong, ${folder}: chọn thư mục khác bằng --out`,
      });
  }
  const entries = existsSync(out) ? readdirSync(out) : undefined;
  if (entries && entries.length > 0) {
    if (!entries.includes(marker))
      throw new UsageError({
        en: `${out} has files that Broadsheet did not write: empty it, or choose another folder with --out`,
        vi: `${out} có những tệp không do Broadsheet ghi: dọn trống nó, hoặc chọn thư mục khác bằng --out`,
      });
    return { folder: out, fresh: false, finish: () => {} };
  }
  const folder = `${out}.building`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, marker), 'Made by Broadsheet. The next build replaces what is here.\n');
  return {
    folder,
    fresh: true,
    finish: () => {
      if (entries) rmdirSync(out);
      renameSync(folder, out);
    },
  };
}

const isWithin = (outer: string, inner: string): boolean => inner === outer || inner.startsWith(outer + path.sep);

/** Removes outputs, and the folders that they leave empty. Returns how many files there were. */
export function removeOutputs(folder: string, outputs: Iterable<string>): number {
  let removed = 0;
  for (const output of outputs) {
    const file = path.join(folder, output);
    try {
      unlinkSync(file);
      removed += 1;
    } catch {
      // It was never there; its folder may be.
    }
    for (let parent = path.dirname(file); parent !== folder; parent = path.dirname(parent)) {
      try {
        rmdirSync(parent);
      } catch {
        break;
      }
    }
  }
  return removed;
}

/** Files of the folder that no build is known to have written; hidden ones at its top, such as `.git`, are not looked at, but those that a stopped build left half written are. */
export const strays = (folder: string, known: { has: (output: OutputPath) => boolean }): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !/^\.(?!well-known\/|\d+-)/.test(file) && !known.has(file as OutputPath));
