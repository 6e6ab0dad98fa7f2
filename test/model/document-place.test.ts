import { expect, test } from 'vitest';
import { article, configuration, inlineSite, reported } from '../inline-site.ts';

const pagesOf = (site: ReturnType<typeof inlineSite>): string[] =>
  [...site.tree().keys()].filter(
    (output) =>
      output.endsWith('.html') &&
      !/^(?:index|404|luu-tru|tu-khoa|tac-gia|dinh-chinh|tim-kiem|rss)/.test(output),
  );

test('dots stay where the author wrote them', async () => {
  const site = inlineSite({
    'content/kinh-te/v20.1.0.md': article('title: A'),
    'content/kinh-te/b.md': article('title: B\nslug: Node.js 22.1'),
    'content/kinh-te/1. Mở đầu….md': article('title: C'),
    'content/v1.2.md': '---\ntitle: D\n---\n\nLời.\n',
  });
  expect(reported(await site.build())).toEqual([]);
  expect(pagesOf(site)).toEqual([
    'kinh-te/1-mo-dau/index.html',
    'kinh-te/index.html',
    'kinh-te/node.js-22.1/index.html',
    'kinh-te/v20.1.0/index.html',
    'v1.2/index.html',
  ]);
});

test('the day in a pattern, and patterns without a slash at the end', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration(
      "permalinks: { article: '/:year/:month/:day/:slug', page: '/trang/:slug', category: '/muc/:category' }",
    ),
    'content/kinh-te/a.md': article('title: A'),
    'content/gioi-thieu.md': '---\ntitle: G\n---\n\nLời.\n',
  });
  expect(reported(await site.build())).toEqual([]);
  expect(pagesOf(site)).toEqual([
    '2026/11/16/a/index.html',
    'muc/kinh-te/index.html',
    'trang/gioi-thieu/index.html',
  ]);
  site.write({ 'broadsheet.config.ts': configuration("permalinks: { article: '/:category/:slug.html' }") });
  await site.build();
  expect(site.has('kinh-te/a.html')).toBe(true);
});

test('articles named by date alone do not collide: the title, then a number', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("permalinks: { article: '/:slug/' }"),
    'content/kinh-te/2026-11-16.md': '---\ntitle: Một\n---\nx',
    'content/xa-hoi/_index.md': '---\ntitle: X\n---\n',
    'content/xa-hoi/2026-11-16.md': '---\ntitle: Hai\ndate: 2026-11-16\n---\nx',
    'content/xa-hoi/2026-11-16/index.md': '---\ntitle: Hai\ndate: 2026-11-16\n---\nx',
    'content/xa-hoi/hai.md': article('title: Tên riêng'),
    'content/xa-hoi/2026-11-17-1.md': article('title: Ba'),
    'content/xa-hoi/2026-11-18-1.md': article('title: Bốn'),
  });
  expect(reported(await site.build())).toEqual([]);
  expect(pagesOf(site)).toEqual([
    '1/index.html',
    '2026-11-16/index.html',
    'bon/index.html',
    'hai-2/index.html',
    'hai-3/index.html',
    'hai/index.html',
    'kinh-te/index.html',
    'xa-hoi/index.html',
  ]);
  expect(site.read('hai/index.html')).toContain('Tên riêng');
});

test('an address of its own, and the others lead to it', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A\npermalink: /tin-tuc/1234.html\naliases: [/kinh-te/a/]'),
    'content/kinh-te/b.md': article('title: B\nurl: /2019/05/bai'),
    'content/kinh-te/c.md': article('title: C', 'Xem [A](a.md) và [G](../gioi-thieu.md).'),
    'content/gioi-thieu.md': '---\ntitle: G\npermalink: /ve-chung-toi/\n---\n\nLời.\n',
  });
  expect(reported(await site.build())).toEqual([]);
  expect(site.read('tin-tuc/1234.html')).toContain(
    '<link rel="canonical" href="https://bao.example/tin-tuc/1234.html"',
  );
  expect(site.read('kinh-te/a/index.html')).toContain('/tin-tuc/1234.html');
  expect(site.has('2019/05/bai/index.html')).toBe(true);
  expect(site.read('kinh-te/c/index.html')).toContain('<a href="/tin-tuc/1234.html">A</a>');
  expect(site.read('kinh-te/c/index.html')).toContain('<a href="/ve-chung-toi/">G</a>');
  expect(
    [...site.tree()].map(([name, bytes]) => (/sitemap/.test(name) ? bytes.toString() : '')).join(''),
  ).toContain('https://bao.example/2019/05/bai/');
});

test('two articles with one permalink', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A\npermalink: /x/'),
    'content/kinh-te/b.md': article('title: B\npermalink: /x'),
  });
  expect(reported(await site.build())).toEqual(['content/kinh-te/b.md:3:12 duplicate-address']);
});
