import { readSealed, writeSealed } from '../sealed-file.ts';
import { git, gitText } from './git.ts';
import { type Change, type Commit, readLog } from './read-log.ts';

/** One commit's version of a file. */
export interface Version {
  /** Place in {@link HistoryRecord.commits}. */
  readonly commit: number;
  /** Blobs before and after; {@link none} for none. */
  readonly old: string;
  readonly new: string;
  /** What became of the text, as far as it was asked. */
  text?: TextChange;
}

/** The text is the same, or it differs and the version before was approved, had no status, or had another one. */
export const textChange = { same: 0, approved: 1, silent: 2, unpublished: 3 } as const;
export type TextChange = (typeof textChange)[keyof typeof textChange];

/** All that was read of the history. */
export interface HistoryRecord {
  head: string;
  readonly commits: Commit[];
  /** By path in NFC, in the order of the history. */
  readonly files: Map<string, Version[]>;
  /** Where files went that were moved. */
  readonly moved: Map<string, string>;
  /** For the latest version of a file, by its commit, the commit that set its status; -1 when none did. */
  readonly approvals: Map<string, { readonly latest: number; readonly commit: number }>;
}

/** The name of no blob. */
export const none = '0'.repeat(40);
export const isNone = (blob: string): boolean => /^0+$/.test(blob);

const emptyRecord = (): HistoryRecord => ({ head: '', commits: [], files: new Map(), moved: new Map(), approvals: new Map() });
const magic = 'broadsheet history 1';

/**
 * The record of the history up to `head`: as it was kept, with what was committed since. It is read anew when there is none, when
 * the kept one is of another branch, and when merged branches moved files, which cannot be told from the new commits alone.
 */
export async function openRecord({ root, head, file }: { root: string; head: string; file?: string }): Promise<{ record: HistoryRecord; fresh: boolean }> {
  const kept = file === undefined ? undefined : load(file);
  if (kept?.head === head) return { record: kept, fresh: false };
  if (kept && (await isAncestor({ root, commit: kept.head, head }))) {
    const changes: Change[] = [];
    await readLog({ root, range: `${kept.head}..${head}`, each: (change) => changes.push(change) });
    const moves = changes.some(({ status }) => status === 'R' || status === 'D');
    const merges = moves && Number(await gitText({ cwd: root, args: ['rev-list', '--count', '--min-parents=2', `${kept.head}..${head}`] })) > 0;
    if (!merges) {
      const add = createAdd(kept);
      changes.forEach(add);
      kept.head = head;
      return { record: kept, fresh: true };
    }
  }
  const record = emptyRecord();
  record.head = head;
  await readLog({ root, range: head, each: createAdd(record) });
  return { record, fresh: true };
}

function createAdd(record: HistoryRecord): (change: Change) => void {
  const { commits, files, moved } = record;
  let last: Commit | undefined;
  return ({ commit, status, path: written, from, old, new: blob }) => {
    if (status === 'D') return;
    if (last?.id !== commit.id) commits.push((last = commit));
    let name = written.normalize('NFC');
    if (status === 'R' && from !== undefined) {
      const before = from.normalize('NFC');
      files.set(name, [...(files.get(before) ?? []), ...(files.get(name) ?? [])]);
      files.delete(before);
      moved.set(before, name);
      moved.delete(name);
    } else if (status === 'A') moved.delete(name);
    // A branch may still change a file where it lay before another one moved it.
    else for (let to = moved.get(name); to !== undefined && !files.has(name); to = moved.get(name)) name = to;
    const versions = files.get(name);
    const version = { commit: commits.length - 1, old, new: blob };
    if (versions) versions.push(version);
    else files.set(name, [version]);
  };
}

async function isAncestor({ root, commit, head }: { root: string; commit: string; head: string }): Promise<boolean> {
  try {
    await git({ cwd: root, args: ['merge-base', '--is-ancestor', commit, head], read: () => {} });
    return true;
  } catch {
    // It is not, or the commit is gone after a rebase.
    return false;
  }
}

function load(file: string): HistoryRecord | undefined {
  const kept = readSealed<Kept>(file, magic);
  if (!kept) return undefined;
  const { head, commits, files, moved, approvals } = kept;
  return {
    head,
    commits: commits.map(([id, time, name, email, subject, first]) => ({ id, time, name, email, subject, first: first === 1 })),
    files: new Map(files.map(([name, versions]) => [name, versions.map(([commit, old, blob, text]) => ({ commit, old: old || none, new: blob, ...(text !== undefined && { text }) }))])),
    moved: new Map(moved),
    approvals: new Map(approvals.map(([name, latest, commit]) => [name, { latest, commit }])),
  };
}

interface Kept {
  readonly head: string;
  readonly commits: readonly (readonly [id: string, time: number, name: string, email: string, subject: string, first: 0 | 1])[];
  readonly files: readonly (readonly [path: string, versions: readonly (readonly [commit: number, old: string, blob: string, text?: TextChange])[]])[];
  readonly moved: readonly (readonly [string, string])[];
  readonly approvals: readonly (readonly [path: string, latest: number, commit: number])[];
}

/** Keeps the record for the next build. */
export function saveRecord(file: string, { head, commits, files, moved, approvals }: HistoryRecord): void {
  const kept: Kept = {
    head,
    commits: commits.map(({ id, time, name, email, subject, first }) => [id, time, name, email, subject, first ? 1 : 0]),
    files: [...files].map(([name, versions]) => [
      name,
      versions.map(({ commit, old, new: blob, text }) => (text === undefined ? [commit, isNone(old) ? '' : old, blob] : [commit, isNone(old) ? '' : old, blob, text])),
    ]),
    moved: [...moved],
    approvals: [...approvals].map(([name, { latest, commit }]) => [name, latest, commit]),
  };
  writeSealed(file, magic, kept);
}
