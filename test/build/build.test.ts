import { expect, test } from 'vitest';
import { article, inlineSite, reported } from '../inline-site.ts';

test('a second build of the same site does nothing', async () => {
  const site = inlineSite({ 'content/kinh-te/lua.md': article('title: Giá lúa tăng\ntags: [lúa, giá]') });
  const first = await site.build();
  expect(reported(first)).toEqual([]);
  expect(first).toMatchObject({ articles: 1, parsed: 2, unchanged: 0, removed: 0, errors: 0, warnings: 0 });
  expect(first.written).toBe(site.tree().size - 1);
  const before = site.tree();
  const second = await site.build();
  expect(second).toMatchObject({
    articles: 1,
    parsed: 0,
    rendered: 0,
    resized: 0,
    written: 0,
    unchanged: first.written,
    removed: 0,
  });
  expect(site.tree()).toEqual(before);
});

test('tags and titles that YAML takes for numbers stay as they are written', async () => {
  const site = inlineSite({ 'content/kinh-te/a.md': article('title: 007\ntags: [1.50, 007, 0x1F, true]') });
  await site.build();
  expect(
    [...site.read('kinh-te/a/index.html').matchAll(/rel="tag">([^<]*)</g)].map(([, tag]) => tag),
  ).toEqual(['1.50', '007', '0x1F', 'true']);
  expect(site.read('kinh-te/a/index.html')).toContain('<h1>007</h1>');
});

test('control characters do not reach the reader', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: "A\\x08B\\eC"', 'Một\u0008 hai\u000b ba\u001b.'),
  });
  await site.build();
  expect(site.read('kinh-te/a/index.html')).toContain('<h1>A B C</h1>');
  expect(site.read('kinh-te/a/index.html')).toContain('<p>Một hai ba.</p>');
});

test('an article without authors names none in its structured data', async () => {
  const site = inlineSite({ 'content/kinh-te/a.md': article('title: A') });
  await site.build();
  expect(site.read('kinh-te/a/index.html')).not.toContain('"author"');
});
