import { expect, test } from 'vitest';
import { withoutQuotes } from '../../src/front-matter/typographic-quotes.ts';
import { article, configuration, inlineSite, reported } from '../inline-site.ts';

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

test('words that another name brings into a text of ours keep their marks; a page has no category to list', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("keys: { excerpt: 'summary', ten: 'slug' }"),
    'content/kinh-te/a.md': article('title: A\nexcerpt: “Ngồi chung”\nten: “gia-lua”'),
    'content/trang.md': '---\ntitle: Trang\ncategory: [a, b]\n---\nChữ.\n',
    'content/kinh-te/b.md': article('title: B\nexcerpt: “Ngồi chung”'),
  });
  expect(reported(await site.build())).toEqual([
    'content/kinh-te/a.md:4:6 typographic-quotes info',
    'content/trang.md:3:1 unknown-key warning',
  ]);
  expect(site.has('kinh-te/gia-lua/index.html')).toBe(true);
  expect(site.read('kinh-te/b/index.html')).toContain('<p class="standfirst">“Ngồi chung”</p>');
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
