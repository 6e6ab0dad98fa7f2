import sharp from 'sharp';
import { expect, test } from 'vitest';
import { article, inlineSite } from '../inline-site.ts';

const photo = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#468' } })
    .jpeg()
    .toBuffer();

const config = `import { defineConfig } from 'broadsheet';
export default defineConfig({
  site: {
    title: 'Báo Thử',
    origin: 'https://bao.example',
    image: 'bao.jpg',
    organisation: {
      name: 'Ủy ban nhân dân xã',
      kind: 'government',
      address: '1 Lê Lợi, Báo Lạc',
      publishingPrinciples: 'ton-chi',
    },
  },
  theme: { social: [{ title: 'Facebook', to: 'https://facebook.example/bao' }] },
  pictures: { formats: [] },
});
`;

interface Node {
  readonly '@type': string | readonly string[];
  readonly [key: string]: unknown;
}
/** The nodes of a page's graph by their first types. */
function graphOf(html: string): Map<string, Node> {
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)];
  expect(scripts).toHaveLength(1);
  const graph = JSON.parse(scripts[0]?.[1] ?? '') as { '@context': string; '@graph': Node[] };
  expect(graph['@context']).toBe('https://schema.org');
  return new Map(graph['@graph'].map((node) => [[node['@type']].flat()[0] ?? '', node]));
}
const metaOf = (html: string, property: string): string[] =>
  [...html.matchAll(new RegExp(`<meta property="${property}" content="([^"]*)"`, 'g'))].map(
    ([, content = '']) => content,
  );
const withoutDigest = (url: string): string => url.replace(/-[0-9a-f]{10}-/, '-digest-');

test('pages say what they are in one graph, and link previews show a picture of each', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': config,
    'content/bao.jpg': await photo(1600, 1000),
    'content/ton-chi.md': '---\ntitle: Tôn chỉ\n---\n',
    'content/_authors/an.md': '---\nname: An\nrole: Phóng viên\n---\n',
    'content/kinh-te/_index.md': '---\ntitle: Kinh tế\n---\n',
    'content/kinh-te/a.md': article(
      `title: A
type: analysis
authors: [an, Bình]
tags: [giá]
image: { src: a.jpg, alt: Lúa, caption: Ruộng lúa, credit: An }
corrections:
  - { date: 2026-11-17 09:00, text: Sửa số. }`,
    ),
    'content/kinh-te/a.jpg': await photo(1300, 700),
    'content/kinh-te/b.md': article('title: B', '![Máy](b.jpg "Máy")'),
    'content/kinh-te/b.jpg': await photo(900, 900),
    'content/kinh-te/c.md': article('title: C'),
  });
  await site.build();

  const a = site.read('kinh-te/a/index.html');
  const news = graphOf(a).get('NewsArticle');
  expect(news).toMatchObject({
    '@type': ['NewsArticle', 'AnalysisNewsArticle'],
    '@id': 'https://bao.example/kinh-te/a/#article',
    // A correction of the next day is an update.
    dateModified: '2026-11-17T09:00:00+07:00',
    author: [
      {
        '@type': 'Person',
        '@id': 'https://bao.example/tac-gia/an/#person',
        url: 'https://bao.example/tac-gia/an/',
        name: 'An',
        jobTitle: 'Phóng viên',
      },
      { '@type': 'Person', name: 'Bình' },
    ],
    publisher: { '@id': 'https://bao.example/#organisation' },
    isAccessibleForFree: true,
  });
  const images = news?.image as { url: string; caption: string; creditText: string }[];
  // Too low for a square of 800.
  expect(images.map(({ url, ...said }) => [withoutDigest(url), said])).toEqual([
    ['https://bao.example/media/a-digest-1200x675.jpg', expect.objectContaining({ caption: 'Ruộng lúa' })],
    ['https://bao.example/media/a-digest-800x600.jpg', expect.objectContaining({ creditText: 'An' })],
  ]);
  expect(graphOf(a).get('GovernmentOrganization')).toEqual({
    '@type': 'GovernmentOrganization',
    '@id': 'https://bao.example/#organisation',
    name: 'Ủy ban nhân dân xã',
    url: 'https://bao.example/',
    address: '1 Lê Lợi, Báo Lạc',
    sameAs: ['https://facebook.example/bao'],
    publishingPrinciples: 'https://bao.example/ton-chi/',
  });
  expect(site.read('atom.xml')).toContain('<updated>2026-11-17T09:00:00+07:00</updated>');
  expect(
    ['published_time', 'modified_time', 'section', 'author', 'tag'].map((name) =>
      metaOf(a, `article:${name}`).join(),
    ),
  ).toEqual([
    '2026-11-16T08:30:00+07:00',
    '2026-11-17T09:00:00+07:00',
    'Kinh tế',
    'https://bao.example/tac-gia/an/',
    'giá',
  ]);

  const pictureOf = (page: string) => metaOf(site.read(page), 'og:image').map(withoutDigest);
  expect(pictureOf('kinh-te/a/index.html')).toEqual(['https://bao.example/media/a-digest-1200x630.jpg']);
  // The first of the text, and where there is none, that of the site.
  expect(pictureOf('kinh-te/b/index.html')).toEqual(['https://bao.example/media/b-digest-900x473.jpg']);
  for (const page of ['kinh-te/c/index.html', 'index.html', 'kinh-te/index.html', 'ton-chi/index.html'])
    expect(pictureOf(page), page).toEqual(['https://bao.example/media/bao-digest-1200x630.jpg']);
});

test('lists name what they list, and authors who they are', async () => {
  const site = inlineSite({
    'content/_authors/an.md': '---\nname: An\nrole: Phóng viên\n---\n',
    'content/kinh-te/_index.md': '---\ntitle: Kinh tế\n---\n',
    'content/kinh-te/a.md': article('title: A\nauthors: [an]\ntags: [giá]'),
  });
  await site.build();
  expect(graphOf(site.read('kinh-te/index.html')).get('CollectionPage')).toMatchObject({
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: [{ position: 1, name: 'A', url: 'https://bao.example/kinh-te/a/' }],
    },
  });
  const author = site.read('tac-gia/an/index.html');
  expect(graphOf(author).get('ProfilePage')).toMatchObject({
    mainEntity: { '@id': 'https://bao.example/tac-gia/an/#person', name: 'An', jobTitle: 'Phóng viên' },
  });
  expect(metaOf(author, 'profile:username')).toEqual(['an']);
  const stepsOf = (page: string) =>
    (
      graphOf(site.read(page)).get('BreadcrumbList') as { itemListElement?: { name: string }[] } | undefined
    )?.itemListElement?.map(({ name }) => name);
  expect(stepsOf('tac-gia/an/index.html')).toEqual(['Trang chủ', 'Tác giả', 'An']);
  expect(stepsOf('tu-khoa/gia/index.html')).toEqual(['Trang chủ', 'Từ khóa', 'giá']);
  expect(graphOf(site.read('index.html')).get('WebSite')).toMatchObject({
    '@id': 'https://bao.example/#website',
    publisher: { '@id': 'https://bao.example/#organisation' },
  });
});

test('a policy that leads nowhere is told', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': config.replace("'ton-chi'", "'ton-chj'"),
    'content/bao.jpg': await photo(10, 10),
    'content/ton-chi.md': '---\ntitle: Tôn chỉ\n---\n\nTôn chỉ.\n',
  });
  const { messages } = await site.build();
  expect(messages).toMatchObject([{ rule: 'dead-navigation', values: { to: 'ton-chj', near: 'ton-chi' } }]);
  expect(messages[0]?.line).toBe(11);
});
