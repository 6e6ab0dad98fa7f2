import { expect, test } from 'vitest';
import { article, configuration, type Files, inlineSite } from '../inline-site.ts';

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

test.each([
  [1, []],
  [2, []],
  [3, ['Mục 1']],
  [4, []],
])('%i blocks: an odd number begins with a wide one', async (count, wide) => {
  const files: Record<string, string> = {
    'broadsheet.config.ts': configuration('lists: { latest: 0 }'),
    'content/kinh-te/_index.md': '---\ntitle: Kinh tế\nhidden: true\n---\n',
    'content/kinh-te/dau.md': on(17, 'title: Đầu'),
    'content/muc-1/anh.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>',
  };
  for (let block = 1; block <= count; block++) {
    files[`content/muc-${block}/_index.md`] = `---\ntitle: Mục ${block}\norder: ${block}\n---\n`;
    for (let story = 1; story <= (count === 1 ? 2 : 3); story++)
      files[`content/muc-${block}/bai-${story}.md`] = on(
        story,
        `title: Bài ${block}.${story}${block === 1 && story === 3 ? '\nimage: { src: anh.svg, alt: Ảnh }' : ''}`,
      );
  }
  const site = inlineSite(files);
  await site.build();
  const blocks = site.read('index.html').split('<section class="block').slice(1);
  expect(blocks).toHaveLength(count);
  expect(
    blocks
      .filter((block) => block.startsWith(' block-wide'))
      .map((block) => /<h2[^>]*><a[^>]*>([^<]*)/.exec(block)?.[1]),
  ).toEqual(wide);
});
