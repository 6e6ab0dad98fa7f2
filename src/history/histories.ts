import type { SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleVersion } from '../props.ts';
import type { ArticleDocument } from '../types.ts';
import type { Commit } from './history-record.ts';

/** The commit that set an article's status and approver. */
export interface ApprovalCommit {
  readonly email: string;
  /** Commits, newest first, that changed the text and are not part of what was approved. */
  readonly later: readonly Pick<Commit, 'id' | 'name' | 'email'>[];
}

/** The git history of articles. */
export interface ArticleHistories {
  /**
   * The published versions, newest first; undefined for an article whose text did not change since it was
   * published.
   */
  readonly versionsOf: (document: ArticleDocument) => readonly ArticleVersion[] | undefined;
  readonly approvalOf: (path: SourcePath) => ApprovalCommit | undefined;
  /** When an article's file was last committed, in milliseconds since the epoch. */
  readonly lastCommit: (path: SourcePath) => number | undefined;
  /** The new path of a moved file. */
  readonly movedTo: (path: string) => string | undefined;
  readonly messages: readonly Diagnostic[];
}

/** Whether to check who committed an approval. */
export const checksCommits = ({ workflow }: ResolvedConfig): boolean => workflow.approval && workflow.commits;

/** Whether a site's pages depend on its git history. */
export const wantsHistory = (config: ResolvedConfig): boolean =>
  config.history !== false || checksCommits(config);

/** The histories of a site that has no git history or does not use it. */
export const noHistory: ArticleHistories = {
  versionsOf: () => undefined,
  approvalOf: () => undefined,
  lastCommit: () => undefined,
  movedTo: () => undefined,
  messages: [],
};
