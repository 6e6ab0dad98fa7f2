import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { printViews } from '../../src/readers/views-data.ts';
import { article, configuration, type Files, inlineSite, reported } from '../inline-site.ts';

const days = (total: number, ...last: [string, number][]) => ({ total, days: Object.fromEntries(last) });
const data = (articles: Record<string, ReturnType<typeof days>>): Files => ({
  'content/_data/views.json': printViews({
    articles,
    logs: [{ time: Date.UTC(2026, 10, 21) / 1000, end: 1, from: 0, marks: [[0, 0, 'dấu-vết']] }],
  }),
});
const files: Files = {
  'content/kinh-te/lua.md': article('title: Giá lúa\naliases: [/cu.html]'),
  'content/kinh-te/mia.md': article('title: Giá mía'),
  'content/kinh-te/ca.md': article('title: Giá cá'),
  ...data({
    '/kinh-te/lua/': days(1100, ['2026-11-21', 5]),
    '/cu.html': days(75, ['2026-11-20', 6]),
    '/kinh-te/mia/': days(3000, ['2026-11-14', 100], ['2026-11-21', 10]),
    '/kinh-te/gone/': days(9, ['2026-11-21', 9]),
  }),
};
const readers = (html: string) => /<p class="readers".*?<\/p>/s.exec(html)?.[0];
const mostRead = (html: string) =>
  [
    ...(/<section class="most-read".*?<\/section>/s.exec(html)?.[0] ?? '').matchAll(
      /<h3[^>]*><a[^>]*>([^<]*)/g,
    ),
  ].map(([, title]) => title);

test('numbers are printed by option, those of old addresses added', async () => {
  const site = inlineSite({ ...files, 'broadsheet.config.ts': configuration('views: { print: true }') });
  expect(reported(await site.build())).toEqual([]);
  expect(readers(site.read('kinh-te/lua/index.html'))).toBe('<p class="readers">Lượt người xem: 1.175</p>');
  expect(readers(site.read('kinh-te/ca/index.html'))).toBeUndefined();
  expect([...site.tree().keys()].filter((file) => /views/.test(file))).toEqual([]);
});

test('numbers of the addresses from before a category moved are added, but not those of what stands there now', async () => {
  const site = inlineSite({
    ...files,
    'broadsheet.config.ts': configuration('views: { print: true }'),
    'content/kinh-te/_index.md': '---\ntitle: Kinh tế\nslug: kinh-doanh\naliases: [/kinh-te/]\n---\n',
    'content/xa-hoi/_index.md': '---\ntitle: Xã hội\n---\n',
    'content/xa-hoi/mia.md': article('title: Mía đường\npermalink: /kinh-te/mia/'),
  });
  expect(reported(await site.build())).toEqual([]);
  expect(readers(site.read('kinh-doanh/lua/index.html'))).toBe(
    '<p class="readers">Lượt người xem: 1.175</p>',
  );
  expect(readers(site.read('kinh-doanh/mia/index.html'))).toBeUndefined();
  expect(readers(site.read('kinh-te/mia/index.html'))).toBe('<p class="readers">Lượt người xem: 3.000</p>');
});

test('or stand in one small file that a small script fetches', async () => {
  const site = inlineSite(files);
  await site.build();
  const [, file = '', key = '', script = ''] =
    /data-views="\/([^"]+)" data-article="([^"]+)" hidden.*?<script src="\/([^"]+)" defer/s.exec(
      site.read('kinh-te/lua/index.html'),
    ) ?? [];
  expect(JSON.parse(site.read(file))[key]).toBe(1175);
  expect(Object.values(JSON.parse(site.read(file)))).toHaveLength(2);
  expect(gzipSync(site.read(script)).length).toBeLessThan(500);
  expect([...site.tree()].filter(([, bytes]) => bytes.includes('dấu-vết'))).toEqual([]);
});

test('an import changes the file of numbers and the front page, and no article', async () => {
  const site = inlineSite(files);
  await site.build();
  const before = site.tree();
  // As many bytes as before.
  site.write(
    data({
      '/kinh-te/lua/': days(1100, ['2026-11-21', 5]),
      '/cu.html': days(75, ['2026-11-20', 1]),
      '/kinh-te/mia/': days(3001, ['2026-11-14', 100], ['2026-11-21', 10]),
      '/kinh-te/gone/': days(9, ['2026-11-21', 9]),
    }),
  );
  await site.build();
  expect(
    [...site.tree()].filter(([file, bytes]) => !before.get(file)?.equals(bytes)).map(([file]) => file),
  ).toEqual(['index.html', 'tim-kiem/index.html', 'views.json']);
});

test('the front page lists the most read of the last days that were counted', async () => {
  const site = inlineSite(files);
  await site.build();
  expect(mostRead(site.read('index.html'))).toEqual(['Giá lúa', 'Giá mía']);
  site.write({ 'broadsheet.config.ts': configuration('views: { days: 30, mostRead: 1 }') });
  await site.build();
  expect(mostRead(site.read('index.html'))).toEqual(['Giá mía']);
  site.write({ 'broadsheet.config.ts': configuration('views: { mostRead: 0, show: false }') });
  await site.build();
  expect(mostRead(site.read('index.html'))).toEqual([]);
  expect(readers(site.read('kinh-te/lua/index.html'))).toBeUndefined();
});

test('a site whose readers nobody counts has none of it', async () => {
  const site = inlineSite({ 'content/kinh-te/lua.md': article('title: Lúa') });
  await site.build();
  expect([...site.tree().keys()].filter((file) => /views/.test(file))).toEqual([]);
  expect(readers(site.read('kinh-te/lua/index.html'))).toBeUndefined();
});

test('a damaged file is a warning', async () => {
  const site = inlineSite({ ...files, 'content/_data/views.json': '{"articles": {"/kinh-te/lua/": 3}}' });
  expect(reported(await site.build())).toEqual(['content/_data/views.json broken-views warning']);
  site.write({ 'content/_data/views.json': '<<<<<<< HEAD' });
  expect(reported(await site.build())).toEqual(['content/_data/views.json broken-views warning']);
});
