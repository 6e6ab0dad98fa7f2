import { sourceText } from '../bytes/utf8.ts';
import { readFrontMatter } from '../front-matter/front-matter.ts';
import { splitFrontMatter } from '../front-matter/split-front-matter.ts';
import type { ArticleDocument } from '../types.ts';
import type { CommitGraph } from './commit-graph.ts';
import { type HistoryRecord, isNone, lineageOf, type Version, versionAt } from './history-record.ts';
import { isWrittenInMerge } from './is-written-in-merge.ts';
import { readBlobs } from './read-blobs.ts';
import { visibleText } from './visible-text.ts';

interface Input {
  readonly root: string;
  readonly record: HistoryRecord;
  readonly documents: readonly ArticleDocument[];
  readonly graph: () => CommitGraph;
}

/** What a version says of its approval. */
interface Said {
  readonly status: string;
  readonly approver: string;
  /** Digest of what readers see. */
  readonly text: string;
}

/**
 * Finds for each article that is approved, or was before it was withdrawn, the commit that set its present
 * status and approver, and the commits that changed its text since. Returns how many articles had to be
 * looked at; what was found before holds until one of their files is touched.
 */
export async function findApprovals({ root, record, documents, graph }: Input): Promise<number> {
  const open = documents.flatMap(({ data, path: written }) => {
    const { status, approvedBy } = data;
    if ((status !== 'approved' && status !== 'withdrawn') || approvedBy === undefined) return [];
    const path = written.normalize('NFC');
    const latest = lineageOf(record, path).at(-1)?.commit;
    const found = record.approvals.get(path);
    return latest === undefined || (found?.latest === latest && found.status === status)
      ? []
      : [{ path, status, latest }];
  });
  if (open.length === 0) return 0;
  const said = new Map<string, Said>();
  const approvals = new Map<string, Omit<Said, 'text'>>();
  const lines = new Map<string, ReadonlySet<string>>();
  const all = open.flatMap(({ path }) => lineageOf(record, path));
  const merged = new Set(
    all.flatMap(({ others, ...version }) => (others ? [version.old, version.new, ...others] : [])),
  );
  await readBlobs({
    root,
    ids: [...new Set(all.flatMap((version) => [version.old, version.new, ...(version.others ?? [])]))].filter(
      (id) => !isNone(id),
    ),
    each: (id, content) => {
      const text = sourceText(content).replaceAll('\r\n', '\n');
      // Most versions of a file have the same front matter.
      const { yaml, doubt } = splitFrontMatter({ text, path: '' });
      const head = doubt ? text : yaml;
      let approval = approvals.get(head);
      if (!approval) approvals.set(head, (approval = approvalIn(text)));
      const visible = visibleText(content);
      if (merged.has(id)) lines.set(id, visible.lines());
      said.set(id, { ...approval, text: visible.digest });
    },
  });
  for (const { path, status, latest } of open) {
    const versions = lineageOf(record, path);
    const commit = findSetter({
      record,
      path,
      graph: graph(),
      valueOf: (id) => approverIn(said.get(id), status),
    });
    const isMine = ({ commit: place, old, new: blob, others }: Version): boolean => {
      if ((record.commits[place]?.parents.length ?? 0) < 2) return true;
      const linesOf = (id: string): ReadonlySet<string> => lines.get(id) ?? new Set();
      return (
        others !== undefined &&
        isWrittenInMerge({ parents: [old, ...others].map(linesOf), merged: linesOf(blob) })
      );
    };
    const isLater = (version: Version): boolean =>
      !isNone(version.new) &&
      said.get(version.old)?.text !== said.get(version.new)?.text &&
      isMine(version) &&
      !graph().isAncestor(version.commit, commit);
    const now = versionAt(record.files.get(path) ?? [], {
      commit: record.commits.length - 1,
      graph: graph(),
    });
    const then =
      commit < 0 ? undefined : versions.find((version) => version.commit === commit && !isNone(version.new));
    const isSame = !now || !then || said.get(now.new)?.text === said.get(then.new)?.text;
    const timeOf = (place: number): number => record.commits[place]?.time ?? 0;
    const idOf = (place: number): string => record.commits[place]?.id ?? '';
    const later = isSame
      ? []
      : [...new Set(versions.filter(isLater).map((version) => version.commit))].sort(
          (a, b) => timeOf(b) - timeOf(a) || (idOf(a) < idOf(b) ? -1 : 1),
        );
    record.approvals.set(path, { latest, status, commit, later });
  }
  return open.length;
}

/** The approver that counts: an article that is withdrawn keeps the approval that it had. */
const approverIn = (said: Said | undefined, status: string): string =>
  said?.status === 'approved' || (status === 'withdrawn' && said?.status === 'withdrawn')
    ? said.approver
    : '';

interface SetterInput {
  readonly record: HistoryRecord;
  readonly path: string;
  readonly graph: CommitGraph;
  /** The approver that a blob names, empty for none. */
  readonly valueOf: (blob: string) => string;
}

/**
 * The commit that set the value that a file has at the last commit; -1 when there is none.
 * A merge passes on to the parent that it has the value from, as git merges: when no other parent's side has
 * changed it. Else it set the value itself. A file that was moved is the same one only when nothing but its
 * path changed.
 */
function findSetter({ record, path, graph, valueOf }: SetterInput): number {
  const { commits, files } = record;
  const names = namesOf(record, path);
  let name = path;
  let at = commits.length - 1;
  /** Where a commit has the file, and with which value. */
  const look = (commit: number): { readonly name: string; readonly value: string } => {
    for (const candidate of [name, ...names]) {
      const version = versionAt(files.get(candidate) ?? [], { commit, graph });
      if (version && !isNone(version.new)) return { name: candidate, value: valueOf(version.new) };
    }
    return { name, value: '' };
  };
  const isMerge = (commit: number): boolean => (commits[commit]?.parents.length ?? 0) > 1;
  for (;;) {
    const version = versionAt(files.get(name) ?? [], { commit: at, graph });
    const value = version ? valueOf(version.new) : '';
    if (!version || value === '') return -1;
    // Later on this line there may be merges whose other side has the file under another of its names.
    const merges = names.flatMap(
      (other) =>
        versionAt(
          (files.get(other) ?? []).filter(({ commit }) => isMerge(commit)),
          { commit: at, graph },
        )?.commit ?? [],
    );
    const point = Math.max(version.commit, ...merges);
    const { parents } = commits[point] ?? { parents: [] };
    const [first] = parents;
    if (first === undefined) return point;
    if (parents.length === 1) {
      const isMoved = version.from !== undefined && version.old === version.new;
      if (!isMoved && (version.from !== undefined || isNone(version.old) || valueOf(version.old) !== value))
        return point;
      name = version.from ?? name;
      at = first;
      continue;
    }
    const sides = parents.map((commit) => ({ commit, ...look(commit) }));
    const others = sides.filter((side) => side.value !== value);
    const source = sides.find(
      (side) =>
        side.value === value &&
        others.every((other) =>
          graph.compare(side.commit, other.commit).bases.some((base) => look(base).value === other.value),
        ),
    );
    if (!source) return point;
    name = source.name;
    at = source.commit;
  }
}

/** The names that a file had before it was moved, unchanged, to its present one. */
function namesOf({ files }: HistoryRecord, path: string): readonly string[] {
  const names = new Set([path]);
  for (const name of names)
    for (const { from, old, new: blob } of files.get(name) ?? [])
      if (from !== undefined && old === blob) names.add(from);
  return [...names];
}

/** The status and the approver that a version names. */
function approvalIn(text: string): Omit<Said, 'text'> {
  const matter = readFrontMatter({ text, path: '' });
  if ('rule' in matter) return { status: '', approver: '' };
  const { status, approvedBy } = matter.fields;
  return {
    status: String(status ?? ''),
    approver: String(approvedBy ?? '')
      .normalize('NFC')
      .trim(),
  };
}
