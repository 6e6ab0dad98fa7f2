import { diagnose } from '../diagnostics/diagnose.ts';
import { altProblem } from '../markdown/elements/picture.ts';
import type { LintRule } from './lint-rule.ts';

/** Search engines cut headlines after this many characters. */
const limit = 110;

/** A headline that lists, previews and search engines cut. */
export const headlineLong: LintRule = function* ({ document }) {
  if (document.kind !== 'article') return;
  const { length } = [...document.data.title.normalize('NFC')];
  if (length > limit) yield diagnose('headline-long', document.path, { field: ['title'] }, { length, limit });
};

/**
 * An article without a summary of its own: lists and search engines then show the beginning of the body.
 * Articles that only link to another site are excepted.
 */
export const summaryMissing: LintRule = function* ({ document }) {
  if (document.kind !== 'article' || document.data.link !== undefined) return;
  if (document.data.summary === undefined)
    yield diagnose('summary-missing', document.path, { line: 1, column: 1 });
};

/**
 * The lead picture without an alternative text of its own, or with a file name instead. Pictures in the body
 * are checked during parsing.
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
