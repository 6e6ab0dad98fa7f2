import { diagnose } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';

/** Width in CSS pixels of an article's text column. */
const place = 640;

/** A picture with fewer pixels than the column's width, which is shown small or blurred. */
export const pictureNarrow: LintRule = function* ({ document, pictureOf }) {
  const check = (url: string) => {
    const facts = pictureOf(url);
    return facts && facts.format !== 'svg' && facts.width < place
      ? { url, width: facts.width, place }
      : undefined;
  };
  for (const reference of document.references) {
    if (reference.kind !== 'picture' || !reference.block) continue;
    const narrow = check(reference.url);
    if (narrow)
      yield diagnose(
        'picture-narrow',
        document.path,
        { line: reference.line, column: reference.column },
        narrow,
      );
  }
  const lead =
    document.kind === 'article' && document.data.image ? check(document.data.image.src) : undefined;
  if (lead) yield diagnose('picture-narrow', document.path, { field: ['image'] }, lead);
};
