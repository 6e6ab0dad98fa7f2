import { expect, test } from 'vitest';
import { ruleExamples } from '../../scripts/rule-examples.mjs';
import { check } from '../../src/build/check.ts';
import { lintRules } from '../../src/lint/rules.ts';
import { jpeg } from '../dev/jpeg.ts';
import { article, inlineSite, now } from '../inline-site.ts';

test.each(Object.entries(ruleExamples))(
  '%s: the wrong example is, and the right one says nothing',
  async (rule, { wrong, right }) => {
    const told = async (example: string): Promise<string[]> => {
      const text = example.startsWith('---\n')
        ? example
        : article('title: Giá lúa\nsummary: Giá tăng.', example);
      const site = inlineSite({
        'content/kinh-te/gia.md': text,
        'content/_authors/lan-anh.md': '---\nname: Lan Anh\n---\n',
        'content/kinh-te/ruong.jpg': await jpeg(800, 500),
        'content/kinh-te/hep.jpg': await jpeg(300, 200),
      });
      return (await check({ root: site.root, now, jobs: 1 })).messages.map((message) => message.rule);
    };
    expect(await told(wrong)).toContain(rule);
    expect(await told(right)).toEqual([]);
  },
);

test('every editorial rule has its example', () => {
  expect(Object.keys(ruleExamples)).toEqual(expect.arrayContaining(Object.keys(lintRules)));
});
