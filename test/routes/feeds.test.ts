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
    'broadsheet.config.ts': configuration(
      "feeds: { formats: ['rss', 'atom', 'json'], hub: 'https://hub.example/' }",
    ),
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
  expect(atom.links).toContainEqual({ href: 'https://hub.example/', rel: 'hub' });
  expect(site.read('rss.xml')).toContain('<atom:link href="https://hub.example/" rel="hub">');
  expect(atom.entries?.[0]?.links).toContainEqual({ href: picture, rel: 'enclosure', type: 'image/jpeg' });

  const json = parseJsonFeed(JSON.parse(site.read('feed.json')));
  expect(json).toMatchObject({
    feed_url: 'https://bao.example/feed.json',
    language: 'vi',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
  });
  expect(json.items?.[0]).toMatchObject({
    id: url,
    summary: 'Giá lúa tăng.',
    content_html: expect.stringMatching(
      /^<figure><img src="https:\/\/bao\.example\/media\/a-[^"]+\.jpg" width="300" height="200" alt="Lúa"><\/figure>/,
    ),
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
  expect(site.read('index.html')).toContain('<a href="/rss/">Nguồn tin RSS</a>');
  const page = site.read('rss/index.html');
  for (const [title, address] of [
    ['Báo Thử', '/feed.json'],
    ['Kinh tế', '/kinh-te/feed.json'],
    ['giá lúa', '/tu-khoa/gia-lua/feed.json'],
    ['An', '/tac-gia/an/feed.json'],
  ])
    expect(page).toContain(
      `<li><span>${title}</span><a href="${address}" aria-label="${title}: JSON Feed">JSON Feed</a></li>`,
    );
});

test('without the option tags and authors have none', async () => {
  const site = inlineSite({ ...files, 'content/kinh-te/a.jpg': await photo() });
  await site.build();
  expect([...site.tree().keys()].filter((file) => /^(?:tu-khoa|tac-gia)\/.*\.xml$/.test(file))).toEqual([]);
  expect(site.read('tac-gia/an/index.html')).not.toContain('href="/tac-gia/an/rss.xml"');
});

const text = `
Xem [bài trước](b.md), [mục dưới](#gia) và ghi chú[^1].

:::details{title="Cách tính"}
Giá tại **ruộng**.
:::

## Giá

Hết.

[^1]: Theo sở.
`;

test('entries have the text of their articles in plain form, with whole addresses', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A\nsummary: Tóm tắt.\ndate: 2026-11-17 08:00', text),
    'content/kinh-te/b.md': article('title: B', 'Bài trước.'),
  });
  await site.build();
  const url = 'https://bao.example/kinh-te/a/';
  const html = `<p>Xem <a href="https://bao.example/kinh-te/b/">bài trước</a>, <a href="${url}#gia">mục dưới</a> và ghi chú<sup><a href="${url}#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup>.</p>
<div><p><strong>Cách tính</strong></p><p>Giá tại <strong>ruộng</strong>.</p></div>
<h2 id="gia">Giá</h2>
<p>Hết.</p>`;
  const [item] = parseRssFeed(site.read('rss.xml')).items ?? [];
  expect(item?.description).toBe('Tóm tắt.');
  expect(item?.content?.encoded?.replace(/\n+/g, '\n').slice(0, html.length)).toBe(html);
  expect(parseAtomFeed(site.read('atom.xml')).entries?.[0]?.content).toEqual({
    value: item?.content?.encoded,
    type: 'html',
  });
  expect(site.read('rss.xml')).toMatch(
    /<\?xml-stylesheet type="text\/css" href="\/assets\/feed-[0-9a-f]+\.css"\?>/,
  );

  site.write({
    'content/kinh-te/a.md': article('title: A\nsummary: Tóm tắt.\ndate: 2026-11-17 08:00', 'Sửa.'),
  });
  await site.build();
  expect(parseRssFeed(site.read('rss.xml')).items?.[0]?.content?.encoded).toBe('<p>Sửa.</p>');
});

test('by option entries have summaries alone; so they have where a template fails', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("feeds: { content: 'summary' }"),
    'content/kinh-te/a.md': article('title: A\nsummary: Tóm tắt.', 'Thân bài.\n\n:::tinh\nLưu ý.\n:::\n'),
  });
  await site.build();
  expect(site.read('rss.xml')).not.toContain('content:encoded');

  site.write({
    'broadsheet.config.ts': configuration(),
    'templates/blocks/tinh.tsx':
      "export default () => <p>Nước.</p>;\nexport const plainForm = () => { throw new Error('hỏng'); };\n",
  });
  await site.build();
  expect(site.read('kinh-te/a/index.html')).toContain('Thân bài.');
  const [item] = parseRssFeed(site.read('rss.xml')).items ?? [];
  expect(item).toMatchObject({ description: 'Tóm tắt.' });
  expect(item).not.toHaveProperty('content');

  // With templates that do not compile a feed stays; what changes in it is there without texts.
  site.remove('templates');
  await site.build();
  const whole = site.read('rss.xml');
  expect(whole).toContain('Thân bài.');
  site.write({ 'templates/pages/home.tsx': 'export default (' });
  await site.build();
  expect(site.read('rss.xml')).toBe(whole);
  site.write({ 'content/kinh-te/a.md': article('title: A2\nsummary: Tóm tắt.', 'Thân bài.') });
  await site.build();
  expect(site.read('rss.xml')).toContain('<title>A2</title>');
  expect(site.read('rss.xml')).not.toContain('Thân bài.');
  site.remove('templates');
  await site.build();
  expect(site.read('rss.xml')).toContain('Thân bài.');
});
