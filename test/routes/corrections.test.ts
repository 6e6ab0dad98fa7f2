import { expect, test } from 'vitest';
import { article, configuration, inlineSite, reported } from '../inline-site.ts';

const corrected = (title: string, ...list: [string, string][]) =>
  article(
    `title: ${title}\ncorrections:\n${list.map(([date, text]) => `  - { date: ${date}, text: "${text}" }`).join('\n')}`,
  );

test('corrections stand on the page, in structured data and on a page of their own, newest first', async () => {
  const site = inlineSite({
    'content/kinh-te/lua.md': corrected(
      'Giá lúa',
      ['2026-11-17 09:00', 'Giá đúng là 7.100 đồng.'],
      ['2026-11-19', 'Ảnh chụp ở huyện khác.'],
    ),
    'content/kinh-te/mia.md': corrected('Giá mía', ['2026-11-18', 'Tên đúng là Mía Việt.']).replace(
      'title',
      'status: withdrawn\ntitle',
    ),
  });
  expect(reported(await site.build())).toEqual([]);
  const page = site.read('kinh-te/lua/index.html');
  expect(page).toContain(
    '"correction":[{"@type":"CorrectionComment","text":"Giá đúng là 7.100 đồng.","datePublished":"2026-11-17T09:00:00+07:00"}',
  );
  expect(page).toContain(
    '<time datetime="2026-11-17T09:00:00+07:00">17/11/2026</time>: Giá đúng là 7.100 đồng.',
  );
  const all = site.read('dinh-chinh/index.html');
  expect([...all.matchAll(/<h2><a href="([^"]+)">/g)].map(([, address]) => address)).toEqual([
    '/kinh-te/lua/',
    '/kinh-te/lua/',
  ]);
  expect(all).not.toContain('Mía');
  expect(site.read('kinh-te/mia/index.html')).toContain('Tên đúng là Mía Việt.');
  expect(site.read('index.html')).toContain('href="/dinh-chinh/"');
});

test('a correction is nowhere before its date, which is the next change', async () => {
  const site = inlineSite({
    'content/kinh-te/lua.md': corrected('Giá lúa', ['2026-12-30 09:00', 'Giá đúng là 7.100 đồng.']),
  });
  const due = Date.parse('2026-12-30T09:00:00+07:00');
  expect(await site.build({ now: due - 1000 })).toMatchObject({ nextChange: '2026-12-30T02:00:00.000Z' });
  expect(
    [...site.tree()].filter(([file, bytes]) => bytes.includes('7.100') || file.startsWith('dinh-chinh')),
  ).toEqual([]);
  expect((await site.build({ now: due })).nextChange).toBeUndefined();
  expect(site.read('dinh-chinh/index.html')).toContain('7.100');
  expect(site.read('kinh-te/lua/index.html')).toContain('7.100');
});

test('a site without corrections has no such page, nor has one that switched it off', async () => {
  const site = inlineSite({ 'content/kinh-te/lua.md': article('title: Lúa') });
  await site.build();
  expect(site.has('dinh-chinh/index.html')).toBe(false);
  site.write({
    'content/kinh-te/lua.md': corrected('Lúa', ['2026-11-17', 'Sửa.']),
    'broadsheet.config.ts': configuration('routes: { corrections: false }'),
  });
  await site.build();
  expect(site.has('dinh-chinh/index.html')).toBe(false);
  expect(site.read('index.html')).not.toContain('dinh-chinh');
});

test('old pages of corrections keep their address and their bytes', async () => {
  const many = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `content/kinh-te/bai-${index}.md`,
        corrected(`Bài ${index}`, [
          `2026-10-01 ${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
          `Sửa ${index}.`,
        ]),
      ]),
    );
  const site = inlineSite(many(120));
  await site.build();
  const old = site.read('dinh-chinh/trang-1/index.html');
  site.write(many(121));
  await site.build();
  expect(site.read('dinh-chinh/trang-1/index.html')).toBe(old);
});

test("attachments have digest names, readable names for the reader's disk, type and size", async () => {
  const names = [
    'Kế hoạch số 184.pdf',
    'mẫu đơn.docx',
    'bảng.xlsx',
    'trình chiếu.pptx',
    'số liệu.ods',
    'tất cả.zip',
  ];
  const site = inlineSite({
    'content/kinh-te/lua/index.md': article(
      `title: Lúa\nattachments:\n${names.map((name) => `  - ${name}`).join('\n')}`,
    ),
    ...Object.fromEntries(names.map((name) => [`content/kinh-te/lua/${name}`, name.repeat(100)])),
  });
  expect(reported(await site.build())).toEqual([]);
  const page = site.read('kinh-te/lua/index.html');
  for (const name of names)
    expect(page).toMatch(
      new RegExp(`<a href="/media/[a-z0-9-]+-[0-9a-f]{10}\\.${name.split('.')[1]}" download="${name}">`),
    );
  expect(page).toMatch(/\(DOCX, 2\u00a0KB\)/);
});

test('an attachment without an extension, and an empty one', async () => {
  const site = inlineSite({
    'content/kinh-te/lua.md': article('title: Lúa\nattachments: [LICENSE, trong.csv]'),
    'content/kinh-te/LICENSE': 'x',
    'content/kinh-te/trong.csv': '',
  });
  expect(reported(await site.build())).toEqual([]);
  expect(
    [...site.read('kinh-te/lua/index.html').matchAll(/<span>(\(.*?\))<\/span>/g)].map(([, shown]) => shown),
  ).toEqual(['(1\u00a0KB)', '(CSV, 0\u00a0KB)']);
});

test.each(['phtml', 'PHP', 'php5', 'cgi', 'hta', 'shtm', 'rss', 'atom', 'kml', 'htc', 'mjs'])(
  'a .%s is refused',
  async (kind) => {
    const site = inlineSite({
      'content/kinh-te/lua.md': article(`title: Lúa\nattachments: [a.${kind}]`),
      [`content/kinh-te/a.${kind}`]: 'a',
    });
    expect(reported(await site.build())).toEqual(['content/kinh-te/lua.md:3:15 attachment-active']);
  },
);

test('links keep their query and their fragment', async () => {
  const links = [
    'a.pdf#page=2',
    'a.pdf?v=1&b="#trang 2',
    'khac.md?tab=2',
    'khac.md?tab=2#muc',
    '/kinh-te/?trang=2',
    'https://bao.example/kinh-te/khac/?tab=3',
    'ngoai.md?tab=2',
    'khac.md?',
  ];
  const site = inlineSite({
    'content/kinh-te/lua.md': article('title: Lúa', links.map((link) => `[x](<${link}>)`).join(' ')),
    'content/kinh-te/khac.md': article('title: Khác', '## Mục'),
    'content/kinh-te/ngoai.md': article('title: Ngoài\nlink: https://khac.example/?b=1'),
    'content/kinh-te/a.pdf': 'x',
  });
  expect(reported(await site.build())).toEqual(['content/kinh-te/ngoai.md:3:7 link-content warning']);
  expect(
    [...site.read('kinh-te/lua/index.html').matchAll(/<a href="([^"]*)">x</g)].map(([, href]) =>
      href?.replace(/-[0-9a-f]{10}/, ''),
    ),
  ).toEqual([
    '/media/a.pdf#page=2',
    '/media/a.pdf?v=1&amp;b=%22#trang%202',
    '/kinh-te/khac/?tab=2',
    '/kinh-te/khac/?tab=2#muc',
    '/kinh-te/?trang=2',
    '/kinh-te/khac/?tab=3',
    'https://khac.example/?b=1',
    '/kinh-te/khac/',
  ]);
});

test('attachments that are too large, and those that browsers run, are refused', async () => {
  const site = inlineSite({
    'broadsheet.config.ts': configuration('attachments: { limit: 1000 }'),
    'content/kinh-te/lua.md': article(
      'title: Lúa\nattachments: [to.pdf, vua.pdf, trang.html, hinh.svg]',
      '[tệp](to.pdf), [tệp](vua.pdf), [tệp](/kinh-te/ma.js)',
    ),
    'content/kinh-te/to.pdf': 'x'.repeat(1001),
    'content/kinh-te/vua.pdf': 'x'.repeat(1000),
    'content/kinh-te/trang.html': '<script>alert(1)</script>',
    'content/kinh-te/ma.js': 'alert(1)',
    'content/kinh-te/hinh.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  });
  const path = 'content/kinh-te/lua.md';
  expect(reported(await site.build()).sort()).toEqual([
    `${path}:3:15 attachment-too-large`,
    `${path}:3:32 attachment-active`,
    `${path}:6:1 attachment-too-large`,
    `${path}:6:32 attachment-active`,
  ]);
  expect([...site.tree().keys()].filter((file) => file.startsWith('media/'))).toHaveLength(2);
});
