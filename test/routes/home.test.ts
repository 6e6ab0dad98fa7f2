import { expect, test } from 'vitest';
import { article, configuration, type Files, inlineSite, reported } from '../inline-site.ts';

const on = (day: number, fields: string): string =>
  article(`${fields}\ndate: 2026-11-${String(day).padStart(2, '0')} 08:30`);
/** The headlines below each heading of the front page, in order. */
const front = (html: string): Record<string, string[]> =>
  Object.fromEntries(
    html
      .split(/<section /)
      .slice(1)
      .map((section) => [
        (/<h2[^>]*>(.*?)<\/h2>/s.exec(section)?.[1] ?? '').replace(/<[^>]+>/g, ''),
        [...section.matchAll(/<h3[^>]*><a[^>]*>([^<]*)/g)].map(([, title]) => title ?? ''),
      ]),
  );
const sections: Files = {
  'content/xa-hoi/_index.md': '---\ntitle: Xã hội\norder: 2\n---\n',
  'content/the-thao/_index.md': '---\ntitle: Thể thao\norder: 3\n---\n',
};

test('no story stands twice; what is not marked is not featured; a category without more has no block', async () => {
  const site = inlineSite({
    ...sections,
    'broadsheet.config.ts': configuration('lists: { featured: 4, latest: 2, block: 2 }'),
    'content/kinh-te/a.md': on(16, 'title: A'),
    'content/kinh-te/b.md': on(15, 'title: B\nfeatured: home'),
    'content/kinh-te/c.md': on(14, 'title: C\nfeatured: home'),
    'content/kinh-te/d.md': on(13, 'title: D\ncategories: [xa-hoi]'),
    'content/kinh-te/e.md': on(12, 'title: E\nfeatured: section'),
    'content/xa-hoi/f.md': on(11, 'title: F'),
    'content/the-thao/g.md': on(17, 'title: G'),
  });
  await site.build();
  expect(front(site.read('index.html'))).toEqual({
    'Tin chính': ['B'],
    'Tin nổi bật': ['C'],
    'Tin mới nhất': ['G', 'A'],
    'Kinh tế': ['D', 'E'],
    'Xã hội': ['F'],
  });
});

test('nothing is featured: the newest leads, and the latest follow', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': on(16, 'title: A'),
    'content/kinh-te/b.md': on(15, 'title: B'),
  });
  await site.build();
  expect(front(site.read('index.html'))).toEqual({ 'Tin chính': ['A'], 'Tin mới nhất': ['B'] });
});

test('a site without articles says so', async () => {
  const site = inlineSite();
  await site.build();
  expect(site.read('index.html')).toMatch(/<main[^>]*><div class="wrap"><p>Chưa có bài viết\.<\/p>/);
  expect(front(site.read('index.html'))).toEqual({});
});

const many: Files = {
  ...sections,
  'content/kinh-te/anh.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>',
  ...Object.fromEntries(
    ['kinh-te', 'xa-hoi', 'the-thao'].flatMap((folder, at) =>
      [1, 2, 3, 4].map((story) => [
        `content/${folder}/bai-${story}.md`,
        on(20 - story - 4 * at, `title: ${folder} ${story}`),
      ]),
    ),
  ),
};
/** The form of each section of the front page. */
const forms = (html: string): string[] =>
  [...html.matchAll(/<section class="home-section home-(\w+)/g)].map(([, form]) => form ?? '');

test('sections alternate, so that no two neighbours look alike', async () => {
  const site = inlineSite({ ...many, 'broadsheet.config.ts': configuration('lists: { latest: 0 }') });
  await site.build();
  expect(forms(site.read('index.html'))).toEqual(['feature', 'columns', 'list']);
});

test('the parts of the configuration, in their order, with their counts', async () => {
  const home = `[
    { latest: 2 },
    { section: 'the-thao', as: 'pictures', count: 2 },
    { part: 'parts/banner.tsx' },
    { lead: 'hero', count: 0 },
    { section: 'khong-co' },
    { section: 'kinh-te', as: 'list' },
  ]`;
  const site = inlineSite({
    ...many,
    'broadsheet.config.ts': configuration(`theme: { home: ${home} }`),
    'templates/parts/banner.tsx':
      'export default ({ site }: any) => <section class="banner"><h2>Biển</h2><h3><a href={site.home}>{site.title}</a></h3></section>;',
  });
  expect(reported(await site.build())).toEqual(['broadsheet.config.ts:7:7 unknown-section warning']);
  const html = site.read('index.html');
  expect(Object.entries(front(html))).toEqual([
    ['Tin mới nhất', ['kinh-te 2', 'kinh-te 3']],
    ['Thể thao', ['the-thao 1', 'the-thao 2']],
    ['Biển', ['Báo Thử']],
    ['Tin chính', ['kinh-te 1']],
    ['Kinh tế', ['kinh-te 4']],
  ]);
  expect(forms(html)).toEqual(['pictures', 'list']);
});

test('a part that is not there is told by its name', async () => {
  const site = inlineSite({
    ...many,
    'broadsheet.config.ts': configuration(`theme: { home: [{ part: 'parts/banner.tsx' }] }`),
  });
  expect(reported(await site.build())).toEqual(['broadsheet.config.ts:2:108 missing-part']);
});

test('the order among the featured: those with a number first, by it', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': on(16, 'title: A\nfeatured: home'),
    'content/kinh-te/b.md': on(15, 'title: B\nfeatured: { home: 2 }'),
    'content/kinh-te/c.md': on(14, 'title: C\nfeatured: { home: 1 }'),
    'content/kinh-te/d.md': on(13, 'title: D\nfeatured: { section: 1 }'),
  });
  await site.build();
  expect(front(site.read('index.html'))).toMatchObject({
    'Tin chính': ['C'],
    'Tin nổi bật': ['B', 'A'],
  });
  expect(site.read('kinh-te/index.html')).toMatch(/<span class="pinned">Ghim<\/span>.*>D</s);
});
