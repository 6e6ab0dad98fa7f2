import { withoutCase } from '../bytes/usable-text.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';

/**
 * A picture whose alternative text has the same words as its caption, so that screen readers read them twice.
 */
export const altIsCaption: LintRule = function* ({ document }) {
  for (const reference of document.references) {
    if (reference.kind === 'picture' && isSame(reference.alt, reference.title))
      yield diagnose(
        'alt-is-caption',
        document.path,
        { line: reference.line, column: reference.column },
        { url: reference.url },
      );
  }
  if (
    document.kind === 'article' &&
    document.data.image &&
    isSame(document.data.image.alt, document.data.image.caption)
  )
    yield diagnose(
      'alt-is-caption',
      document.path,
      { field: ['image', 'alt'] },
      { url: document.data.image.src },
    );
};

const isSame = (alt = '', caption = ''): boolean => alt.trim() !== '' && toWords(alt) === toWords(caption);
/** The words of a text, without case and punctuation. */
const toWords = (text: string): string =>
  withoutCase(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
