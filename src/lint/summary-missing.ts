import { diagnose } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';

/**
 * An article without a summary of its own: lists and search engines then show the beginning of the body. One
 * that only leads to another site has neither.
 */
export const summaryMissing: LintRule = function* ({ document }) {
  if (document.kind !== 'article' || document.data.link !== undefined) return;
  if (document.data.summary === undefined)
    yield diagnose('summary-missing', document.path, { line: 1, column: 1 });
};
