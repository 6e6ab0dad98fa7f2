import type { SourcePath } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { atInstant } from '../dates/date-time.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { ArticleVersion } from '../props.ts';
import type { ArticleDocument } from '../types.ts';
import { createCommitGraph } from './commit-graph.ts';
import { findApprovals } from './find-approvals.ts';
import type { Repository } from './find-repository.ts';
import { mainBranches } from './find-repository.ts';
import { GitError } from './git.ts';
import { type ArticleHistories, checksCommits, noHistory } from './histories.ts';
import {
  type Commit,
  isNone,
  lineageOf,
  movesIn,
  openRecord,
  saveRecord,
  textChange,
  type Version,
} from './history-record.ts';
import { isWrittenInMerge } from './is-written-in-merge.ts';
import { landingTimes } from './landing-times.ts';
import { readBlobs } from './read-blobs.ts';
import { visibleText } from './visible-text.ts';

interface Input {
  readonly root: string;
  readonly config: ResolvedConfig;
  /** Where the site lies in git. */
  readonly repository: Repository | { readonly unreadable: string };
  readonly documents: readonly ArticleDocument[];
  /** The file that remembers what was read. */
  readonly file: string;
}

/**
 * Reads the history of articles from git: all of it once, then only what was committed since. A shallow clone
 * gives no dates.
 */
export async function readHistory({
  root,
  config,
  repository,
  documents,
  file,
}: Input): Promise<ArticleHistories> {
  if ('unreadable' in repository)
    return {
      ...noHistory,
      messages: [diagnose('git-unreadable', '.git', {}, { reason: repository.unreadable })],
    };
  const { shallow, head } = repository;
  const messages = shallow && config.history !== false ? [diagnose('shallow-clone', '.git')] : [];
  const shown = shallow ? false : config.history;
  if (shown === false && !checksCommits(config)) return { ...noHistory, messages };

  const opened = await openRecord({ root, head, file: shallow ? undefined : file }).catch(
    (error: unknown) => {
      if (error instanceof GitError) return error;
      throw error;
    },
  );
  if (opened instanceof GitError)
    return { ...noHistory, messages: [diagnose('git-unreadable', '.git', {}, { reason: opened.message })] };
  const { record, fresh } = opened;
  const { commits } = record;
  const landed = lazy(() =>
    landingTimes(
      commits,
      mainBranches({
        ...(config.workflow.branch !== undefined && { named: config.workflow.branch }),
        ...(repository.main !== undefined && { origin: repository.main }),
      }),
    ),
  );
  const moves = lazy(() => movesIn(record));
  const lineages = new Map<string, readonly Version[]>();
  /** Those that somebody made; a merge that took a file as it was on one side made none. */
  const versionsIn = (path: SourcePath): readonly Version[] => {
    let versions = lineages.get(path);
    if (!versions)
      lineages.set(
        path,
        (versions = lineageOf(record, path).filter(
          ({ commit, new: blob, others }) =>
            !isNone(blob) && (others !== undefined || (commits[commit]?.parents.length ?? 0) < 2),
        )),
      );
    return versions;
  };
  const isUpdate = ({ commit, old, new: blob }: Version, document: ArticleDocument): boolean =>
    shown !== false &&
    !isNone(old) &&
    old !== blob &&
    (landed()[commit] ?? 0) * 1000 > Date.parse(document.data.date) &&
    !commits[commit]?.subject.startsWith(shown.minor);
  const open = documents.flatMap((document) =>
    versionsIn(document.path).filter((version) => version.text === undefined && isUpdate(version, document)),
  );
  await compareTexts(root, open);
  const found = checksCommits(config)
    ? await findApprovals({ root, record, documents, graph: lazy(() => createCommitGraph(commits)) })
    : 0;
  if (!shallow && (fresh || open.length > 0 || found > 0)) saveRecord(file, record);

  const inPublic = config.workflow.approval
    ? [textChange.approved]
    : [textChange.approved, textChange.silent];
  /** The newest first. */
  const byTime = (a: number, b: number): number =>
    (landed()[b] ?? 0) - (landed()[a] ?? 0) ||
    (commits[b]?.time ?? 0) - (commits[a]?.time ?? 0) ||
    ((commits[a]?.id ?? '') < (commits[b]?.id ?? '') ? -1 : 1);
  return {
    messages,
    versionsOf: (document) => {
      if (shown === false) return undefined;
      const versions = versionsIn(document.path);
      const updates = versions.filter(
        (version) => isUpdate(version, document) && inPublic.some((change) => change === version.text),
      );
      if (updates.length === 0) return undefined;
      const published = Date.parse(document.data.date);
      const before = versions
        .filter(({ commit }) => (landed()[commit] ?? 0) * 1000 <= published)
        .map(({ commit }) => commit);
      const toVersion = (commit: Commit | undefined, date: ArticleVersion['date']): ArticleVersion => ({
        date,
        ...(shown.author && commit && !commit.name.includes('@') && { author: commit.name }),
        ...(shown.message && commit && { message: withoutAddresses(commit.subject) }),
      });
      const moment = (commit: number): number => (landed()[commit] ?? 0) * 1000;
      // What came with one merge came at once.
      const later = updates
        .map(({ commit }) => commit)
        .sort(byTime)
        .filter((commit, index, all) => index === 0 || moment(commit) !== moment(all[index - 1] ?? -1));
      const told = upTo({ updated: document.data.updated, commits: later, moment }).map((commit, index) =>
        toVersion(
          commits[commit],
          (index === 0 && document.data.updated) || atInstant(moment(commit), config.site.timeZone),
        ),
      );
      return [
        ...told,
        toVersion(commits[before.sort(byTime)[0] ?? versions[0]?.commit ?? -1], document.data.date),
      ];
    },
    lastCommit: (path) => {
      const times = shallow ? [] : versionsIn(path).map(({ commit }) => commits[commit]?.time ?? 0);
      return times.length === 0 ? undefined : Math.max(...times) * 1000;
    },
    movedTo: (path) => {
      const seen = new Set([path.normalize('NFC')]);
      for (const name of seen) {
        const next = moves().get(name);
        if (next !== undefined) seen.add(next);
      }
      return seen.size > 1 ? [...seen].at(-1) : undefined;
    },
    approvalOf: (path) => {
      const { commit: place = -1, later = [] } = record.approvals.get(path.normalize('NFC')) ?? {};
      const commit = commits[place];
      // The oldest commit of a shallow clone seems to have made all that is there.
      return commit && !(shallow && commit.parents.length === 0)
        ? { email: commit.email, later: later.flatMap((at) => commits[at] ?? []) }
        : undefined;
    },
  };
}

/**
 * The commits, newest first, up to the one that made the update that the front matter names: later ones are
 * no updates.
 */
function upTo({
  updated,
  commits,
  moment,
}: {
  updated?: string;
  commits: readonly number[];
  moment: (commit: number) => number;
}): readonly number[] {
  if (updated === undefined) return commits;
  const made = commits.findLastIndex((commit) => moment(commit) >= Date.parse(updated));
  return commits.slice(Math.max(made, 0));
}
/** Finds out for each version whether its text is another one than before. */
async function compareTexts(root: string, versions: readonly Version[]): Promise<void> {
  const texts = new Map<
    string,
    { readonly digest: string; readonly status: string; readonly lines?: ReadonlySet<string> }
  >();
  const merged = new Set(
    versions.flatMap(({ old, new: blob, others }) => (others ? [old, blob, ...others] : [])),
  );
  await readBlobs({
    root,
    ids: [...new Set([...versions.flatMap((version) => [version.old, version.new]), ...merged])].filter(
      (id) => !isNone(id),
    ),
    each: (id, content) => {
      const { digest, status, lines } = visibleText(content);
      texts.set(id, { digest, status, ...(merged.has(id) && { lines: lines() }) });
    },
  });
  for (const version of versions) {
    const { old, new: blob, others = [] } = version;
    const before = texts.get(old);
    const after = texts.get(blob);
    const linesOf = (id: string): ReadonlySet<string> => texts.get(id)?.lines ?? new Set();
    if (!before || !after || before.digest === after.digest) version.text = textChange.same;
    else if (
      others.length > 0 &&
      !isWrittenInMerge({ parents: [old, ...others].map(linesOf), merged: linesOf(blob) })
    )
      version.text = textChange.same;
    else
      version.text =
        before.status === 'approved'
          ? textChange.approved
          : before.status === ''
            ? textChange.silent
            : textChange.unpublished;
  }
}

/** Addresses of those who commit are private. */
const withoutAddresses = (text: string): string =>
  text.replace(/(?<![^\s<>()[\]])[^\s<>()[\]]+@[^\s<>()[\]]+/g, '…');
