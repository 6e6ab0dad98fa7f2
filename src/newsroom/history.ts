import type { ResolvedConfig } from '../config.ts';
import { atInstant } from '../content/date-time.ts';
import { readFrontMatter } from '../content/front-matter.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { History } from '../props.ts';
import type { ArticleDocument, SourcePath } from '../types.ts';
import type { Repository } from './find-repository.ts';
import { readBlobs } from './read-blobs.ts';
import { type HistoryRecord, none, openRecord, saveRecord, type Version } from './history-record.ts';
import { visibleText } from './visible-text.ts';

/** The commit that set an article's status and approver. */
export interface ApprovalCommit {
  readonly email: string;
}

/** What git knows of articles. */
export interface ArticleHistories {
  /** The versions that the public has seen; undefined for an article that has but one. */
  readonly of: (path: SourcePath) => History | undefined;
  readonly approvalOf: (path: SourcePath) => ApprovalCommit | undefined;
  readonly messages: readonly Diagnostic[];
}

interface Input {
  readonly root: string;
  readonly config: ResolvedConfig;
  /** Where the site lies in git; undefined when it does not. */
  readonly repository: Repository | { readonly unreadable: string } | undefined;
  readonly documents: readonly ArticleDocument[];
  /** The file that remembers what was read; none is used when it is missing. */
  readonly file?: string;
}

const nothing: ArticleHistories = { of: () => undefined, approvalOf: () => undefined, messages: [] };

/** Whether a site's pages depend on its git history. */
export const wantsHistory = ({ history, workflow }: ResolvedConfig): boolean => history !== false || (workflow.approval && workflow.commits);

/** Reads the history of articles from git: all of it once, then only what was committed since. */
export async function readHistory({ root, config, repository, documents, file }: Input): Promise<ArticleHistories> {
  if (!repository || !wantsHistory(config)) return nothing;
  if ('unreadable' in repository) return { ...nothing, messages: [diagnose('git-unreadable', '.git', {}, { reason: repository.unreadable })] };
  const { shallow } = repository;
  const checksCommits = config.workflow.approval && config.workflow.commits;
  const messages = shallow && config.history !== false ? [diagnose('shallow-clone', '.git')] : [];
  if (shallow && !checksCommits) return { ...nothing, messages };

  const { record, fresh } = await openRecord({ root, head: repository.head, file: shallow ? undefined : file });
  let changed = fresh;
  const updates = config.history === false || shallow ? undefined : config.history;
  if (updates) changed = (await compareTexts({ root, record, documents, minor: updates.minor })) || changed;
  if (checksCommits) changed = (await findApprovals({ root, record, documents })) || changed;
  if (changed && file !== undefined && !shallow) saveRecord(file, record);

  return {
    messages,
    of: (path) => {
      const versions = record.files.get(path.normalize('NFC'));
      return updates && versions ? histories.get(path) : undefined;
    },
    approvalOf: (path) => {
      const approval = record.approvals.get(path.normalize('NFC'));
      const commit = approval && record.commits[approval.commit];
      return commit && !(shallow && commit.first) ? { email: commit.email } : undefined;
    },
  };
}
