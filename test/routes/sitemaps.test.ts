import { expect, test } from 'vitest';
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
