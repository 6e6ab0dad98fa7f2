import { diagnose } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';

/** Search engines cut headlines beyond this many characters. */
const limit = 110;

/** A headline that lists, previews and search engines cut off. */
export const headlineLong: LintRule = function* ({ document }) {
  if (document.kind !== 'article') return;
  const { length } = [...document.data.title.normalize('NFC')];
  if (length > limit) yield diagnose('headline-long', document.path, { field: ['title'] }, { length, limit });
};
