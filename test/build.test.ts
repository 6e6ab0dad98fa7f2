import { expect, test } from 'vitest';
import { article, inlineSite, reported } from './inline-site.ts';

test('a second build of the same site does nothing', async () => {
  const site = inlineSite({ 'content/kinh-te/lua.md': article('title: Giá lúa tăng\ntags: [lúa, giá]') });
  const first = await site.build();
  expect(reported(first)).toEqual([]);
  expect(first).toMatchObject({ articles: 1, parsed: 2, unchanged: 0, removed: 0, errors: 0, warnings: 0 });
  expect(first.written).toBe(site.tree().size - 1);
  const before = site.tree();
  const second = await site.build();
  expect(second).toMatchObject({ articles: 1, parsed: 0, rendered: 0, resized: 0, written: 0, unchanged: first.written, removed: 0 });
  expect(site.tree()).toEqual(before);
});
