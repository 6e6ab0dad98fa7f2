import { expect, test } from 'vitest';
import { sitemaps } from '../../src/routes/sitemaps.ts';
import type { Site } from '../../src/site.ts';
import { aConfig } from '../a-config.ts';
import { article, inlineSite } from '../inline-site.ts';

const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>https:\/\/bao\.example([^<]*)<\/loc>/g)].map(([, path = '']) => path);

test('names every page that search engines may show', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': `import { defineConfig, page, pageMeta, type Site } from 'broadsheet';
const plain = (site: Site, output: string, noindex: boolean) =>
  page(output, 'plain', () => ({ site: site.props, page: pageMeta(site, { title: 'X', address: '/x/', noindex }), title: 'X', body: { body: '', resolved: [] } }) as never);
export default defineConfig({
  site: { title: 'Báo Thử', origin: 'https://bao.example' },
  lists: { category: 1, tag: 1 },
  routes: { tools: (site) => [plain(site, 'cong-cu/index.html', false), plain(site, 'rieng/index.html', true)] },
});
`,
    'content/gioi-thieu.md': '---\ntitle: Giới thiệu\naliases: [/cu.html]\n---\n',
    'content/_authors/an.md': '---\nname: An\n---\n',
    'content/kinh-te/a.md': article(
      'title: A\ntags: [giá]\nauthors: [an]\ncorrections:\n  - date: 2026-11-17\n    text: x',
    ),
    'content/kinh-te/b.md': article('title: B'),
  });
  await site.build();
  expect(locations(site.read('sitemap.xml'))).toEqual(['/sitemap-pages.xml', '/sitemap-2026.xml']);
  // `a` has a correction of the next day, `b` is of the 16th.
  expect(site.read('sitemap.xml')).toContain(
    '<loc>https://bao.example/sitemap-2026.xml</loc><lastmod>2026-11-17T00:00:00+07:00</lastmod>',
  );
  expect(locations(site.read('sitemap-2026.xml'))).toEqual(['/kinh-te/b/', '/kinh-te/a/']);
  expect(locations(site.read('sitemap-pages.xml'))).toEqual([
    '/',
    '/kinh-te/',
    '/kinh-te/trang-1/',
    '/gioi-thieu/',
    '/tu-khoa/',
    '/tac-gia/',
    '/luu-tru/',
    '/luu-tru/2026/11/',
    '/dinh-chinh/',
    '/tac-gia/an/',
    '/tu-khoa/gia/',
    '/cong-cu/',
  ]);
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('names the pictures of an article and its text, each once', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article(
      'title: A\nimage: {src: a.png, alt: A}',
      '![Lúa](a.png "Lúa")\n\n![Máy](https://may.example/b.jpg "Máy")',
    ),
    'content/kinh-te/a.png': png,
  });
  await site.build();
  const [, entry = ''] = /<url>(.*?)<\/url>/.exec(site.read('sitemap-2026.xml')) ?? [];
  expect(entry.replace(/a-[0-9a-f]+-1/g, 'a-digest-1')).toBe(
    '<loc>https://bao.example/kinh-te/a/</loc><lastmod>2026-11-16T08:30:00+07:00</lastmod>' +
      '<image:image><image:loc>https://bao.example/media/a-digest-1.png</image:loc></image:image>' +
      '<image:image><image:loc>https://may.example/b.jpg</image:loc></image:image>',
  );
});

test('outputs are listed without a look at what articles show', () => {
  const unknown = (name: string) => () => {
    throw new Error(`${name} is asked for`);
  };
  const shown = {
    output: 'kinh-te/a/index.html',
    document: { data: { date: '2026-11-16T08:30:00+07:00' } },
    card: { address: '/kinh-te/a/', date: '2026-11-16T08:30:00+07:00' },
    address: '/kinh-te/a/',
  };
  for (const name of ['resolved', 'image', 'preview'])
    Object.defineProperty(shown, name, { get: unknown(name) });
  const site = {
    config: aConfig(),
    articles: [shown],
    news: [shown],
    translations: new Map(),
  } as unknown as Site;
  Object.assign(site, { editions: [site] });
  expect([...sitemaps(site, () => [])].map(({ output }) => output)).toEqual([
    'sitemap-2026.xml',
    'news-sitemap.xml',
    'sitemap.xml',
  ]);
});

test('news are the articles of the last two days', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: Lúa & gạo\ndate: 2026-11-18 08:30'),
    'content/kinh-te/b.md': article('title: B\ndate: 2026-11-16 08:30'),
    'content/kinh-te/c.md': article('title: C\ndate: 2026-11-18 07:00\nlink: https://khac.example/'),
    'content/kinh-te/d.md': article('title: D\ndate: 2026-11-17 07:00\nlang: zh-Hant'),
    'content/kinh-te/e.md': article('title: E\ndate: 2026-11-18 08:00\nstatus: withdrawn'),
  });
  const now = Date.parse('2026-11-18T09:00:00+07:00');
  await site.build({ now });
  const news = site.read('news-sitemap.xml');
  expect(locations(news)).toEqual(['/kinh-te/a/', '/kinh-te/d/']);
  expect(news).toContain(
    '<url><loc>https://bao.example/kinh-te/a/</loc><news:news><news:publication><news:name>Báo Thử</news:name>' +
      '<news:language>vi</news:language></news:publication>' +
      '<news:publication_date>2026-11-18T08:30:00+07:00</news:publication_date>' +
      '<news:title>Lúa &#x26; gạo</news:title></news:news></url>',
  );
  expect(news).toContain('<news:language>zh-tw</news:language>');
  expect(site.read('robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://bao.example/sitemap.xml\nSitemap: https://bao.example/news-sitemap.xml\n',
  );
  // Two days later nothing is news, and a sitemap must not be empty.
  await site.build({ now: Date.parse('2026-11-20T08:30:00+07:00') });
  expect([...site.tree().keys()]).not.toContain('news-sitemap.xml');
  expect(site.read('robots.txt')).not.toContain('news-sitemap.xml');
});
