import { diagnose } from '../diagnostics/diagnose.ts';
import { altProblem } from '../markdown/alt-problem.ts';
import type { LintRule } from './lint-rule.ts';

/**
 * The lead picture without an alternative text of its own, or with a file name for one. Pictures in the body
 * are checked when it is parsed.
 */
export const leadAlt: LintRule = function* ({ document }) {
  if (document.kind !== 'article' || !document.data.image) return;
  const { src, alt = '' } = document.data.image;
  if (altProblem(alt))
    yield diagnose(
      'lead-alt',
      document.path,
      { field: ['image'] },
      { url: src, ...(alt.trim() !== '' && { alt }) },
    );
};
