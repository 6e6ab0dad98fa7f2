import type { CommitGraph } from './commit-graph.ts';

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
