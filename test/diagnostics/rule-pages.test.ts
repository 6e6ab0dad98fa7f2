import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ruleIndex, rulePage } from '../../scripts/rule-page.mjs';
import { catalogue, type Rule } from '../../src/diagnostics/catalogue.ts';
import { fromRoot } from '../from-root.ts';

const rules: readonly (readonly [string, Rule])[] = Object.entries(catalogue);
const folder = fromRoot('docs/rules');

test('every rule has its page, as the catalogue has it: else run "node scripts/rules.mjs"', () => {
  expect(readdirSync(folder).sort()).toEqual(['README.md', ...rules.map(([id]) => `${id}.md`)].sort());
  for (const [id, rule] of rules)
    expect(readFileSync(path.join(folder, `${id}.md`), 'utf8'), id).toBe(rulePage(id, rule));
  expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe(ruleIndex(rules));
});
