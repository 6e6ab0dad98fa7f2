import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { digestOf } from '../../src/bytes/digest.ts';
import { article, configuration, type Files, type InlineSite, inlineSite } from '../inline-site.ts';

const due = Date.parse('2026-11-22T08:00:00+07:00');
const ends = Date.parse('2026-11-23T08:00:00+07:00');
let photo: Buffer;
beforeAll(async () => {
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#c03' } })
    .jpeg()
    .toBuffer();
});

/**
 * Everything of the embargoed article that nobody may learn: its words, its addresses, its files by name and
 * by digest.
 */
const secrets = (): Record<string, string> => ({
  title: 'Quyết định tối mật',
  slug: 'quyet-dinh',
  text: 'Chữ trong thân bài',
  summary: 'Tóm lược kín',
  tag: 'Từ khóa kín',
  'tag slug': 'tu-khoa-kin',
  alias: 'dia-chi-cu-kin',
  caption: 'Chú thích kín',
  alternative: 'Mô tả kín',
  correction: 'Đính chính kín',
  heading: 'Mục kín',
  attachment: 'van-ban-kin',
  'attachment title': 'Văn bản kín',
  picture: 'anh-kin',
  'attachment digest': digestOf('%PDF-1.4 kín').slice(0, 10),
  extra: 'giá trị phụ kín',
  history: 'lời commit kín',
});

const files = (): Files => ({
  'broadsheet.config.ts': configuration(),
  'content/_authors/minh-khang.md': '---\nname: Minh Khang\n---\nNhà báo.\n',
  'content/kinh-te/nong-nghiep/_index.md': '---\ntitle: Nông nghiệp\n---\n',
  'content/kinh-te/nong-nghiep/2026-11-22-quyet-dinh/index.md': article(
    [
      'title: Quyết định tối mật',
      'date: 2026-11-22 08:00',
      'expires: 2026-11-23 08:00',
      'summary: Tóm lược kín',
      'authors: [minh-khang]',
      'tags: [Từ khóa kín, chung]',
      'categories: [kinh-te]',
      'featured: home',
      'pinnedUntil: 2026-11-22 20:00',
      'aliases: [/dia-chi-cu-kin.html]',
      'image: { src: anh-kin.jpg, alt: Mô tả kín, caption: Chú thích kín }',
      'attachments: [{ src: van-ban-kin.pdf, title: Văn bản kín }]',
      'corrections: [{ date: 2026-11-22 08:00, text: Đính chính kín }]',
      'extra: { note: giá trị phụ kín }',
    ].join('\n'),
    '## Mục kín\n\nChữ trong thân bài.\n\n![Mô tả kín](anh-kin.jpg "Chú thích kín")',
  ),
  'content/kinh-te/nong-nghiep/2026-11-22-quyet-dinh/anh-kin.jpg': photo,
  'content/kinh-te/nong-nghiep/2026-11-22-quyet-dinh/van-ban-kin.pdf': '%PDF-1.4 kín',
  // What is published leads to it in every way that there is; the words of links are the other author's.
  'content/kinh-te/gia-lua.md': article(
    'title: Giá lúa\ntags: [chung]\nauthors: [minh-khang]\nrelated: [nong-nghiep/2026-11-22-quyet-dinh, quyet-dinh]',
    '[bài sau](nong-nghiep/2026-11-22-quyet-dinh/index.md), [bài sau](/kinh-te/nong-nghiep/quyet-dinh/), [cũ](/dia-chi-cu-kin.html), [khóa](/tu-khoa/tu-khoa-kin/)',
  ),
  'content/kinh-te/gia-mia.md': article('title: Giá mía\ndate: 2026-11-15\ntags: [chung]'),
});

/** The secrets that stand in a file's bytes or name. */
function leaks(site: InlineSite, out?: string): string[] {
  return Object.entries(secrets()).flatMap(([what, secret]) =>
    [...site.tree(out)]
      .filter(
        ([file, bytes]) =>
          file.includes(secret) ||
          bytes.includes(secret) ||
          bytes.includes(encodeURIComponent(secret)) ||
          bytes.includes(
            JSON.stringify(secret)
              .replace(/[^\x20-\x7e]/g, escape)
              .slice(1, -1),
          ),
      )
      .map(([file]) => `${what} in ${file}`),
  );
}
const escape = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

test('nothing of an article is there a second before it is due, all of it is at that second, and nothing when it ends', async () => {
  const site = inlineSite(files());
  const before = await site.build({ now: due - 1000 });
  const early = site.tree();
  expect(before.nextChange).toBe(new Date(due).toISOString());
  expect(leaks(site)).toEqual([]);

  const after = await site.build({ now: due });
  expect(after.articles).toBe(before.articles + 1);
  const pictures = [...site.tree().keys()].flatMap(
    (file) => /^media\/anh-kin-(.*)\.\w+$/.exec(file)?.[1]?.split('-')[0] ?? [],
  );
  expect(pictures.length).toBeGreaterThan(4);
  const found = new Set(leaks(site).map((leak) => leak.split(' in ')[0]));
  expect(Object.keys(secrets()).filter((secret) => !found.has(secret))).toEqual(['extra', 'history']);

  const last = await site.build({ now: ends - 1000 });
  expect(last.nextChange).toBe(new Date(ends).toISOString());
  expect(site.has('kinh-te/nong-nghiep/quyet-dinh/index.html')).toBe(true);

  const gone = await site.build({ now: ends });
  expect(gone.nextChange).toBeUndefined();
  expect(leaks(site)).toEqual([]);
  expect(
    [...early, ...site.tree()].filter(([file, bytes]) =>
      pictures.some((digest) => file.includes(digest) || bytes.includes(digest)),
    ),
  ).toEqual([]);
});

test.each(['draft', 'pending', 'rejected'])(
  'nothing of a %s article is there, incrementally or anew',
  async (status) => {
    const path = 'content/kinh-te/nong-nghiep/2026-11-22-quyet-dinh/index.md';
    const all = files();
    const site = inlineSite(all);
    await site.build({ now: due });
    expect(leaks(site)).not.toEqual([]);
    site.write({ [path]: String(all[path]).replace('---\n', `---\nstatus: ${status}\n`) });
    await site.build({ now: due });
    expect(leaks(site)).toEqual([]);
    await site.build({ now: due, cache: false, out: `${site.root}/clean` });
    expect(leaks(site, 'clean')).toEqual([]);
  },
);

test('an article in an unknown category, which has no page, is no next change', async () => {
  const site = inlineSite({
    'content/khong-co/lua.md': article('title: Lúa\ndate: 2026-12-01'),
  });
  expect((await site.build()).nextChange).toBeUndefined();
});

test('an old address in "related" is as good as the present one, before and after the article is due', async () => {
  const site = inlineSite({
    'content/kinh-te/lua.md': article(
      'title: Giá lúa\naliases: [/cu/lua.html, /cu/]\ndate: 2026-11-22 08:00',
    ),
    'content/kinh-te/mia.md': article('title: Giá mía\nrelated: [/cu/lua.html, /cu/, lua]'),
  });
  const { messages } = await site.build({ now: due - 1000 });
  expect(messages.map(({ rule, values }) => `${rule} ${values.url}`)).toEqual([
    'unpublished-link /cu/lua.html',
    'unpublished-link /cu/',
    'unpublished-link lua',
  ]);
  expect((await site.build({ now: due })).messages).toEqual([]);
  expect(site.read('kinh-te/mia/index.html')).toContain('Giá lúa');
});

test('what leads to an unpublished article is a warning, not an error', async () => {
  const site = inlineSite(files());
  const { messages } = await site.build({ now: due - 1000 });
  expect(messages.map(({ rule, severity, values }) => `${severity} ${rule} ${values.url}`)).toEqual([
    'warning unpublished-link nong-nghiep/2026-11-22-quyet-dinh',
    'warning unpublished-link quyet-dinh',
    'warning unpublished-link nong-nghiep/2026-11-22-quyet-dinh/index.md',
    'warning unpublished-link /kinh-te/nong-nghiep/quyet-dinh/',
    'warning unpublished-link /dia-chi-cu-kin.html',
    'error dead-link /tu-khoa/tu-khoa-kin/',
  ]);
});

test("the moment is one on the clock of the site's zone", async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration().replace("'Báo Thử',", "'Báo Thử', timeZone: 'America/New_York',"),
    'content/kinh-te/lua.md': article('title: Lúa\ndate: 2026-11-22 08:00'),
  });
  expect(await site.build({ now: Date.parse('2026-11-22T12:59:59Z') })).toMatchObject({
    articles: 0,
    nextChange: '2026-11-22T13:00:00.000Z',
    nextChangeLocal: '2026-11-22T08:00:00-05:00',
  });
  expect(await site.build({ now: Date.parse('2026-11-22T13:00:00Z') })).toMatchObject({ articles: 1 });
});
