import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import { catalogue, type RuleId } from '../../src/diagnostics/catalogue.ts';
import { diagnose } from '../../src/diagnostics/diagnose.ts';
import { explain, fillSentence, toLines } from '../../src/diagnostics/print.ts';

describe('a sentence', () => {
  test.each([
    ['Không có “{a}”.', { a: 'x' }, 'Không có “x”.'],
    ['{a} và {a}', { a: 1 }, '1 và 1'],
    ['Sửa tên{near, ?: (gần nhất: “{near}”)}.', { near: 'lua' }, 'Sửa tên (gần nhất: “lua”).'],
    ['Sửa tên{near, ?: (gần nhất: “{near}”)}.', {}, 'Sửa tên.'],
    ['{plugin, ?:{plugin}: }{reason}.', { plugin: 'p', reason: 'r' }, 'p: r.'],
    ['{plugin, ?:{plugin}: }{reason}.', { reason: 'r' }, 'r.'],
    ['[{a}]', {}, '[]'],
  ])('%s with %j', (sentence, values, expected) => expect(fillSentence(sentence, values)).toBe(expected));

  test('says values as they are, whatever they contain', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('{b}', '$&', "$'", '{a}', '{a, ?:x}', '“”')),
        fc.string(),
        (a, b) =>
          void expect(fillSentence('<{a}|{b}{c, ?:no}{b, ?: yes {b}}>', { a, b })).toBe(
            `<${a}|${b} yes ${b}>`,
          ),
      ),
      { examples: [['{b}', 'x']] },
    );
  });
});

test.each(
  (Object.keys(catalogue) as RuleId[]).flatMap((rule) =>
    (['vi', 'en'] as const).map((language) => [rule, language] as const),
  ),
)('%s in %s leaves no brace open', (rule, language) => {
  const { message, remedy } = catalogue[rule][language];
  const names = [...`${message}${remedy}`.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
  for (const values of [Object.fromEntries(names.map((name) => [name, 'giá trị'])), {}]) {
    const told = explain(diagnose(rule, 'content/a.md', {}, values), language);
    expect(`${told.message}${told.remedy}`).not.toMatch(/[{}]|\?:|undefined/);
  }
});

test('lines for a terminal', () => {
  const message = diagnose(
    'dead-link',
    'content/kinh-te/a.md',
    { line: 5, column: 7 },
    { url: 'tto.md', near: 'tot.md' },
  );
  expect(toLines(message, { language: 'vi', colors: pc.createColors(false) })).toBe(
    'content/kinh-te/a.md:5:7  lỗi  dead-link\n  Liên kết “tto.md” không dẫn đến đâu trong trang này; chữ được giữ lại, liên kết bị bỏ.\n  → Sửa đường dẫn (gần nhất: “tot.md”) hoặc bỏ liên kết.',
  );
  expect(
    toLines(
      { ...message, severity: 'warning', line: undefined, column: undefined, values: { url: 'x' } },
      { language: 'en', colors: pc.createColors(false) },
    ),
  ).toBe(
    'content/kinh-te/a.md  warning  dead-link\n  The link “x” leads nowhere on this site; its text is kept without the link.\n  → Correct the path or remove the link.',
  );
  expect(toLines(message, { language: 'en', colors: pc.createColors(true) })).toContain(
    '\u001B[31merror\u001B[39m',
  );
});
