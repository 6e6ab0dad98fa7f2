import { expect, test } from 'vitest';
import { article, inlineSite } from '../inline-site.ts';

test.each([
  'hong',
  'hong.md',
  '/kinh-te/hong',
  '/kinh-te/hong/',
  'kinh-te/hong.md',
  'hong-ngay',
  'hong-thu-muc',
])('an entry %s of “related” that names a refused file says by which rule', async (written) => {
  const site = inlineSite({
    'content/kinh-te/hong.md': article('title: [Hỏng]'),
    'content/kinh-te/2026-01-02-hong-ngay.md': article('title: [Hỏng]'),
    'content/kinh-te/hong-thu-muc/index.md': article('title: [Hỏng]'),
    'content/kinh-te/a.md': article(`title: A\nrelated: [${written}]`),
  });
  const { messages } = await site.build();
  const ofA = messages.filter(({ path }) => path === 'content/kinh-te/a.md');
  expect(ofA.map(({ rule, line, column, values }) => [rule, line, column, values])).toEqual([
    ['refused-link', 3, 11, { url: written, rule: 'wrong-type' }],
  ]);
});
