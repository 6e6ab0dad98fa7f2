import type { CommitGraph } from './commit-graph.ts';

export interface Commit {
  readonly id: string;
  /** Indexes in {@link HistoryRecord.commits}; empty where the parents are not in this clone. */
  readonly parents: readonly number[];
  /** The commit date, in seconds since the epoch. */
  readonly time: number;
  readonly name: string;
  readonly email: string;
  readonly subject: string;
}

/** What a commit did to a file, compared with the commit's first parent. */
export interface Version {
  /** Index in {@link HistoryRecord.commits}. */
  readonly commit: number;
  /**
   * Blobs before and after; {@link none} for none. They are equal where a merge kept the file though another
   * parent's side had changed it.
   */
  readonly old: string;
  readonly new: string;
  /** The path before the commit, if it moved the file. */
  readonly from?: string;
  /** The blobs of the other parents, of a merge whose blob equals none of its parents'. */
  readonly others?: readonly string[];
  /** How the text changed, once it was compared. */
  text?: TextChange;
}

/**
 * The text is the same; or it differs, and the version before was approved, had no status, or had another
 * one.
 */
export const textChange = { same: 0, approved: 1, silent: 2, unpublished: 3 } as const;
export type TextChange = (typeof textChange)[keyof typeof textChange];

/** The commits behind the status and the approver that a file has. */
export interface FoundApproval {
  /** The version and the status for which it was found; the version is given by its commit. */
  readonly latest: number;
  readonly status: string;
  /** The commit that set them; -1 when there is none. */
  readonly commit: number;
  /** Commits, newest first, that changed the text and are not part of what was approved. */
  readonly later: readonly number[];
}

/** All that was read from git. */
export interface HistoryRecord {
  head: string;
  /** Parents before their children; the last one is `head`. */
  readonly commits: Commit[];
  /** By path in NFC, in the order of the commits. */
  readonly files: Map<string, Version[]>;
  /** By path in NFC. */
  readonly approvals: Map<string, FoundApproval>;
}

/** Stands for no blob. */
export const none = '0'.repeat(40);
export const isNone = (blob: string): boolean => /^0+$/.test(blob);

/** The version of a file at a commit; undefined when the file was never there. */
export function versionAt(
  versions: readonly Version[],
  { commit, graph }: { commit: number; graph: CommitGraph },
): Version | undefined {
  return versions.findLast((version) => version.commit <= commit && graph.isOnLine(version.commit, commit));
}

/**
 * All versions of the file at a path, also under its earlier names. Under an earlier name they end where
 * another file took the name.
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
 * Whether another file took the name of a moved file after the commit that moved it. A merge that restores
 * the same file does not count.
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

/** The new paths of moved files, except for those whose old name another file took since. */
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
