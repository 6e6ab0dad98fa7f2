import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnose.ts';
import { createExcerpts } from '../../src/diagnostics/excerpt.ts';

test.each([
  ['giá của của', 5, '    ^'],
  ['\tcủa của', 2, ' ^'],
  ['東京 của của', 4, '     ^'],
  ['😀 của của', 4, '   ^'],
  ['Giá của'.normalize('NFD'), 6, '    ^'],
  ['giá 👩‍🌾 của', 11, '       ^'],
])('the caret stands below its character: %s', (line, column, caret) => {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-excerpt-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(path.join(root, 'a.md'), `${line}\n`);
  expect(createExcerpts(root)(diagnose('doubled-word', 'a.md', { line: 1, column }))?.caret).toBe(caret);
});
