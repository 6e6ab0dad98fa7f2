import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue, type Rule } from '../../src/diagnostics/catalogue.ts';
import { fromRoot } from '../from-root.ts';

const rules: readonly (readonly [string, Rule])[] = Object.entries(catalogue);
const source = readdirSync(fromRoot('src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'diagnostics/catalogue.ts')
  .map((file) => readFileSync(path.join(fromRoot('src'), file), 'utf8'))
  .join('\n');
const placeholders = (sentences: Rule['vi']): string[] =>
  [
    ...new Set(
      [...`${sentences.message} ${sentences.remedy}`.matchAll(/\{(\w+)/g)].map(([, name = '']) => name),
    ),
  ].sort();

describe.each(rules)('%s', (id, rule) => {
  test('is in kebab case, and some stage reports it', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z\d]+)*$/);
    expect(source.includes(`'${id}'`)).toBe(true);
  });
  test('says the same in both languages', () => {
    expect(placeholders(rule.vi)).toEqual(placeholders(rule.en));
  });
  test.each(['vi', 'en'] as const)('has whole sentences in %s', (language) => {
    const { message, remedy } = rule[language];
    for (const sentence of [message, remedy]) expect(sentence).toMatch(/^[\p{Lu}“{].*\.$/u);
    expect(message).not.toBe(remedy);
  });
  test('is written in NFC', () => {
    expect(JSON.stringify(rule)).toBe(JSON.stringify(rule).normalize('NFC'));
  });
});

test('Vietnamese has its diacritics', () => {
  for (const [id, rule] of rules)
    if (id !== 'plugin-message')
      expect(`${rule.vi.message}${rule.vi.remedy}`, id).toMatch(/[àáảãạăâèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵđ]/i);
});
