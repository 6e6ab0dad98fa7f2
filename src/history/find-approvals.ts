import { sourceText } from '../bytes/utf8.ts';
import { toStatus } from '../front-matter/foreign-names.ts';
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

/** What a version says about its approval. */
interface Statement {
  readonly status: string;
  readonly approver: string;
  /** Digest of the text that readers see. */
  readonly text: string;
}

/** An article whose approval is not in the record, or was found for another version. */
interface OpenApproval {
  readonly path: string;
  readonly status: string;
  /** The commit of the latest version. */
  readonly latest: number;
}

/** What is read from the versions, by blob. */
interface Blobs {
  readonly statements: ReadonlyMap<string, Statement>;
  /** The lines of blobs that merges need. */
  readonly lines: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Finds, for each article that is approved or was before it was withdrawn, the commit that set its present
 * status and approver, and the commits that changed its text since. An approval in the record is valid until
 * one of the article's files changes. Returns how many articles were read.
 */
export async function findApprovals({ root, record, documents, graph }: Input): Promise<number> {
  const open = documents.flatMap((document) => openApproval(record, document) ?? []);
  if (open.length === 0) return 0;
  const versions = open.flatMap(({ path }) => lineageOf(record, path));
  const blobs = await readStatements(root, versions);
  for (const { path, status, latest } of open) {
    const valueOf = (id: string): string => approverIn(blobs.statements.get(id), status);
    const commit = findSetter({ record, path, graph: graph(), valueOf });
    const later = findLater({ record, path, commit, graph: graph(), blobs });
    record.approvals.set(path, { latest, status, commit, later });
  }
  return open.length;
}

/** Undefined where an article has no approval, or the record has it. */
function openApproval(
  record: HistoryRecord,
  { data: { status, approvedBy }, path: written }: ArticleDocument,
): OpenApproval | undefined {
  if ((status !== 'approved' && status !== 'withdrawn') || approvedBy === undefined) return undefined;
  const path = written.normalize('NFC');
  const latest = lineageOf(record, path).at(-1)?.commit;
  const approval = record.approvals.get(path);
  const isKnown = approval?.latest === latest && approval?.status === status;
  return latest === undefined || isKnown ? undefined : { path, status, latest };
}

async function readStatements(root: string, versions: readonly Version[]): Promise<Blobs> {
  const statements = new Map<string, Statement>();
  const lines = new Map<string, ReadonlySet<string>>();
  const approvalByHead = new Map<string, Omit<Statement, 'text'>>();
  const merged = new Set(
    versions.flatMap(({ old, new: blob, others }) => (others ? [old, blob, ...others] : [])),
  );
  const ids = new Set(versions.flatMap(({ old, new: blob, others = [] }) => [old, blob, ...others]));
  await readBlobs({
    root,
    ids: [...ids].filter((id) => !isNone(id)),
    each: (id, content) => {
      const text = sourceText(content).replaceAll('\r\n', '\n');
      // Most versions of a file have the same front matter.
      const { format, head: fields, doubt } = splitFrontMatter({ text, path: '' });
      const head = doubt ? text : `${format}\n${fields}`;
      let approval = approvalByHead.get(head);
      if (!approval) approvalByHead.set(head, (approval = approvalIn(text)));
      const visible = visibleText(content);
      if (merged.has(id)) lines.set(id, visible.lines());
      statements.set(id, { ...approval, text: visible.digest });
    },
  });
  return { statements, lines };
}

interface LaterInput {
  readonly record: HistoryRecord;
  readonly path: string;
  /** The commit that set the approval; -1 when there is none. */
  readonly commit: number;
  readonly graph: CommitGraph;
  readonly blobs: Blobs;
}

/** The commits that changed the text of an article and are not part of what was approved. */
function findLater({ record, path, commit, graph, blobs }: LaterInput): number[] {
  const { commits, files } = record;
  const versions = lineageOf(record, path);
  const textOf = (id: string): string | undefined => blobs.statements.get(id)?.text;
  const now = versionAt(files.get(path) ?? [], { commit: commits.length - 1, graph });
  const then =
    commit < 0 ? undefined : versions.find((version) => version.commit === commit && !isNone(version.new));
  if (!now || !then || textOf(now.new) === textOf(then.new)) return [];
  const later = versions.filter(
    (version) =>
      !isNone(version.new) &&
      textOf(version.old) !== textOf(version.new) &&
      isWritten(version, { record, blobs }) &&
      !graph.isAncestor(version.commit, commit),
  );
  const timeOf = (place: number): number => commits[place]?.time ?? 0;
  const idOf = (place: number): string => commits[place]?.id ?? '';
  return [...new Set(later.map((version) => version.commit))].sort(
    (a, b) => timeOf(b) - timeOf(a) || (idOf(a) < idOf(b) ? -1 : 1),
  );
}

/** Whether a commit itself changed the text of a version. A merge may have taken the text from a parent. */
function isWritten(
  { commit, old, new: blob, others }: Version,
  { record, blobs }: { record: HistoryRecord; blobs: Blobs },
): boolean {
  if ((record.commits[commit]?.parents.length ?? 0) < 2) return true;
  if (others === undefined) return false;
  const linesOf = (id: string): ReadonlySet<string> => blobs.lines.get(id) ?? new Set();
  return isWrittenInMerge({ parents: [old, ...others].map(linesOf), merged: linesOf(blob) });
}

/** The approver to check: a withdrawn article keeps the approval that it had. */
const approverIn = (statement: Statement | undefined, status: string): string =>
  statement?.status === 'approved' || (status === 'withdrawn' && statement?.status === 'withdrawn')
    ? statement.approver
    : '';

interface SetterInput {
  readonly record: HistoryRecord;
  readonly path: string;
  readonly graph: CommitGraph;
  /** The approver that a blob names, empty for none. */
  readonly valueOf: (blob: string) => string;
}

/**
 * Finds the commit that set the value that a file has at the last commit; -1 when there is none.
 * A merge took its value from a parent that has it, if no other parent's side changed the value: git merges
 * the same way. Else the merge set the value itself. A moved file counts as the same file only when nothing
 * but its path changed.
 */
function findSetter({ record, path, graph, valueOf }: SetterInput): number {
  const { commits, files } = record;
  const names = namesOf(record, path);
  let name = path;
  let at = commits.length - 1;
  /** The path and the value of the file at a commit. */
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
    // Merges further along this line may have the file under another of its names on the other side.
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

/** The names that a file had before it was moved without changes to its present one. */
function namesOf({ files }: HistoryRecord, path: string): readonly string[] {
  const names = new Set([path]);
  for (const name of names)
    for (const { from, old, new: blob } of files.get(name) ?? [])
      if (from !== undefined && old === blob) names.add(from);
  return [...names];
}

/** The status and the approver in the text of a version. */
function approvalIn(text: string): Omit<Statement, 'text'> {
  const matter = readFrontMatter({ text, path: '' });
  if ('rule' in matter) return { status: '', approver: '' };
  const { status, approvedBy } = matter.fields;
  return {
    status: String(toStatus(status) ?? ''),
    approver: String(approvedBy ?? '')
      .normalize('NFC')
      .trim(),
  };
}
