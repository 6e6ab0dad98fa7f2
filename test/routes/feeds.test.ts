import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { article, configuration, inlineSite } from '../inline-site.ts';

const files = {
  'content/_authors/an.md': '---\nname: An\n---\n',
  'content/kinh-te/a.md': article(
    `title: Lúa & gạo
summary: Giá lúa tăng.
authors: [an, Bình]
tags: [giá lúa]
image: { src: a.jpg, alt: Lúa }
updated: 2026-11-17 09:00`,
  ),
};
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#468' } })
    .jpeg()
    .toBuffer();

test('independent parsers read what the feeds say of an article', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("feeds: { formats: ['rss', 'atom', 'json'] }"),
    ...files,
    'content/kinh-te/a.jpg': await photo(),
  });
  await site.build();
  const picture = expect.stringMatching(/^https:\/\/bao\.example\/media\/a-[0-9a-f]+-300x158\.jpg$/);
  const url = 'https://bao.example/kinh-te/a/';

  const rss = parseRssFeed(site.read('rss.xml'));
  expect(rss).toMatchObject({ title: 'Báo Thử', language: 'vi', link: 'https://bao.example/' });
  expect(rss.items?.[0]).toMatchObject({
    title: 'Lúa & gạo',
    link: url,
    guid: { value: url, isPermaLink: false },
    enclosures: [{ url: picture, type: 'image/jpeg', length: 0 }],
    media: { contents: [{ url: picture, medium: 'image', width: 300, height: 158 }] },
  });

  const atom = parseAtomFeed(site.read('kinh-te/atom.xml'));
  expect(atom.entries?.[0]).toMatchObject({
    id: url,
    published: '2026-11-16T08:30:00+07:00',
    updated: '2026-11-17T09:00:00+07:00',
    authors: [{ name: 'An', uri: 'https://bao.example/tac-gia/an/' }, { name: 'Bình' }],
  });
  expect(atom.entries?.[0]?.links).toContainEqual({ href: picture, rel: 'enclosure', type: 'image/jpeg' });

  const json = parseJsonFeed(JSON.parse(site.read('feed.json')));
  expect(json).toMatchObject({ feed_url: 'https://bao.example/feed.json', language: 'vi' });
  expect(json.items?.[0]).toMatchObject({
    id: url,
    content_text: 'Giá lúa tăng.',
    image: picture,
    date_modified: '2026-11-17T09:00:00+07:00',
    authors: [{ name: 'An', url: 'https://bao.example/tac-gia/an/' }, { name: 'Bình' }],
    tags: ['giá lúa'],
  });
});

test('tags and authors have feeds by option, which their pages name', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("feeds: { formats: ['json'], tags: true, authors: true }"),
    ...files,
    'content/kinh-te/a.jpg': await photo(),
  });
  await site.build();
  expect([...site.tree().keys()].filter((file) => /(?:rss|atom)\.xml$|feed\.json$/.test(file))).toEqual([
    'feed.json',
    'kinh-te/feed.json',
    'tac-gia/an/feed.json',
    'tu-khoa/gia-lua/feed.json',
  ]);
  for (const [page, title] of [
    ['tac-gia/an', 'An'],
    ['tu-khoa/gia-lua', 'giá lúa'],
  ])
    expect(site.read(`${page}/index.html`)).toContain(
      `<link rel="alternate" type="application/feed+json" title="${title} – Báo Thử (JSON Feed)" href="/${page}/feed.json"/>`,
    );
  expect(site.read('tu-khoa/gia-lua/index.html')).toContain(
    '<a href="/tu-khoa/gia-lua/feed.json" type="application/feed+json">',
  );
  expect(site.read('index.html')).toContain('<a href="/feed.json">JSON Feed</a>');
});

test('without the option tags and authors have none', async () => {
  const site = inlineSite({ ...files, 'content/kinh-te/a.jpg': await photo() });
  await site.build();
  expect([...site.tree().keys()].filter((file) => /^(?:tu-khoa|tac-gia)\/.*\.xml$/.test(file))).toEqual([]);
  expect(site.read('tac-gia/an/index.html')).not.toContain('href="/tac-gia/an/rss.xml"');
});
