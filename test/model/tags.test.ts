import { expect, test } from 'vitest';
import { createTags } from '../../src/model/tags.ts';
import { aConfig } from '../a-config.ts';
import { article, inlineSite, reported } from '../inline-site.ts';

const listed = (written: readonly string[]): [string, string][] =>
  createTags(written, { config: aConfig(), files: [], report: () => {} })
    .sorted()
    .map(({ link }) => [link.title, link.address]);

test('a tag is the same in any case, Unicode form and white space, and is spelt as most articles spell it', () => {
  expect(listed(['Lúa Gạo', 'lúa gạo', 'lúa  gạo', 'lúa gạo'.normalize('NFD'), 'lúa gạo'])).toEqual([
    ['lúa gạo', '/tu-khoa/lua-gao/'],
  ]);
  expect(listed(['Москва', 'москва'])).toHaveLength(1);
});

test('different words are different tags: the one used first has the plain address', () => {
  expect(listed(['lúa', 'lụa', 'lửa', 'Lụa'])).toEqual([
    ['lúa', '/tu-khoa/lua/'],
    ['lửa', '/tu-khoa/lua-6684773a/'],
    ['Lụa', '/tu-khoa/lua-a8374da0/'],
  ]);
  expect(listed(['C++', 'C#']).map(([title]) => title)).toEqual(['C++', 'C#']);
  expect(listed(['đường', 'dương'])).toHaveLength(2);
});

test('no address moves when a word is new', () => {
  const before = listed(['lúa', 'lụa']);
  expect(listed(['lúa', 'lụa', 'lửa'])).toEqual(expect.arrayContaining(before));
});

test('an article shows the words of its author, on the page and in its structured data', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A\ndate: 2026-11-01\ntags: [lụa]'),
    'content/kinh-te/b.md': article('title: B\ndate: 2026-11-02\ntags: [lúa]'),
    'content/kinh-te/c.md': article('title: C\ndate: 2026-11-03\ntags: [lúa]'),
  });
  await site.build();
  expect(site.read('kinh-te/a/index.html')).toContain('<a href="/tu-khoa/lua/" rel="tag">lụa</a>');
  expect(site.read('kinh-te/a/index.html')).toContain('"keywords":["lụa"]');
  expect(site.read('tu-khoa/lua/index.html')).not.toContain('/kinh-te/b/');
});

test('a letter that looks like đ is đ: in tags, addresses and bylines', async () => {
  const site = inlineSite({
    'content/_authors/do-an.md': '---\nname: Đỗ An\n---\n',
    'content/kinh-te/Ðồng Tháp.md': article('title: A\ntags: [Ðồng Tháp]\nauthors: [Ðỗ An]'),
    'content/kinh-te/b.md': article('title: B\ntags: [Đồng Tháp]'),
    'content/kinh-te/ខ្មែរ.md': article('title: ខ្មែរ'),
  });
  expect(reported(await site.build())).toEqual([]);
  const tag = site.read('tu-khoa/dong-thap/index.html');
  expect(tag).toContain('/kinh-te/dong-thap/');
  expect(tag).toContain('/kinh-te/b/');
  expect(site.read('tac-gia/do-an/index.html')).toContain('/kinh-te/dong-thap/');
  expect(site.has('kinh-te/ខ្មែរ/index.html')).toBe(true);
  expect(site.read('sitemap-2026.xml')).toContain(
    `<loc>https://bao.example/kinh-te/${encodeURI('ខ្មែរ')}/</loc>`,
  );
});
