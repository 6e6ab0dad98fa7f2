import type { ResolvedConfig } from '../config.ts';
import type { ArticleHistories } from './history.ts';

/** Whether who committed an approval is checked. */
export const checksCommits = ({ workflow }: ResolvedConfig): boolean => workflow.approval && workflow.commits;

/** Whether a site's pages depend on its git history. */
export const wantsHistory = (config: ResolvedConfig): boolean => config.history !== false || checksCommits(config);

/** What is known where there is no history, or nobody wants it. */
export const noHistory: ArticleHistories = { versionsOf: () => undefined, approvalOf: () => undefined, lastCommit: () => undefined, movedTo: () => undefined, messages: [] };
