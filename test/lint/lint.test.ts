import { expect, test } from 'vitest';
import { check } from '../../src/build/check.ts';
import { lintRules } from '../../src/lint/rules.ts';
import { jpeg } from '../dev/jpeg.ts';
import { article, configuration, type Files, inlineSite, now, reported } from '../inline-site.ts';

const summary = 'summary: Tóm tắt.';
/** What `check` says of the site, without the rules that these articles break on purpose in passing. */
async function lint(files: Files, options = ''): Promise<string[]> {
  const site = inlineSite({ 'broadsheet.config.ts': configuration(options), ...files });
  return reported(await check({ root: site.root, now, jobs: 1 })).map((line) =>
    line.replace(/ warning$/, ''),
  );
}
const one = (fields: string, body?: string): Files => ({ 'content/kinh-te/lua.md': article(fields, body) });
const file = 'content/kinh-te/lua.md';

test('an article as it should be', async () => {
  expect(
    await lint(
      one(
        `title: Giá lúa tăng\n${summary}`,
        '(TTXVN) Hôm nay, TP.HCM và tx.Tân Châu đón khách. Ông Nguyễn Văn A, PGS.TS, nói.\n\n## Mục\n\n### Mục nhỏ\n\nXem [bảng giá lúa](https://example.org/a.Bang), từ từ đi, ngày ngày tháng tháng, song song. Kết thúc./.',
      ),
    ),
  ).toEqual([]);
});

test.each<[string, string, string, string[], string?]>([
  [
    'alt-is-caption',
    `title: x\n${summary}`,
    '![Ruộng lúa](ruong.jpg "Ruộng lúa.")',
    [`${file}:6:1 alt-is-caption`],
    '![Nông dân gặt lúa](ruong.jpg "Ruộng lúa.")',
  ],
  [
    'doubled-word',
    `title: x\n${summary}`,
    'Giá lúa\ncủa các các hộ và\nvà người mua.',
    [`${file}:7:5 doubled-word`, `${file}:7:16 doubled-word`],
    'Từ từ, người người, nhà nhà; các cán bộ.',
  ],
  [
    'heading-skipped',
    `title: x\n${summary}`,
    '## Một\n\n#### Ba',
    [`${file}:8:1 heading-skipped`],
    '## Một\n\n### Hai\n\n## Lại một',
  ],
  [
    'link-text',
    `title: x\n${summary}`,
    '[Xem thêm](/kinh-te/) [read more »](/kinh-te/) <https://example.org/a>',
    [`${file}:6:1 link-text`, `${file}:6:23 link-text`, `${file}:6:48 link-text`],
    '[Giá lúa ở Lạc Giang](/kinh-te/), <toasoan@bao.example>',
  ],
  [
    'link-wordless',
    `title: x\n${summary}`,
    'Xem [](/kinh-te/) và <a title=""\nhref="/kinh-te/"> <b></b></a>.\n\n<p>\n<a href=\'/kinh-te/\'><i></i></a></p>\n\n<a href="/kinh-te/"><img src="ruong.jpg" alt=""></a>',
    [
      `${file}:6:5 link-wordless`,
      `${file}:6:22 link-wordless`,
      `${file}:10:1 link-wordless`,
      `${file}:12:1 link-wordless`,
      `${file}:12:21 alt-missing`,
    ],
    '<a href="/kinh-te/">Kinh tế</a> <a href="/kinh-te/" aria-label="Kinh tế"></a> <a href="/kinh-te/"><img src="ruong.jpg" alt="Ruộng"></a> <a id="x"></a> <a href="/kinh-te/">**Giá**</a>',
  ],
  [
    'space-missing',
    `title: x\n${summary}`,
    'Giá lúa tăng mạnh.Nông dân phấn khởi.',
    [`${file}:6:18 space-missing`],
    'Giá lúa tăng mạnh. Nông dân ở TP.HCM, xem bao.example/Gia.Lua và tx.Tân Châu, 1.000 tấn.',
  ],
  ['text-nfd', `title: x\n${summary}`, 'Giá lúa'.normalize('NFD'), [`${file}:6:3 text-nfd`], 'Giá lúa'],
  [
    'legacy-encoding',
    `title: x\n${summary}`,
    'Noäi dung baøi baùo vieát veà ñôøi soáng cuûa noâng daân.',
    [`${file}:6:1 legacy-encoding`],
    'Một đêm ở København, Citroën và Noël; hoà bình, khoá học, quà tặng, toà nhà, café.',
  ],
  [
    'legacy-encoding',
    `title: x\n${summary}`,
    'Néi dung bµi b¸o viÕt vÒ ®êi sèng cña n«ng d©n ë tØnh An Giang.',
    [`${file}:6:10 legacy-encoding`],
    'Nike® có 5 m² ở 30°, «trích dẫn», 10 µm, §5 và ©2026.',
  ],
])('%s', async (_, fields, body, expected, good) => {
  const picture = { 'content/kinh-te/ruong.jpg': await jpeg(800, 500) };
  expect(await lint({ ...one(fields, body), ...picture })).toEqual(expected);
  if (good !== undefined) expect(await lint({ ...one(fields, good), ...picture })).toEqual([]);
});

test('headline-long', async () => {
  expect(await lint(one(`title: ${'ấ'.repeat(111)}\n${summary}`))).toEqual([`${file}:2:8 headline-long`]);
  expect(await lint(one(`title: ${'ấ'.repeat(110).normalize('NFC')}\n${summary}`))).toEqual([]);
});

test('summary-missing', async () => {
  expect(await lint(one('title: x'))).toEqual([`${file}:1:1 summary-missing`]);
  expect(await lint({ 'content/gioi-thieu.md': '---\ntitle: Giới thiệu\n---\nXin chào.\n' })).toEqual([]);
  expect(await lint(one('title: x\nlink: https://ban.example/tin', ''))).toEqual([]);
});

test('lead-alt', async () => {
  const picture = { 'content/kinh-te/ruong.jpg': await jpeg(800, 500) };
  expect(await lint({ ...one(`title: x\n${summary}\nimage: ruong.jpg`), ...picture })).toEqual([
    `${file}:4:8 lead-alt`,
  ]);
  expect(
    (
      await lint({ ...one(`title: x\n${summary}\nimage: {src: ruong.jpg, alt: IMG_1234.jpg}`), ...picture })
    )[0],
  ).toContain('lead-alt');
  expect(
    await lint({ ...one(`title: x\n${summary}\nimage: {src: ruong.jpg, alt: Ruộng lúa chín}`), ...picture }),
  ).toEqual([]);
});

test('picture-narrow', async () => {
  const files = {
    ...one(
      `title: x\n${summary}\nimage: {src: hep.jpg, alt: Ruộng lúa}`,
      '![Ruộng lúa](hep.jpg)\n\nTrong dòng ![Ruộng](hep.jpg) thì được.\n\n![Ruộng](rong.jpg)',
    ),
  };
  expect(
    await lint({
      ...files,
      'content/kinh-te/hep.jpg': await jpeg(639, 400),
      'content/kinh-te/rong.jpg': await jpeg(640, 400),
    }),
  ).toEqual([`${file}:4:8 picture-narrow`, `${file}:7:1 picture-narrow`]);
});

test('tag-variant', async () => {
  const files = {
    ...one(`title: x\n${summary}\ntags: [Lúa gạo, giá]`),
    'content/kinh-te/b.md': article(`title: y\n${summary}\ntags: [lúa gạo]`),
    'content/kinh-te/c.md': article(`title: z\n${summary}\ntags: [lúa gạo]`),
  };
  expect(await lint(files)).toEqual([`${file}:4:8 tag-variant`]);
});

test('tag-variant: words that differ in their marks are no slips when several articles have them', async () => {
  const files = {
    ...one(`title: x\n${summary}\ntags: [lụa]`),
    'content/kinh-te/b.md': article(`title: y\n${summary}\ntags: [lụa]`),
    'content/kinh-te/c.md': article(`title: z\n${summary}\ntags: [lúa, C++]`),
    'content/kinh-te/d.md': article(`title: t\n${summary}\ntags: [lúa, C#]`),
    'content/kinh-te/e.md': article(`title: u\n${summary}\ntags: [lúa]`),
  };
  expect(await lint(files)).toEqual([]);
  expect(
    await lint({ ...files, 'content/kinh-te/f.md': article(`title: v\n${summary}\ntags: [lưa]`) }),
  ).toEqual(['content/kinh-te/f.md:4:8 tag-variant']);
});

test('English has its own doubled words', async () => {
  expect(
    await lint(
      one(
        `title: x\nlang: en\n${summary}`,
        'He said that that was the the end; she had had enough, bye bye.',
      ),
    ),
  ).toEqual([`${file}:7:23 doubled-word`]);
});

test.each(Object.keys(lintRules))('%s can be switched off', async (rule) => {
  const picture = { 'content/kinh-te/hep.jpg': await jpeg(300, 200) };
  const bad = one(
    `title: ${'a'.repeat(120)}\nimage: hep.jpg`,
    `#### Sâu\n\nCủa của [xem thêm](/kinh-te/) [](/kinh-te/). Tăng mạnh.Nông dân.\n\n![Lúa](hep.jpg "Lúa")\n\n${'é'.normalize('NFD')}`,
  );
  const legacy = {
    'content/kinh-te/vni.md': article(
      `title: y\n${summary}`,
      'Noäi dung baøi baùo vieát veà ñôøi soáng cuûa noâng daân.',
    ),
  };
  const all = await lint({ ...bad, ...legacy, ...picture });
  expect(all.some((line) => line.endsWith(` ${rule}`))).toBe(true);
  expect(
    (await lint({ ...bad, ...legacy, ...picture }, `rules: { '${rule}': 'off' }`)).some((line) =>
      line.endsWith(` ${rule}`),
    ),
  ).toBe(false);
});

test('a build gives no editorial advice', async () => {
  const site = inlineSite(one('title: x', '#### Sâu'));
  expect(reported(await site.build())).toEqual([]);
});
