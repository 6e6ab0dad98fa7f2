import { expect, test } from 'vitest';
import { article, inlineSite, reported } from '../inline-site.ts';

test.each([
  ['title: A', '', ['content/kinh-te/a.md:5:1 empty-body warning']],
  ['title: A', '\n \n<!-- x -->\n', ['content/kinh-te/a.md:5:1 empty-body warning']],
  [
    'title: A',
    '<p class="x"></p>',
    ['content/kinh-te/a.md:5:1 html-reduced info', 'content/kinh-te/a.md:5:1 empty-body warning'],
  ],
  ['title: A\nstatus: draft', '', []],
  ['title: A\nlink: https://khac.example/', '', []],
  ['title: A', '[](/kinh-te/)', []],
  ['title: A', '<https://khac.example/>', []],
  ['title: A', '![Lúa](https://khac.example/a.jpg)', ['content/kinh-te/a.md:5:1 remote-picture info']],
  ['title: A\nimage: {src: "https://khac.example/a.jpg", alt: Lúa}', '', []],
  ['title: A\nsource_url: https://khac.example/', '', ['content/kinh-te/a.md:3:1 foreign-link warning']],
  ['title: A\nexternal_url: https://khac.example/', '', ['content/kinh-te/a.md:3:1 foreign-link warning']],
  [
    'title: A\nsource_url: nguồn',
    '',
    ['content/kinh-te/a.md:3:1 unknown-key warning', 'content/kinh-te/a.md:6:1 empty-body warning'],
  ],
  ['title: A\nsource_url: https://khac.example/', 'Chữ', ['content/kinh-te/a.md:3:1 unknown-key warning']],
])('%j with %j', async (fields, body, messages) => {
  const site = inlineSite({ 'content/kinh-te/a.md': article(fields, body) });
  expect(reported(await site.build()).sort()).toEqual([...messages].sort());
});

test('an article with an address of another site alone has no page, and lists point there', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A\nsource_url: https://khac.example/a', ''),
  });
  await site.build();
  expect(site.has('kinh-te/a/index.html')).toBe(false);
  expect(site.read('kinh-te/index.html')).toContain('href="https://khac.example/a"');
});
