import type { Digest } from '../brands.ts';
import type { LastBuild, State } from '../cache/state.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isStillRead } from '../routes/reader.ts';
import type { Discovered } from '../stages/discover.ts';
import { digestFile, sameStat } from '../stages/read.ts';
import { isUntouched } from '../stages/write.ts';

interface Input {
  readonly root: string;
  readonly out: string;
  /** Digest of configuration, templates and tool. */
  readonly key: Digest;
  readonly now: number;
  /** When the build began, in milliseconds since the epoch. */
  readonly started: number;
  readonly discovered: Discovered;
  readonly old: State;
  /** Saves newer records of the files. */
  readonly refresh: (files: State['files']) => void;
}

/**
 * Whether a build would do nothing: all that it is a function of is what it was (files, configuration,
 * templates, tool, and a moment between the same two changes by schedule), and what it wrote lies as it was
 * left. The stages then need not run to say so.
 */
export function isUpToDate({ root, out, key, now, started, discovered, old, refresh }: Input): boolean {
  const { files, last, outputs } = old;
  if (last?.key !== key || !isBetweenChanges(last, now) || !isSaid(discovered, last)) return false;
  const looked = lookAt({ root, started, discovered, files });
  if (!looked || !isStillRead(root, last.reads)) return false;
  for (const [output, record] of outputs) if (!isUntouched(`${out}/${output}`, record)) return false;
  // Their bytes were read to be sure: next time their times will do.
  if (looked.size > 0) refresh(new Map([...files, ...looked]));
  return true;
}

/** Whether a moment lies between that of a build and the next at which its site changes by itself. */
export const isBetweenChanges = (last: LastBuild, now: number): boolean =>
  now >= last.now && (last.until === undefined || now < last.until);

/**
 * The records of files that had to be read since their times prove nothing; undefined where a file is another
 * one than it was, came or went.
 */
function lookAt({
  root,
  started,
  discovered,
  files,
}: Pick<Input, 'root' | 'started' | 'discovered'> & Pick<State, 'files'>): State['files'] | undefined {
  if (discovered.files.length !== files.size) return undefined;
  const looked: State['files'] = new Map();
  for (const file of discovered.files) {
    const before = files.get(file.path);
    if (!before) return undefined;
    if (before.digest === '') {
      if (!sameStat(before, file)) return undefined;
      continue;
    }
    const record = digestFile({ file, root, old: before, started });
    if (record.digest !== before.digest) return undefined;
    // The same bytes, and maybe those of a private file.
    if (file.real !== undefined && record.inode !== before.inode) return undefined;
    if (record.mtime !== before.mtime || record.racy !== before.racy) looked.set(file.path, record);
  }
  return looked;
}

/**
 * Whether all that was told of the list of files was told by the last build, and nothing else. Errors are
 * not compared: they are rare.
 */
function isSaid({ messages }: Discovered, { messages: before }: LastBuild): boolean {
  const lasting = (list: readonly Diagnostic[]): string[] =>
    list.flatMap(({ rule, path, values }) =>
      mayLast.has(rule) ? [JSON.stringify([rule, path, values])] : [],
    );
  return (
    messages.every(({ rule }) => mayLast.has(rule)) &&
    lasting(messages).sort().join() === lasting(before).sort().join()
  );
}

/** Rules of what a newsroom may leave as it is. */
const mayLast: ReadonlySet<RuleId> = new Set<RuleId>(['passed-over', 'linked-folder', 'special-file']);
