import { expect, test } from 'vitest';
import { withoutQuotes } from '../../src/front-matter/typographic-quotes.ts';
import { article, inlineSite, reported } from '../inline-site.ts';

test.each([
  ['“2026-11-16”', '2026-11-16'],
  ['‘abc’', 'abc'],
  ['„abc“', 'abc'],
  ['“a” và “b”', '“a” và “b”'],
  ['a “b”', 'a “b”'],
  ['"a"', '"a"'],
  ['“', '“'],
])('%s', (written, read) => {
  expect(withoutQuotes(written)).toBe(read);
});

test('fields that are no prose are read without them, and it is said; a title keeps its own', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article(
      'title: “Đờn ca để ngồi chung”\ndate: “2026-11-16 08:30”\nstatus: “approved”\ntags: [“lúa”, ngô]\nslug: ‘gia-lua’',
    ),
  });
  expect(reported(await site.build())).toEqual([
    'content/kinh-te/a.md:3:7 typographic-quotes info',
    'content/kinh-te/a.md:4:9 typographic-quotes info',
    'content/kinh-te/a.md:5:7 typographic-quotes info',
    'content/kinh-te/a.md:6:7 typographic-quotes info',
  ]);
  expect(site.read('kinh-te/gia-lua/index.html')).toContain('“Đờn ca để ngồi chung”');
  expect(site.has('tu-khoa/lua/index.html')).toBe(true);
});

test('a list of categories: the first is the article’s own, the others show it too', async () => {
  const site = inlineSite({
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội\n---\n',
    'content/kinh-te/a.md': article('title: A\ncategory: [xa-hoi, kinh-te]'),
  });
  expect(reported(await site.build())).toEqual([]);
  expect(site.has('xa-hoi/a/index.html')).toBe(true);
  expect(site.read('kinh-te/index.html')).toContain('href="/xa-hoi/a/"');
});

test.each([
  ['scheduled', 'approved'],
  ['sent', 'draft'],
  ['archived', 'withdrawn'],
])('status %s holds the article back, and %s is named', async (status, near) => {
  const site = inlineSite({ 'content/kinh-te/a.md': article(`title: A\nstatus: ${status}`) });
  const { messages } = await site.build();
  expect(messages[0]?.values).toMatchObject({ near });
  expect(site.has('kinh-te/a/index.html')).toBe(false);
});
