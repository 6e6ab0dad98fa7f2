import type { ResolvedConfig } from '../config.ts';
import { atInstant } from '../content/date-time.ts';
import { readFrontMatter } from '../content/front-matter.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleVersion } from '../props.ts';
import { sourceText } from '../source-text.ts';
import type { ArticleDocument, SourcePath } from '../types.ts';
import type { Repository } from './find-repository.ts';
import { type HistoryRecord, isNone, openRecord, saveRecord, textChange, type Version } from './history-record.ts';
import { readBlobs } from './read-blobs.ts';
import type { Commit } from './read-log.ts';
import { type VisibleText, visibleText } from './visible-text.ts';
import { checksCommits, noHistory } from './wants-history.ts';

/** The commit that set an article's status and approver. */
export interface ApprovalCommit {
  readonly email: string;
}

/** What git knows of articles. */
export interface ArticleHistories {
  /** The versions that the public has seen, newest first; undefined for an article whose text did not change since it was published. */
  readonly versionsOf: (document: ArticleDocument) => readonly ArticleVersion[] | undefined;
  readonly approvalOf: (path: SourcePath) => ApprovalCommit | undefined;
  /** When an article's file was last committed, in milliseconds since the epoch. */
  readonly lastCommit: (path: SourcePath) => number | undefined;
  /** Where a file went that was moved. */
  readonly movedTo: (path: string) => string | undefined;
  readonly messages: readonly Diagnostic[];
}

interface Input {
  readonly root: string;
  readonly config: ResolvedConfig;
  /** Where the site lies in git. */
  readonly repository: Repository | { readonly unreadable: string };
  readonly documents: readonly ArticleDocument[];
  /** The file that remembers what was read. */
  readonly file: string;
}

/** Reads the history of articles from git: all of it once, then only what was committed since. A shallow clone gives no dates. */
export async function readHistory({ root, config, repository, documents, file }: Input): Promise<ArticleHistories> {
  if ('unreadable' in repository) return { ...noHistory, messages: [diagnose('git-unreadable', '.git', {}, { reason: repository.unreadable })] };
  const { shallow, head } = repository;
  const messages = shallow && config.history !== false ? [diagnose('shallow-clone', '.git')] : [];
  const shown = shallow ? false : config.history;
  if (shown === false && !checksCommits(config)) return { ...noHistory, messages };

  const { record, fresh } = await openRecord({ root, head, file: shallow ? undefined : file });
  const isUpdate = (version: Version, document: ArticleDocument): boolean => {
    const { time, subject } = record.commits[version.commit] as Commit;
    return shown !== false && !isNone(version.old) && version.old !== version.new && time * 1000 > Date.parse(document.data.date) && !subject.startsWith(shown.minor);
  };
  const open = documents.flatMap((document) => versionsIn(record, document.path).filter((version) => version.text === undefined && isUpdate(version, document)));
  await compareTexts(root, open);
  const found = checksCommits(config) ? await findApprovals({ root, record, documents }) : 0;
  if (!shallow && (fresh || open.length > 0 || found > 0)) saveRecord(file, record);

  const inPublic = config.workflow.approval ? [textChange.approved] : [textChange.approved, textChange.silent];
  return {
    messages,
    versionsOf: (document) => {
      if (shown === false) return undefined;
      const versions = versionsIn(record, document.path);
      const updates = versions.filter((version) => isUpdate(version, document) && inPublic.some((change) => change === version.text));
      if (updates.length === 0) return undefined;
      const published = Date.parse(document.data.date);
      const before = versions.filter(({ commit }) => (record.commits[commit]?.time ?? 0) * 1000 <= published);
      const first = record.commits[(before.at(-1) ?? versions[0])?.commit ?? -1];
      const toVersion = (commit: Commit | undefined, date: ArticleVersion['date']): ArticleVersion => ({
        date,
        ...(shown.author && commit && !commit.name.includes('@') && { author: commit.name }),
        ...(shown.message && commit && { message: withoutAddresses(commit.subject) }),
      });
      const later = updates
        .map(({ commit }) => record.commits[commit] as Commit)
        .sort((a, b) => b.time - a.time || (a.id < b.id ? -1 : 1))
        .map((commit) => toVersion(commit, atInstant(commit.time * 1000, config.site.timeZone)));
      return [...later, toVersion(first, document.data.date)];
    },
    lastCommit: (path) => {
      const times = shallow ? [] : versionsIn(record, path).map(({ commit }) => record.commits[commit]?.time ?? 0);
      return times.length === 0 ? undefined : Math.max(...times) * 1000;
    },
    movedTo: (path) => {
      let to = record.moved.get(path.normalize('NFC'));
      for (let next = to; next !== undefined; next = record.moved.get(next)) to = next;
      return to;
    },
    approvalOf: (path) => {
      const commit = record.commits[record.approvals.get(path.normalize('NFC'))?.commit ?? -1];
      // The oldest commit of a shallow clone seems to have made all that is there.
      return commit && !(shallow && commit.first) ? { email: commit.email } : undefined;
    },
  };
}

const versionsIn = (record: HistoryRecord, path: SourcePath): readonly Version[] => record.files.get(path.normalize('NFC')) ?? [];

/** Finds out for each version whether its text is another one than before. */
async function compareTexts(root: string, versions: readonly Version[]): Promise<void> {
  const texts = new Map<string, VisibleText>();
  await readBlobs({ root, ids: [...new Set(versions.flatMap((version) => [version.old, version.new]))], each: (id, content) => texts.set(id, visibleText(content)) });
  for (const version of versions) {
    const before = texts.get(version.old);
    const after = texts.get(version.new);
    if (!before || !after || before.digest === after.digest) version.text = textChange.same;
    else version.text = before.status === 'approved' ? textChange.approved : before.status === '' ? textChange.silent : textChange.unpublished;
  }
}

/** Finds for each approved article the commit that set its present status and approver. Returns how many had to be looked up. */
async function findApprovals({ root, record, documents }: { root: string; record: HistoryRecord; documents: readonly ArticleDocument[] }): Promise<number> {
  const wanted = documents.filter(({ data }) => data.status === 'approved' && data.approvedBy !== undefined);
  const open = wanted.filter(({ path }) => {
    const latest = versionsIn(record, path).at(-1)?.commit;
    return latest !== undefined && record.approvals.get(path.normalize('NFC'))?.latest !== latest;
  });
  const said = new Map<string, string>();
  const ids = new Set(open.flatMap(({ path }) => versionsIn(record, path).flatMap((version) => (isNone(version.old) ? [version.new] : [version.old, version.new]))));
  await readBlobs({ root, ids: [...ids], each: (id, content) => said.set(id, approvalIn(content)) });
  for (const { path } of open) {
    const versions = versionsIn(record, path);
    const latest = versions.at(-1) as Version;
    const now = said.get(latest.new);
    const setter = now === '' ? undefined : versions.findLast((version) => said.get(version.new) === now && said.get(version.old) !== now);
    record.approvals.set(path.normalize('NFC'), { latest: latest.commit, commit: setter?.commit ?? -1 });
  }
  return open.length;
}

/** The approver that a version names; empty for one that is not approved. */
function approvalIn(content: Buffer): string {
  const matter = readFrontMatter({
    text: sourceText(content).replaceAll('\r\n', '\n'),
    path: '',
  });
  return 'rule' in matter || matter.fields.status !== 'approved'
    ? ''
    : String(matter.fields.approvedBy ?? '')
        .normalize('NFC')
        .trim();
}

/** Addresses of those who commit are private. */
const withoutAddresses = (text: string): string => text.replace(/[^\s<>()[\]]+@[^\s<>()[\]]+/g, '…');
