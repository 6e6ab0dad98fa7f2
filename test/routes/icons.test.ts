import sharp from 'sharp';
import { expect, test } from 'vitest';
import { configuration, inlineSite, reported } from '../inline-site.ts';

const withIcon = (icon: string): string =>
  configuration(`languages: { vi: {}, en: { title: 'Test' } }, theme: { accent: '#204080' }`).replace(
    "title: 'Báo Thử'",
    `title: 'Báo Thử', icon: '${icon}', humans: true, organisation: { name: 'Sở Thử', email: 'a@bao.example' }`,
  );
const svg = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><rect width="8" height="4" fill="${colour}"/></svg>`;
const links = (html: string): string[] => html.match(/<link rel="(?:icon|apple|manifest)[^>]*>/g) ?? [];

/** The colour of a picture's pixel, with its opacity. */
const pixel = async (bytes: Buffer, x: number, y: number): Promise<number[]> => {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
};

test('an icon is where browsers look for it, in all sizes, drawn sharp and whole', async () => {
  const site = inlineSite({ 'broadsheet.config.ts': withIcon('i.svg'), 'content/i.svg': svg('#f00') });
  expect(reported(await site.build())).toEqual([]);
  const media = [...site.tree().keys()].filter((name) => name.startsWith('media/'));
  const [small, large, drawing] = ['-192.png', '-512.png', '.svg'].map((end) =>
    media.find((name) => name.endsWith(end)),
  ) as [string, string, string];
  expect(media).toHaveLength(3);
  expect(links(site.read('index.html'))).toEqual([
    '<link rel="icon" href="/favicon.ico" sizes="32x32"/>',
    `<link rel="icon" href="/${drawing}" type="image/svg+xml"/>`,
    '<link rel="apple-touch-icon" href="/apple-touch-icon.png"/>',
    '<link rel="manifest" href="/site.webmanifest"/>',
  ]);
  expect(links(site.read('en/index.html'))).toContain('<link rel="manifest" href="/en/site.webmanifest"/>');
  expect(site.read('index.html').match(/<meta name="theme-color"[^>]*>/g)).toEqual([
    '<meta name="theme-color" content="#204080" media="(prefers-color-scheme: light)"/>',
    '<meta name="theme-color" content="#173675" media="(prefers-color-scheme: dark)"/>',
  ]);
  expect(JSON.parse(site.read('en/site.webmanifest'))).toEqual({
    name: 'Test',
    description: 'Test',
    lang: 'en',
    start_url: '/en/',
    scope: '/en/',
    display: 'browser',
    theme_color: '#204080',
    background_color: '#ffffff',
    icons: [
      { src: `/${small}`, sizes: '192x192', type: 'image/png' },
      { src: `/${large}`, sizes: '512x512', type: 'image/png' },
    ],
  });
  const tree = site.tree();
  const ico = tree.get('favicon.ico') as Buffer;
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico[6], ico[22], ico[38]].sort()).toEqual(
    [1, 3, 16, 32, 48].sort(),
  );
  const touch = tree.get('apple-touch-icon.png') as Buffer;
  expect(await pixel(touch, 90, 2)).toEqual([255, 255, 255, 255]);
  expect(await pixel(touch, 90, 46)).toEqual([255, 0, 0, 255]);
  const big = tree.get(large) as Buffer;
  expect(await pixel(big, 256, 2)).toEqual([0, 0, 0, 0]);
  expect(await pixel(big, 0, 256)).toEqual([255, 0, 0, 255]);
  expect(site.read('humans.txt')).toBe(
    '/* SITE */\nBáo Thử\nhttps://bao.example\n\n/* PUBLISHER */\nSở Thử\na@bao.example\n',
  );

  // Another drawing, under the same names.
  site.write({ 'content/i.svg': svg('#00f') });
  await site.build();
  expect(await pixel(site.tree().get('apple-touch-icon.png') as Buffer, 90, 90)).toEqual([0, 0, 255, 255]);
  await site.build({ out: `${site.root}/clean`, cache: false, cacheFolder: `${site.root}/other` });
  expect(site.tree()).toEqual(site.tree('clean'));
});

test('an icon of the site’s own wins, and a site without one has that of its colour', async () => {
  const ico = Buffer.from('of the site');
  const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#0f0' } })
    .png()
    .toBuffer();
  const site = inlineSite({
    'broadsheet.config.ts': withIcon('i.png'),
    'content/i.png': png,
    'content/_static/favicon.ico': ico,
  });
  expect(reported(await site.build())).toEqual([]);
  expect(site.tree().get('favicon.ico')).toEqual(ico);
  expect(links(site.read('index.html'))[1]).toMatch(/^<link rel="icon" href="\/media\/i-\w+-192\.png"\/>$/);
  site.remove('content/_static/favicon.ico').write({ 'broadsheet.config.ts': configuration() });
  await site.build();
  const [own = '', ...others] = links(site.read('index.html'));
  expect(others).toEqual([]);
  const [, address = ''] = /href="\/(assets\/icon-\w+\.svg)" type="image\/svg\+xml"/.exec(own) ?? [];
  expect(site.read(address)).toContain('fill="#9a1220"');
  expect(site.has('favicon.ico')).toBe(false);
});

test('icons are made once: they are kept when the output folder goes', async () => {
  const site = inlineSite({ 'broadsheet.config.ts': withIcon('i.svg'), 'content/i.svg': svg('#f00') });
  expect(await site.build()).toMatchObject({ resized: 5 });
  site.remove('dist');
  expect(await site.build()).toMatchObject({ resized: 0 });
});
