import type { DateTime } from '../brands.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { effectOf } from './foreign-keys.ts';
import { readLine } from './misplaced-fields.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/**
 * Of front matter that cannot be parsed, the first line that looks like a field that holds the file back: in
 * doubt the file is held back. Where the end of the front matter is unclear, the whole text is searched.
 */
export function heldBackLine({
  text,
  path,
  toDate,
}: {
  readonly text: string;
  readonly path: string;
  readonly toDate: (written: string) => DateTime | undefined;
}): Diagnostic | undefined {
  const { head, headLine, doubt } = splitFrontMatter({ text, path });
  const [lines, first] = doubt ? [text, 1] : [head, headLine];
  const isDate = (written: string): boolean => toDate(written) !== undefined;
  for (const [index, line] of lines.split('\n').entries()) {
    const { key, value, indent } = readLine(line.replace(/\r$/, '')) ?? {};
    if (key === undefined || value === undefined || value === '' || key === 'date') continue;
    const effect = effectOf({ key, value, isDate });
    if (effect !== undefined && effect.kind !== 'nothing')
      return diagnose(
        'held-back-file',
        path,
        { line: first + index, column: (indent ?? 0) + 1 },
        { key, value: value.slice(0, 40) },
      );
  }
  return undefined;
}
