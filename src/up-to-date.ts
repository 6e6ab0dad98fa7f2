import type { LastBuild, State } from './cache/state.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Discovered } from './stages/discover.ts';
import { digestFile, sameStat } from './stages/read.ts';
import { isUntouched } from './stages/write.ts';
import type { Digest } from './types.ts';

interface Input {
  readonly out: string;
  /** Digest of configuration, templates and tool. */
  readonly key: Digest;
  readonly now: number;
  readonly discovered: Discovered;
  readonly old: State;
  /** What lies in the output folder is not known. */
  readonly distrusted: boolean;
}

/**
 * Whether a build would do nothing: all that it is a function of is what it was (files, configuration, templates, tool, and a moment
 * between the same two changes by schedule), and what it wrote lies as it was left. The stages then need not run to say so.
 */
export function isUpToDate(input: Input & { readonly root: string; readonly started: number; readonly refresh: (files: State['files']) => void }): boolean {
  const { root, discovered, old, started, refresh } = input;
  const { files } = old;
  if (discovered.files.length !== files.size) return false;
  const looked: State['files'] = new Map();
  for (const file of discovered.files) {
    const known = files.get(file.path);
    if (!known) return false;
    if (known.digest === '') {
      if (!sameStat(known, file)) return false;
      continue;
    }
    const record = digestFile({ file, root, old: known, started });
    if (record.digest !== known.digest) return false;
    // The same bytes, and maybe those of a private file.
    if (file.real !== undefined && record.inode !== known.inode) return false;
    if (record.mtime !== known.mtime || record.young !== known.young) looked.set(file.path, record);
  }
  if (!isAsLeft(input)) return false;
  // Their bytes were read to be sure: next time their times will do.
  if (looked.size > 0) refresh(new Map([...files, ...looked]));
  return true;
}

/** Whether configuration, templates, tool and schedule are those of the last build, and what it wrote lies as it was left. */
export function isAsLeft({ out, key, now, discovered, old, distrusted }: Input): boolean {
  const { last, outputs } = old;
  if (distrusted || last?.key !== key || now < last.now || (last.until !== undefined && now >= last.until) || !isSaid(discovered, last)) return false;
  for (const [output, record] of outputs) if (!isUntouched(`${out}/${output}`, record)) return false;
  return true;
}

/** Whether all that was told of the list of files was told by the last build, and nothing else. Only what is passed over is compared: the rest is rare. */
function isSaid({ messages }: Discovered, { messages: before }: LastBuild): boolean {
  const passedOver = (list: readonly Diagnostic[]): string => JSON.stringify(list.flatMap(({ rule, values }) => (rule === 'passed-over' ? [values] : [])));
  return messages.every(({ rule }) => rule === 'passed-over') && passedOver(messages) === passedOver(before);
}
