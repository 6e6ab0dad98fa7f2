import { diagnose } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';

/** An article without a summary of its own: lists and search engines then show the beginning of the body. */
export const summaryMissing: LintRule = function* ({ document }) {
  if (document.kind === 'article' && document.data.summary === undefined)
    yield diagnose('summary-missing', document.path, { line: 1, column: 1 });
};
