import type { SourcePath } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { atInstant } from '../dates/date-time.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { ArticleVersion } from '../props.ts';
import type { ArticleDocument } from '../types.ts';
import { createCommitGraph } from './commit-graph.ts';
import { compareTexts } from './compare-texts.ts';
import { findApprovals } from './find-approvals.ts';
import type { Repository } from './find-repository.ts';
import { mainBranches } from './find-repository.ts';
import { GitError } from './git.ts';
import { type ApprovalCommit, type ArticleHistories, checksCommits, noHistory } from './histories.ts';
import {
  type Commit,
  type HistoryRecord,
  isNone,
  lineageOf,
  movesIn,
  textChange,
  type Version,
} from './history-record.ts';
import { landingTimes } from './landing-times.ts';
import { openRecord } from './open-record.ts';
import { saveRecord } from './record-file.ts';

interface Input {
  readonly root: string;
  readonly config: ResolvedConfig;
  /** Where the site is in git. */
  readonly repository: Repository | { readonly unreadable: string };
  readonly documents: readonly ArticleDocument[];
  /** The file that keeps the record between builds. */
  readonly file: string;
}

/**
 * Reads the history of articles from git: the whole history once, then only new commits. A shallow clone has
 * no dates.
 */
export async function readHistory(input: Input): Promise<ArticleHistories> {
  const { root, config, repository, documents, file } = input;
  if ('unreadable' in repository) return unreadableHistory(repository.unreadable);
  const { shallow, head } = repository;
  const messages = shallow && config.history !== false ? [diagnose('shallow-clone', '.git')] : [];
  const shown = shallow ? false : config.history;
  if (shown === false && !checksCommits(config)) return { ...noHistory, messages };

  const opened = await openRecord({ root, head, file: shallow ? undefined : file }).catch(toGitError);
  if (opened instanceof GitError) return unreadableHistory(opened.message);
  const { record, fresh } = opened;
  const history = createHistory({ config, repository, record, shown });
  const open = documents.flatMap((document) =>
    history
      .versionsIn(document.path)
      .filter((version) => version.text === undefined && isUpdate(history, version, document)),
  );
  await compareTexts(root, open);
  const graph = lazy(() => createCommitGraph(record.commits));
  const foundApprovals = checksCommits(config) ? await findApprovals({ root, record, documents, graph }) : 0;
  if (!shallow && (fresh || open.length > 0 || foundApprovals > 0)) saveRecord(file, record);

  const moves = lazy(() => movesIn(record));
  return {
    messages,
    versionsOf: (document) => publicVersions(history, document),
    lastCommit: (path) => lastCommit(history, path),
    movedTo: (path) => lastName(moves(), path),
    approvalOf: (path) => approvalOf(history, path),
  };
}

const unreadableHistory = (reason: string): ArticleHistories => ({
  ...noHistory,
  messages: [diagnose('git-unreadable', '.git', {}, { reason })],
});

/** Returns git's own errors; throws others. */
function toGitError(error: unknown): GitError {
  if (error instanceof GitError) return error;
  throw error;
}

/** What was read of the history, and how to read it. */
interface History {
  readonly config: ResolvedConfig;
  readonly record: HistoryRecord;
  /** Which parts of the history pages show. */
  readonly shown: ResolvedConfig['history'];
  /** Whether the clone lacks earlier commits. */
  readonly shallow: boolean;
  /** When a commit reached the main line, in milliseconds since the epoch. */
  readonly landedAt: (commit: number) => number;
  /** The versions of a file, without merges that took it unchanged from one side. */
  readonly versionsIn: (path: SourcePath) => readonly Version[];
}

function createHistory({
  config,
  repository: { shallow, main },
  record,
  shown,
}: Pick<History, 'config' | 'record' | 'shown'> & { readonly repository: Repository }): History {
  const { commits } = record;
  const { branch } = config.workflow;
  const names = {
    ...(branch !== undefined && { named: branch }),
    ...(main !== undefined && { origin: main }),
  };
  const times = lazy(() => landingTimes(commits, mainBranches(names)));
  const versionsByPath = new Map<string, readonly Version[]>();
  const isMade = ({ commit, new: blob, others }: Version): boolean =>
    !isNone(blob) && (others !== undefined || (commits[commit]?.parents.length ?? 0) < 2);
  return {
    config,
    record,
    shown,
    shallow,
    landedAt: (commit) => (times()[commit] ?? 0) * 1000,
    versionsIn: (path) => {
      let versions = versionsByPath.get(path);
      if (!versions) versionsByPath.set(path, (versions = lineageOf(record, path).filter(isMade)));
      return versions;
    },
  };
}

/** Whether a version may be an update: it is later than the publication and not marked as minor. */
const isUpdate = (
  { record, shown, landedAt }: History,
  { commit, old, new: blob }: Version,
  document: ArticleDocument,
): boolean =>
  shown !== false &&
  !isNone(old) &&
  old !== blob &&
  landedAt(commit) > Date.parse(document.data.date) &&
  !record.commits[commit]?.subject.startsWith(shown.minor);

/** The published versions, newest first; undefined when the article was not updated. */
function publicVersions(history: History, document: ArticleDocument): ArticleVersion[] | undefined {
  const { config, record, shown, landedAt, versionsIn } = history;
  if (shown === false) return undefined;
  const { commits } = record;
  const { date, updated } = document.data;
  const publicChanges: readonly Version['text'][] = config.workflow.approval
    ? [textChange.approved]
    : [textChange.approved, textChange.silent];
  const versions = versionsIn(document.path);
  const updates = versions.filter(
    (version) => isUpdate(history, version, document) && publicChanges.includes(version.text),
  );
  if (updates.length === 0) return undefined;
  const toVersion = (commit: Commit | undefined, time: ArticleVersion['date']): ArticleVersion => ({
    date: time,
    ...(shown.author && commit && !commit.name.includes('@') && { author: commit.name }),
    ...(shown.message && commit && { message: withoutAddresses(commit.subject) }),
  });
  const newestFirst = (made: readonly Version[]): number[] =>
    made.map(({ commit }) => commit).sort((a, b) => compareCommits(history, a, b));
  // All commits of one merge are one update.
  const landed = newestFirst(updates).filter(
    (commit, index, all) => index === 0 || landedAt(commit) !== landedAt(all[index - 1] ?? -1),
  );
  const updatesShown = upTo({ updated, commits: landed, landedAt }).map((commit, index) =>
    toVersion(commits[commit], (index === 0 && updated) || atInstant(landedAt(commit), config.site.timeZone)),
  );
  const published = Date.parse(date);
  const [first] = newestFirst(versions.filter(({ commit }) => landedAt(commit) <= published));
  return [...updatesShown, toVersion(commits[first ?? versions[0]?.commit ?? -1], date)];
}

/** Compares commits such that the newest comes first. */
const compareCommits = ({ record: { commits }, landedAt }: History, a: number, b: number): number =>
  landedAt(b) - landedAt(a) ||
  (commits[b]?.time ?? 0) - (commits[a]?.time ?? 0) ||
  ((commits[a]?.id ?? '') < (commits[b]?.id ?? '') ? -1 : 1);

/**
 * The commits, newest first, up to the one for the update date in the front matter: later ones are no
 * updates.
 */
function upTo({
  updated,
  commits,
  landedAt,
}: {
  updated?: string;
  commits: readonly number[];
  landedAt: History['landedAt'];
}): readonly number[] {
  if (updated === undefined) return commits;
  const made = commits.findLastIndex((commit) => landedAt(commit) >= Date.parse(updated));
  return commits.slice(Math.max(made, 0));
}

function lastCommit({ record, shallow, versionsIn }: History, path: SourcePath): number | undefined {
  const times = shallow ? [] : versionsIn(path).map(({ commit }) => record.commits[commit]?.time ?? 0);
  return times.length === 0 ? undefined : Math.max(...times) * 1000;
}

/** The present name of a file that was moved once or several times. */
function lastName(moves: ReadonlyMap<string, string>, path: string): string | undefined {
  const names = new Set([path.normalize('NFC')]);
  for (const name of names) {
    const next = moves.get(name);
    if (next !== undefined) names.add(next);
  }
  return names.size > 1 ? [...names].at(-1) : undefined;
}

function approvalOf({ record, shallow }: History, path: string): ApprovalCommit | undefined {
  const { commits, approvals } = record;
  const { commit: place = -1, later = [] } = approvals.get(path.normalize('NFC')) ?? {};
  const commit = commits[place];
  // In a shallow clone the oldest commit seems to have created all files.
  if (!commit || (shallow && commit.parents.length === 0)) return undefined;
  return { email: commit.email, later: later.flatMap((at) => commits[at] ?? []) };
}

/** Email addresses of committers are private. */
const withoutAddresses = (text: string): string =>
  text.replace(/(?<![^\s<>()[\]])[^\s<>()[\]]+@[^\s<>()[\]]+/g, '…');
