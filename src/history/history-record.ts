import { readSealed, writeSealed } from '../bytes/sealed-file.ts';
import { type CommitGraph, createCommitGraph } from './commit-graph.ts';
import { git } from './git.ts';
import { readLog } from './read-log.ts';

export interface Commit {
  readonly id: string;
  /** Places in {@link HistoryRecord.commits}; none where this clone has none. */
  readonly parents: readonly number[];
  /** When it was put where it is, in seconds since the epoch. */
  readonly time: number;
  readonly name: string;
  readonly email: string;
  readonly subject: string;
}

/** What a commit made of a file, against the commit's first parent. */
export interface Version {
  /** Place in {@link HistoryRecord.commits}. */
  readonly commit: number;
  /**
   * Blobs before and after; {@link none} for none. Both are the same where a merge kept the file though
   * another parent's side had changed it.
   */
  readonly old: string;
  readonly new: string;
  /** The path before, of a file that was moved. */
  readonly from?: string;
  /** Of a merge that took the file from none of its parents: the blobs that the others had. */
  readonly others?: readonly string[];
  /** What became of the text, as far as it was asked. */
  text?: TextChange;
}

/**
 * The text is the same, or it differs and the version before was approved, had no status, or had another one.
 */
export const textChange = { same: 0, approved: 1, silent: 2, unpublished: 3 } as const;
export type TextChange = (typeof textChange)[keyof typeof textChange];

/** Who set the status and the approver that a file has. */
export interface FoundApproval {
  /** What it was found for: the latest version of the file, by its commit, and the status. */
  readonly latest: number;
  readonly status: string;
  /** The commit that set them; -1 when none did. */
  readonly commit: number;
  /** Commits that changed the text and that it did not have before it, newest first. */
  readonly later: readonly number[];
}

/** All that was read of the history. */
export interface HistoryRecord {
  head: string;
  /** Parents before their children; the last one is that of `head`. */
  readonly commits: Commit[];
  /** By path in NFC, in the order of the commits. */
  readonly files: Map<string, Version[]>;
  /** By path in NFC. */
  readonly approvals: Map<string, FoundApproval>;
}

/** The name of no blob. */
export const none = '0'.repeat(40);
export const isNone = (blob: string): boolean => /^0+$/.test(blob);

const magic = 'broadsheet history 2';

/**
 * The record of the history up to `head`: as it was kept, with what was committed since; read anew when there
 * is none, or the kept one is of another branch.
 */
export async function openRecord({
  root,
  head,
  file,
}: {
  root: string;
  head: string;
  file?: string;
}): Promise<{ record: HistoryRecord; fresh: boolean }> {
  const kept = file === undefined ? undefined : load(file);
  if (kept?.head === head) return { record: kept, fresh: false };
  const continues = kept !== undefined && (await isAncestor({ root, commit: kept.head, head }));
  const record: HistoryRecord = continues
    ? kept
    : { head, commits: [], files: new Map(), approvals: new Map() };
  await extend(record, { root, range: continues ? `${kept.head}..${head}` : head });
  record.head = head;
  return { record, fresh: true };
}

async function extend(
  record: HistoryRecord,
  { root, range }: { root: string; range: string },
): Promise<void> {
  const { commits, files } = record;
  const known = commits.length;
  const places = new Map(commits.map(({ id }, place) => [id, place]));
  const changed = new Map<number, Set<string>>();
  const add = (name: string, version: Version): void => {
    const versions = files.get(name);
    if (versions) versions.push(version);
    else files.set(name, [version]);
    changed.set(version.commit, (changed.get(version.commit) ?? new Set()).add(name));
  };
  await readLog({
    root,
    range,
    commit: ({ parents, ...commit }) => {
      places.set(commit.id, commits.length);
      commits.push({ ...commit, parents: parents.flatMap((id) => places.get(id) ?? []) });
    },
    change: ({ status, path, from, old, new: blob }) => {
      const commit = commits.length - 1;
      const name = path.normalize('NFC');
      const before = from?.normalize('NFC');
      if (before !== undefined) add(before, { commit, old, new: none });
      add(name, {
        commit,
        old,
        new: status === 'D' ? none : blob,
        ...(before !== undefined && { from: before }),
      });
    },
  });
  if (commits.slice(known).some(({ parents }) => parents.length > 1)) addMerges(record, { known, changed });
}

/**
 * Adds to merges the files that they kept though another side had changed them, and to their versions what
 * the other sides had.
 */
function addMerges(
  { commits, files }: HistoryRecord,
  { known, changed }: { known: number; changed: ReadonlyMap<number, ReadonlySet<string>> },
): void {
  const graph = createCommitGraph(commits);
  // Of commits that were known before, it is looked up what they changed when a merge brings them.
  let earlier: Map<number, string[]> | undefined;
  const changesOf = (commit: number): Iterable<string> => {
    if (commit >= known) return changed.get(commit) ?? [];
    if (!earlier) {
      earlier = new Map();
      for (const [name, versions] of files)
        for (const version of versions)
          if (version.commit < known)
            earlier.set(version.commit, [...(earlier.get(version.commit) ?? []), name]);
    }
    return earlier.get(commit) ?? [];
  };
  for (let commit = known; commit < commits.length; commit++) {
    const [first, ...others] = commits[commit]?.parents ?? [];
    if (first === undefined || others.length === 0) continue;
    const names = new Set(changed.get(commit));
    for (const other of others)
      for (const brought of graph.compare(first, other).brought)
        for (const name of changesOf(brought)) names.add(name);
    for (const name of names) {
      const versions = files.get(name) ?? [];
      const index = versions.findIndex((version) => version.commit >= commit);
      const version = versions[index]?.commit === commit ? versions[index] : undefined;
      if (!version) {
        const same = versionAt(versions, { commit: first, graph })?.new ?? none;
        versions.splice(index < 0 ? versions.length : index, 0, { commit, old: same, new: same });
      } else if (!isNone(version.new)) {
        const blobAt = (path: string, parent: number): string | undefined =>
          versionAt(files.get(path) ?? [], { commit: parent, graph })?.new;
        const had = others.map(
          (parent) => blobAt(name, parent) ?? blobAt(version.from ?? name, parent) ?? none,
        );
        if (![version.old, ...had].includes(version.new)) versions[index] = { ...version, others: had };
      }
    }
  }
}

/** The version of a file that a commit has; undefined when it never had one. */
export function versionAt(
  versions: readonly Version[],
  { commit, graph }: { commit: number; graph: CommitGraph },
): Version | undefined {
  return versions.findLast((version) => version.commit <= commit && graph.isOnLine(version.commit, commit));
}

/**
 * All versions of the file that lies at a path, with those under the names that it had before, and there
 * until another file took the name.
 */
export function lineageOf({ commits, files }: HistoryRecord, path: string): Version[] {
  const all: Version[] = [];
  const names = new Set<string>();
  const follow = (name: string, since = -1): void => {
    if (names.has(name)) return;
    names.add(name);
    const versions = files.get(name) ?? [];
    const taken = since < 0 ? -1 : versions.findIndex((version) => isTaking({ commits, version, since }));
    for (const version of taken < 0 ? versions : versions.slice(0, taken)) {
      all.push(version);
      if (version.from !== undefined) follow(version.from, version.commit);
    }
  };
  follow(path.normalize('NFC'));
  return all.sort((a, b) => a.commit - b.commit);
}

/**
 * Whether, after a commit that moved the file away, another one took its name. A merge that brings the file
 * as it was does not.
 */
const isTaking = ({
  commits,
  version,
  since,
}: {
  commits: readonly Commit[];
  version: Version;
  since: number;
}): boolean =>
  version.commit > since &&
  !isNone(version.new) &&
  (isNone(version.old) || version.from !== undefined) &&
  (commits[version.commit]?.parents.length ?? 0) < 2;

/** Where files went that were moved, but for those whose name another file took since. */
export function movesIn({ commits, files }: HistoryRecord): ReadonlyMap<string, string> {
  const moves = new Map<string, { readonly to: string; readonly commit: number }>();
  for (const [to, versions] of files)
    for (const { from, commit } of versions)
      if (from !== undefined && commit > (moves.get(from)?.commit ?? -1)) moves.set(from, { to, commit });
  return new Map(
    [...moves].flatMap(([name, { to, commit }]) =>
      (files.get(name) ?? []).some((version) => isTaking({ commits, version, since: commit }))
        ? []
        : [[name, to] as const],
    ),
  );
}

async function isAncestor({
  root,
  commit,
  head,
}: {
  root: string;
  commit: string;
  head: string;
}): Promise<boolean> {
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
  const { head, commits, files, approvals } = kept;
  return {
    head,
    commits: commits.map(([id, parents, time, name, email, subject]) => ({
      id,
      parents,
      time,
      name,
      email,
      subject,
    })),
    files: new Map(
      files.map(([path, versions]) => [
        path,
        versions.map(
          ([commit, old, blob, text, from, others]): Version => ({
            commit,
            old: old || none,
            new: blob || none,
            ...(text !== null && { text }),
            ...(from && { from }),
            ...(others && { others }),
          }),
        ),
      ]),
    ),
    approvals: new Map(
      approvals.map(([path, latest, status, commit, ...later]) => [path, { latest, status, commit, later }]),
    ),
  };
}

interface Kept {
  readonly head: string;
  readonly commits: readonly (readonly [
    id: string,
    parents: readonly number[],
    time: number,
    name: string,
    email: string,
    subject: string,
  ])[];
  readonly files: readonly (readonly [path: string, versions: readonly KeptVersion[]])[];
  readonly approvals: readonly (readonly [
    path: string,
    latest: number,
    status: string,
    commit: number,
    ...later: number[],
  ])[];
}

type KeptVersion = readonly [
  commit: number,
  old: string,
  blob: string,
  text: TextChange | null,
  from?: string,
  others?: readonly string[],
];

/** Keeps the record for the next build. */
export function saveRecord(file: string, { head, commits, files, approvals }: HistoryRecord): void {
  const kept: Kept = {
    head,
    commits: commits.map(({ id, parents, time, name, email, subject }) => [
      id,
      parents,
      time,
      name,
      email,
      subject,
    ]),
    files: [...files].map(([path, versions]) => [
      path,
      versions.map(({ commit, old, new: blob, text = null, from = '', others }): KeptVersion => {
        const [before, after] = [isNone(old) ? '' : old, isNone(blob) ? '' : blob];
        if (others) return [commit, before, after, text, from, others];
        return from === '' ? [commit, before, after, text] : [commit, before, after, text, from];
      }),
    ]),
    approvals: [...approvals].map(([path, { latest, status, commit, later }]) => [
      path,
      latest,
      status,
      commit,
      ...later,
    ]),
  };
  writeSealed(file, magic, kept);
}
