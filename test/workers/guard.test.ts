import { expect, test } from 'vitest';
import { article, inlineSite, reported } from '../inline-site.ts';

/** A plugin that does something to documents in which a word stands. */
const configOf = (work: string, limits: string): string => `import { defineConfig } from 'broadsheet';
const words = (node) => node.value ?? (node.children ?? []).map(words).join('');
const plugin = () => (tree) => { if (words(tree).includes('nặng')) ${work} };
export default defineConfig({ site: { title: 'Báo Thử', origin: 'https://bao.example' }, limits: ${limits}, markdown: { remarkPlugins: [plugin] } });
`;
const site = (work: string, limits: string) =>
  inlineSite({
    'broadsheet.config.ts': configOf(work, limits),
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `content/kinh-te/bai-${index}.md`,
        article(`title: Bài ${index}`),
      ]),
    ),
    'content/kinh-te/bai-7.md': article('title: Bài 7', 'Bài nặng.'),
  });

test.each([
  ['never ends', 'for (;;);', '{ seconds: 2 }', 'too-slow'],
  ['never settles', 'return new Promise(() => {});', '{ seconds: 2 }', 'too-slow'],
  [
    'takes all memory',
    '{ const all = []; for (;;) all.push(new Array(10_000).fill(all.length)); }',
    '{ memory: 128 }',
    'too-large',
  ],
])('a file whose plugin %s costs that file alone', async (_, work, limits, rule) => {
  const built = site(work, limits);
  const result = await built.build();
  expect(reported(result)).toEqual([`content/kinh-te/bai-7.md ${rule}`]);
  expect(result.articles).toBe(19);
  expect(built.has('kinh-te/bai-6/index.html')).toBe(true);
  expect(built.has('kinh-te/bai-7/index.html')).toBe(false);
  // What is known of the file is kept, as of any other.
  const again = await built.write({ 'content/kinh-te/bai-3.md': article('title: Bài ba') }).build();
  expect(again.parsed).toBe(1);
  expect(reported(again)).toEqual([`content/kinh-te/bai-7.md ${rule}`]);
  // Other limits are other builds.
  built.write({
    'broadsheet.config.ts': configOf('return undefined;', limits),
    'content/kinh-te/bai-7.md': article('title: Bài 7', 'Bài nhẹ.'),
  });
  expect(reported(await built.build())).toEqual([]);
  expect(built.has('kinh-te/bai-7/index.html')).toBe(true);
});

test('a long file is parsed in a thread of its own, and is as any other', async () => {
  const text = 'Một đoạn văn dài về giá lúa.\n\n'.repeat(2000);
  const built = inlineSite({
    'content/kinh-te/dai.md': article('title: Dài', text),
    'content/kinh-te/a.md': article('title: A'),
  });
  const result = await built.build();
  expect(reported(result)).toEqual([]);
  expect(result.parsed).toBe(3);
  expect(built.read('kinh-te/dai/index.html').match(/giá lúa/g)?.length).toBeGreaterThan(2000);
});
