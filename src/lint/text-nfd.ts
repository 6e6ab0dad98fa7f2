import { diagnose } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';

/**
 * Letters written as base letters with combining marks (NFD, as in macOS file names): they look the same, but
 * no search finds them. Reported once per file.
 */
export const textNfd: LintRule = function* ({ document, text }) {
  const lines = text.split('\n');
  const count = lines.filter((line) => line !== line.normalize('NFC')).length;
  const index = lines.findIndex((line) => line !== line.normalize('NFC'));
  const line = lines[index];
  if (line === undefined) return;
  const composed = line.normalize('NFC');
  let column = 0;
  while (line[column] === composed[column]) column += 1;
  yield diagnose('text-nfd', document.path, { line: index + 1, column: column + 1 }, { count });
};
