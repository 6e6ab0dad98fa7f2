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
 * left. No stage runs then.
 */
export function isUpToDate({ root, out, key, now, started, discovered, old, refresh }: Input): boolean {
  const { files, last, outputs } = old;
  if (last?.key !== key || !isBetweenChanges(last, now) || !isSaid(discovered, last)) return false;
  const looked = lookAt({ root, started, discovered, files });
  if (!looked || !isStillRead(root, last.reads)) return false;
  for (const [output, record] of outputs) if (!isUntouched(`${out}/${output}`, record)) return false;
  // Their bytes were read since their times were racy; the new records spare the next build that.
  if (looked.size > 0) refresh(new Map([...files, ...looked]));
  return true;
}

/** Whether a moment lies between that of a build and the next at which its site changes by itself. */
export const isBetweenChanges = (last: LastBuild, now: number): boolean =>
  now >= last.now && (last.until === undefined || now < last.until);

/**
 * New records of files with racy times, whose bytes were compared; undefined when a file changed, appeared or
 * disappeared.
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
    // The bytes are the same, but a new link may lead to a private file.
    if (file.real !== undefined && record.inode !== before.inode) return undefined;
    if (record.mtime !== before.mtime || record.racy !== before.racy) looked.set(file.path, record);
  }
  return looked;
}

/**
 * Whether the messages about the list of files are those of the last build. Errors are rare and not compared.
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

/** Rules whose messages a newsroom may leave standing for long. */
const mayLast: ReadonlySet<RuleId> = new Set<RuleId>(['passed-over', 'linked-folder', 'special-file']);
