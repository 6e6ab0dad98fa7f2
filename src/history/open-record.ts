import { createCommitGraph } from './commit-graph.ts';
import { git } from './git.ts';
import { type HistoryRecord, isNone, none, type Version, versionAt } from './history-record.ts';
import { readLog } from './read-log.ts';
import { loadRecord } from './record-file.ts';

/**
 * Opens the record of the history up to `head`: that of the last build with the new commits added. It is made
 * anew when there is none, or it is of another branch.
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
  const saved = file === undefined ? undefined : loadRecord(file);
  if (saved?.head === head) return { record: saved, fresh: false };
  const continues = saved !== undefined && (await isAncestor({ root, commit: saved.head, head }));
  const record: HistoryRecord = continues
    ? saved
    : { head, commits: [], files: new Map(), approvals: new Map() };
  await extend(record, { root, range: continues ? `${saved.head}..${head}` : head });
  record.head = head;
  return { record, fresh: true };
}

async function extend(
  record: HistoryRecord,
  { root, range }: { root: string; range: string },
): Promise<void> {
  const { commits, files } = record;
  const knownCommits = commits.length;
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
  if (commits.slice(knownCommits).some(({ parents }) => parents.length > 1))
    addMerges(record, { knownCommits, changed });
}

/**
 * Adds to merges the files that they kept though another side had changed them, and to the versions of merges
 * the blobs of the other sides.
 */
function addMerges(
  { commits, files }: HistoryRecord,
  { knownCommits, changed }: { knownCommits: number; changed: ReadonlyMap<number, ReadonlySet<string>> },
): void {
  const graph = createCommitGraph(commits);
  // Changes of commits that were in the record before are collected only when a merge needs them.
  let earlier: Map<number, string[]> | undefined;
  const changesOf = (commit: number): Iterable<string> => {
    if (commit >= knownCommits) return changed.get(commit) ?? [];
    if (!earlier) {
      earlier = new Map();
      for (const [name, versions] of files)
        for (const version of versions)
          if (version.commit < knownCommits)
            earlier.set(version.commit, [...(earlier.get(version.commit) ?? []), name]);
    }
    return earlier.get(commit) ?? [];
  };
  for (let commit = knownCommits; commit < commits.length; commit++) {
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
    // It is no ancestor, or the commit is gone after a rebase.
    return false;
  }
}
