import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { article, configuration, inlineSite } from '../inline-site.ts';

const imageOf = (html: string): string | undefined => /og:image" content="([^"]*)"/.exec(html)?.[1];

test('pages without a picture have one that is drawn from their headline, or from the name of the site', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration("pictures: { cards: 'articles' }, theme: { accent: '#0f5c4a' }"),
    'content/kinh-te/a.md': article('title: Giá lúa ở Báo Lạc Giang'),
    'content/kinh-te/b.md': article('title: 稻米'),
    'content/kinh-te/c.md': article('title: Bị gỡ\nstatus: withdrawn'),
  });
  await site.build();
  const ofSite = imageOf(site.read('index.html'));
  const ofArticle = imageOf(site.read('kinh-te/a/index.html'));
  expect(ofSite).toMatch(/^https:\/\/bao\.example\/media\/card-[0-9a-f]{10}\.jpg$/);
  expect(ofArticle).toMatch(/^https:\/\/bao\.example\/media\/card-[0-9a-f]{10}\.jpg$/);
  expect(ofArticle).not.toBe(ofSite);
  // The fonts have no Chinese, and what was withdrawn is drawn nowhere.
  expect(imageOf(site.read('kinh-te/b/index.html'))).toBe(ofSite);
  expect([...site.tree().keys()].filter((file) => file.startsWith('media/'))).toHaveLength(2);

  const file = new URL(ofArticle ?? '').pathname.slice(1);
  const bytes = site.tree().get(file) as Buffer;
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
  const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)].map((value) => Math.round(value / 8))).toEqual(
    [0x0f, 0x5c, 0x4a].map((value) => Math.round(value / 8)),
  );

  const before = site.tree();
  await site.build();
  expect(site.tree()).toEqual(before);
  await site.build({ cache: false, out: path.join(site.root, 'again') });
  expect(site.tree('again')).toEqual(before);

  site.write({ 'content/kinh-te/a.md': article('title: Giá gạo') });
  await site.build();
  expect(site.has(file)).toBe(false);
});

test('an original that another language shows has one there too; a link to another site has none', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration(
      "pictures: { cards: 'articles' }, languages: { vi: {}, en: { title: 'Test Gazette', fallback: 'show' } }",
    ),
    'content/en/kinh-te/_index.md': '---\ntitle: Economy\n---\n',
    'content/kinh-te/a.md': article('title: Giá lúa'),
    'content/kinh-te/b.md': article('title: Ngoài\nlink: https://ngoai.example/', ''),
  });
  await site.build();
  const pages = [...site.tree().keys()].filter((file) => file.endsWith('index.html'));
  expect(pages).toContain('en/kinh-te/a/index.html');
  const named = new Set(
    pages.flatMap((page) => imageOf(site.read(page))?.slice('https://bao.example/'.length) ?? []),
  );
  expect([...site.tree().keys()].filter((file) => file.startsWith('media/'))).toEqual([...named].sort());
});

test('without the option no page has one', async () => {
  const site = inlineSite({ 'content/kinh-te/a.md': article('title: Giá lúa') });
  await site.build();
  expect(imageOf(site.read('index.html'))).toBeUndefined();
});
