import { expect, test } from 'vitest';
import { article, inlineSite, reported } from '../inline-site.ts';

/** Style sheets that a page links, in their order, without digests. */
const linked = (html: string): string[] =>
  [...html.matchAll(/rel="stylesheet" href="\/assets\/([a-z]+)-/g)].map(([, name = '']) => name);

test.each([
  ['type: news', ['site']],
  ['type: analysis', ['site']],
  ['type: feature', ['feature', 'site']],
  ['type: interview', ['interview', 'site']],
  ['type: photo', ['photo', 'site']],
  ['type: document', ['document', 'site']],
  ['type: announcement', ['document', 'site']],
  ['type: news\nlayout: feature', ['feature', 'site']],
  ['type: interview\ndocument: { number: 1/QĐ }', ['interview', 'document', 'site']],
])('%s: styles of its layout, and then those of the site, which win', async (fields, sheets) => {
  const site = inlineSite({
    'content/kinh-te/a.md': article(`title: A\n${fields}`),
    'templates/styles/site.css':
      '@import "broadsheet/templates/styles/site.css";\n.question { color: rebeccapurple }\n',
  });
  expect(reported(await site.build())).toEqual([]);
  const page = site.read('kinh-te/a/index.html');
  expect(linked(page)).toEqual(sheets);
  expect(linked(site.read('index.html'))).toEqual(['site']);
});

test('a photo story has the dark scheme, header and footer too', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A\ntype: photo'),
    'content/kinh-te/b.md': article('title: B'),
  });
  await site.build();
  expect(site.read('kinh-te/a/index.html')).toContain('<html lang="vi" data-scheme="dark">');
  expect(site.read('kinh-te/b/index.html')).toContain('<html lang="vi">');
});

test('a style sheet of one layout is replaced as any other', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A\ntype: interview'),
    'templates/styles/interview.css': '.question { color: teal }\n',
  });
  expect(reported(await site.build())).toEqual([]);
  const name = [...site.tree().keys()].find((output) => output.startsWith('assets/interview-')) ?? '';
  expect(site.read(name).trim()).toBe('.question{color:teal}');
});
