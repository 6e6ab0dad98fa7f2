import { describe, expect, test } from 'vitest';
import { article, configuration, type InlineSite, inlineSite, reported } from '../inline-site.ts';

const index = (fields: string): string => `---\n${fields}\n---\n`;

/** Where the page at an old address leads. */
const leadsTo = (site: InlineSite, output: string): string | undefined =>
  site.has(output)
    ? /<meta http-equiv="refresh" content="0;\s*url=([^"]*)"/.exec(site.read(output))?.[1]
    : undefined;

/** Each old address with the one it leads to, but those of the whole site. */
const redirects = (site: InlineSite): Record<string, string> =>
  Object.fromEntries(
    [...site.tree().keys()].flatMap((output) => {
      const to = output.endsWith('.html') ? leadsTo(site, output) : undefined;
      return to === undefined ? [] : [[output.replace(/index\.html$/, ''), to]];
    }),
  );

const moved = {
  'content/kinh-te/_index.md': index('title: Kinh doanh\nslug: kinh-doanh\naliases: [/kinh-te/]'),
  'content/kinh-te/nong-nghiep/_index.md': index('title: Nông nghiệp'),
  'content/kinh-te/gia.md': article('title: Giá', 'Xem [lúa](nong-nghiep/lua.md) và [mục](_index.md).'),
  'content/kinh-te/nong-nghiep/lua.md': article('title: Lúa\nrelated: [/kinh-te/gia/]'),
};

describe('a category with a slug', () => {
  test('moves with all that lies in its folder, and its old address leads everywhere', async () => {
    const site = inlineSite({
      ...moved,
      'broadsheet.config.ts': configuration('lists: { category: 1 }, navigation: [{ to: "kinh-te" }]'),
    });
    expect(reported(await site.build())).toEqual([]);
    for (const output of [
      'kinh-doanh/index.html',
      'kinh-doanh/rss.xml',
      'kinh-doanh/trang-1/index.html',
      'kinh-doanh/gia/index.html',
      'kinh-doanh/nong-nghiep/index.html',
      'kinh-doanh/nong-nghiep/lua/index.html',
    ])
      expect(site.has(output), output).toBe(true);
    expect(site.has('kinh-te/rss.xml')).toBe(false);
    expect(site.read('kinh-doanh/gia/index.html')).toContain(
      'Xem <a href="/kinh-doanh/nong-nghiep/lua/">lúa</a> và <a href="/kinh-doanh/">mục</a>.',
    );
    expect(site.read('kinh-doanh/nong-nghiep/lua/index.html')).toContain('href="/kinh-doanh/gia/"');
    expect(redirects(site)).toEqual({
      'kinh-te/': '/kinh-doanh/',
      'kinh-te/trang-1/': '/kinh-doanh/trang-1/',
      'kinh-te/gia/': '/kinh-doanh/gia/',
      'kinh-te/nong-nghiep/': '/kinh-doanh/nong-nghiep/',
      'kinh-te/nong-nghiep/lua/': '/kinh-doanh/nong-nghiep/lua/',
    });
  });

  test('slugs and old addresses of a subcategory go with those above', async () => {
    const site = inlineSite({
      ...moved,
      'content/kinh-te/nong-nghiep/_index.md': index(
        'title: Ruộng đồng\nslug: Ruộng đồng\naliases: [/kinh-doanh/nong-nghiep/, /lua-gao/]',
      ),
    });
    expect(reported(await site.build())).toEqual([]);
    const now = '/kinh-doanh/ruong-dong/lua/';
    expect(redirects(site)).toMatchObject({
      'kinh-te/ruong-dong/lua/': now,
      'kinh-doanh/nong-nghiep/lua/': now,
      'kinh-te/nong-nghiep/lua/': now,
      'lua-gao/lua/': now,
      'lua-gao/': '/kinh-doanh/ruong-dong/',
    });
  });

  test('a folder between that is no category keeps its name', async () => {
    const site = inlineSite({
      'content/kinh-te/_index.md': moved['content/kinh-te/_index.md'],
      'content/kinh-te/vung/tay/_index.md': index('title: Tây'),
      'content/kinh-te/vung/tay/a.md': article('title: A'),
    });
    expect(reported(await site.build())).toEqual([]);
    expect(leadsTo(site, 'kinh-te/vung/tay/a/index.html')).toBe('/kinh-doanh/vung/tay/a/');
  });

  test('patterns have the slug as :category', async () => {
    const permalinks = "permalinks: { category: '/muc/:category/', article: '/:year/:category/:slug.html' }";
    const site = inlineSite({
      ...moved,
      'broadsheet.config.ts': configuration(permalinks),
      'content/kinh-te/_index.md': index(
        'title: Kinh doanh\nslug: kinh-doanh\naliases: [/muc/kinh-te, /kt.html]',
      ),
    });
    expect(reported(await site.build())).toEqual([]);
    expect(redirects(site)).toEqual({
      'kt.html': '/muc/kinh-doanh/',
      'muc/kinh-te/': '/muc/kinh-doanh/',
      'muc/kinh-te/nong-nghiep/': '/muc/kinh-doanh/nong-nghiep/',
      '2026/kinh-te/gia.html': '/2026/kinh-doanh/gia.html',
      '2026/kinh-te/nong-nghiep/lua.html': '/2026/kinh-doanh/nong-nghiep/lua.html',
    });
  });

  test('below a base path', async () => {
    const site = inlineSite({
      ...moved,
      'broadsheet.config.ts': configuration().replace("bao.example'", "bao.example', base: '/tin/'"),
    });
    await site.build();
    expect(leadsTo(site, 'kinh-te/gia/index.html')).toBe('/tin/kinh-doanh/gia/');
  });

  test('is found in front matter by its folder, its address and its title', async () => {
    const site = inlineSite({
      ...moved,
      'content/xa-hoi/_index.md': index('title: Xã hội\nslug: kinh-te'),
      'content/xa-hoi/a.md': article('title: A\ncategory: kinh-te'),
      'content/xa-hoi/b.md': article('title: B\ncategory: Kinh tế'),
      'content/xa-hoi/c.md': article('title: C\ncategory: kinh-doanh'),
      'content/xa-hoi/d.md': article('title: D'),
      'content/kinh-te/_index.md': index('title: Tiền\nslug: kinh-doanh'),
    });
    await site.build();
    for (const output of ['kinh-doanh/a', 'kinh-doanh/b', 'kinh-doanh/c', 'kinh-te/d'])
      expect(site.has(`${output}/index.html`), output).toBe(true);
  });

  test('has the categories below that front matter names', async () => {
    const site = inlineSite({
      'content/kinh-te/_index.md': moved['content/kinh-te/_index.md'],
      'broadsheet.config.ts': configuration('categories: { fromFrontMatter: true }'),
      'content/kinh-te/a.md': article('title: A\ncategory: Kinh tế/Muối'),
      'content/kinh-te/b.md': article('title: B\ncategory: Kinh doanh/Muối'),
    });
    expect(reported(await site.build())).toEqual([]);
    expect(leadsTo(site, 'kinh-te/muoi/a/index.html')).toBe('/kinh-doanh/muoi/a/');
    expect(site.has('kinh-doanh/muoi/b/index.html')).toBe(true);
  });
});

describe('old addresses of a category', () => {
  test('what stands there, and what names it, comes before what follows from it', async () => {
    const site = inlineSite({
      ...moved,
      'content/kinh-te/muoi.md': article('title: Muối'),
      'content/kinh-te/cau.md': article('title: Cầu'),
      'content/kinh-te/duong.md': article('title: Đường'),
      // A page of its own, an alias of its own, and a file as it is.
      'content/xa-hoi/_index.md': index('title: Xã hội'),
      'content/xa-hoi/a.md': article('title: A\npermalink: /kinh-te/muoi/'),
      'content/xa-hoi/b.md': article('title: B\naliases: [/kinh-te/cau/]'),
      'content/_static/kinh-te/duong/index.html': 'đường',
    });
    expect(reported(await site.build())).toEqual([]);
    expect(site.read('kinh-te/muoi/index.html')).toContain('<title>A');
    expect(leadsTo(site, 'kinh-te/cau/index.html')).toBe('/xa-hoi/b/');
    expect(site.read('kinh-te/duong/index.html')).toBe('đường');
    expect(leadsTo(site, 'kinh-te/gia/index.html')).toBe('/kinh-doanh/gia/');
  });

  test('two that are written are an error', async () => {
    const site = inlineSite({
      ...moved,
      'content/xa-hoi/_index.md': index('title: Xã hội\naliases:\n  - /kinh-te/\n  - /kinh-doanh/'),
    });
    expect(reported(await site.build()).sort()).toEqual([
      'content/xa-hoi/_index.md:4:5 duplicate-output',
      'content/xa-hoi/_index.md:5:5 duplicate-output',
    ]);
  });

  test('nothing held back has one, and a withdrawn article has', async () => {
    const site = inlineSite({
      ...moved,
      'content/kinh-te/nhap.md': article('title: N\nstatus: draft'),
      'content/kinh-te/mai.md': article('title: M\ndate: 2026-12-24'),
      'content/kinh-te/het.md': article('title: H\nexpires: 2026-11-20'),
      'content/kinh-te/rut.md': article('title: R\nstatus: withdrawn'),
      'content/kinh-te/ngoai.md': article('title: L\nlink: https://ban.example/', ''),
      'content/kinh-te/rieng.md': article('title: P\npermalink: /rieng/', '[nháp](/kinh-te/nhap/)'),
    });
    expect(reported(await site.build())).toEqual(['content/kinh-te/rieng.md:6:1 unpublished-link warning']);
    const old = Object.keys(redirects(site)).sort();
    expect(old).toEqual([
      'kinh-te/',
      'kinh-te/gia/',
      'kinh-te/nong-nghiep/',
      'kinh-te/nong-nghiep/lua/',
      'kinh-te/rut/',
    ]);
  });

  test('one that can be no address is told', async () => {
    const aliases = 'aliases: ["/a?id=1", /assets/x/, "javascript:alert(1)"]';
    const site = inlineSite({ 'content/kinh-te/_index.md': index(`title: Kinh tế\n${aliases}`) });
    expect(reported(await site.build())).toEqual([
      'content/kinh-te/_index.md:3:11 alias-query warning',
      'content/kinh-te/_index.md:3:22 bad-alias',
      'content/kinh-te/_index.md:3:34 address-scheme',
    ]);
  });
});

describe('a slug that cannot be', () => {
  test.each(['tin/kinh-doanh', '..', 'assets', 'media'])('%s: the folder has its name', async (slug) => {
    const site = inlineSite({
      'content/kinh-te/_index.md': index(`title: Kinh tế\nslug: ${slug}`),
      'content/kinh-te/a.md': article('title: A'),
    });
    expect(reported(await site.build())).toEqual(['content/kinh-te/_index.md:3:7 category-slug']);
    expect(site.has('kinh-te/a/index.html')).toBe(true);
  });

  test('that of another category is an error, and the folder has its name', async () => {
    const site = inlineSite({
      'content/kinh-te/_index.md': index('title: Kinh tế\nslug: xa-hoi'),
      'content/kinh-te/a.md': article('title: A'),
      'content/xa-hoi/_index.md': index('title: Xã hội'),
      'content/xa-hoi/b.md': article('title: B'),
    });
    expect(reported(await site.build())).toEqual(['content/kinh-te/_index.md:3:7 duplicate-address']);
    expect(site.has('kinh-te/a/index.html')).toBe(true);
    expect(site.has('xa-hoi/b/index.html')).toBe(true);
  });

  test('that of a plain page is the category’s', async () => {
    const site = inlineSite({
      'content/kinh-te/_index.md': index('title: Kinh tế\nslug: gioi-thieu'),
      'content/gioi-thieu.md': index('title: Giới thiệu'),
    });
    expect(reported(await site.build())).toContain('content/gioi-thieu.md:1:1 duplicate-address');
  });

  test('two categories may exchange their addresses', async () => {
    const site = inlineSite({
      'content/kinh-te/_index.md': index('title: Kinh tế\nslug: xa-hoi'),
      'content/xa-hoi/_index.md': index('title: Xã hội\nslug: kinh-te'),
      'content/xa-hoi/b.md': article('title: B'),
    });
    expect(reported(await site.build())).toEqual([]);
    expect(site.has('kinh-te/b/index.html')).toBe(true);
  });
});

test('levels of old addresses are combined no more than a hundred times', async () => {
  const folders = Array.from({ length: 14 }, (_, depth) =>
    Array.from({ length: depth + 1 }, (_, at) => `c${at}`).join('/'),
  );
  const site = inlineSite(
    Object.fromEntries(
      folders.map((folder, depth) => [
        `content/${folder}/_index.md`,
        index(`title: C${depth}\naliases: [/${folder.replace(/\d+$/, 'cu')}/]`),
      ]),
    ),
  );
  expect(reported(await site.build())).toEqual([]);
  expect(Object.keys(redirects(site)).length).toBeLessThan(14 * 14 * 100);
});
