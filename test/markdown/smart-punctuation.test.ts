import { describe, expect, test } from 'vitest';
import { punctuateFields } from '../../src/markdown/punctuate-fields.ts';
import { isSmart, smartPunctuation } from '../../src/markdown/smart-punctuation.ts';
import { article, configuration, inlineSite } from '../inline-site.ts';
import { type RenderOptions, render, shown } from './render.ts';

/** The HTML without the place of the dateline. */
const htmlOf = async (text: string, options?: RenderOptions): Promise<string> =>
  shown(await render(text, options)).replaceAll('⟦d⟧', '');

test.each([
  ['"Lúa" là gạo', '“Lúa” là gạo'],
  ['Ông nói: "Được."', 'Ông nói: “Được.”'],
  [`"Tôi nghe 'được rồi'", bà kể`, '“Tôi nghe ‘được rồi’”, bà kể'],
  [`"'Được' là gì?"`, '“‘Được’ là gì?”'],
  ['("lúa"), ["gạo"]', '(“lúa”), [“gạo”]'],
  ['Hà Nội - Huế - Sài Gòn', 'Hà Nội – Huế – Sài Gòn'],
  ['"Lúa" - "gạo"', '“Lúa” – “gạo”'],
  ['5 - 10%, 2025-2030, COVID-19', '5 – 10%, 2025-2030, COVID-19'],
  ['- Chào anh', '- Chào anh'],
  ["don't, readers' and K'Ho", 'don’t, readers’ and K’Ho'],
  ["the '90s, 'tis and 'then'", 'the ’90s, ’tis and ‘then’'],
  [`12" wide, 5'10" tall`, `12" wide, 5'10" tall`],
  [`"số 12" và 'số 5'`, '“số 12” và ‘số 5’'],
  [`https://bao.example/?q='a'&b=" c`, `https://bao.example/?q='a'&b=” c`],
  ['“đã có” – rồi', '“đã có” – rồi'],
  ['a -- b --- c', 'a -- b --- c'],
  ['', ''],
])('%s', (written, expected) => {
  expect(smartPunctuation(written)).toBe(expected);
  expect(smartPunctuation(expected)).toBe(expected);
});

test.each(['"', "'", ' - ', 'a" ', '"a', '5"', 'https://'])('%j, many times, is quick', (part) => {
  const began = process.cpuUsage();
  expect(smartPunctuation(part.repeat(50_000))).toHaveLength(part.length * 50_000);
  // Time of the processor, in microseconds: other work on the machine does not count.
  expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
});

test.each([
  ['vi', true],
  ['vi-VN', true],
  ['EN', true],
  ['fr', false],
  ['vie', false],
])('%s: %s', (language, expected) => expect(isSmart(['vi', 'en'], language)).toBe(expected));

describe.each(['satteri', 'remark'] as const)('bodies by %s', (parser) => {
  const smart = (text: string, lang = 'vi') => htmlOf(text, { parser, lang, smartPunctuation: ['vi', 'en'] });

  test.each([
    ['"Lúa *vàng*" - **"gạo"**', '<p>“Lúa <em>vàng</em>” – <strong>“gạo”</strong></p>'],
    ['"`a" - \'b\'`" - c', "<p>“<code>a\" - 'b'</code>” – c</p>"],
    ['- "một\n- hai"', '<ul>\n<li>“một</li>\n<li>hai”</li>\n</ul>'],
    ['<span title="a - b">"a"</span>', '<p><span title="a - b">“a”</span></p>'],
    ['"một\nhai"', '<p>“một\nhai”</p>'],
    ['"một&quot; \\"hai\\"', '<p>“một” “hai”</p>'],
    ['```\n"a" - b\n```', '"a" - b'],
  ])('%s', async (text, expected) => expect(await smart(text)).toContain(expected));

  test('the caption of a picture, not its alternative text', async () => {
    const { references } = await render('![a - "b"](a.png "c - d")', { parser, smartPunctuation: ['vi'] });
    expect(references).toMatchObject([{ alt: 'a - "b"', title: 'c – d' }]);
  });
  test('a document in another language', async () =>
    expect(await smart('"a" - b', 'de')).toContain('<p>"a" - b</p>'));
  test('ids of headings are the same', async () =>
    expect(await smart('## Lúa - "gạo"')).toContain('<h2 id="lua-gao">Lúa – “gạo”</h2>'));
});

test('without the option nothing changes', async () =>
  expect(await htmlOf('"a" - b')).toBe('<p>"a" - b</p>'));

test('fields that are sentences, and no names', () =>
  expect(
    punctuateFields({
      title: 'Lúa - "gạo"',
      summary: "Don't",
      keyPoints: ['a - b'],
      tags: ['a - b'],
      authors: ["O'Hara"],
      image: { src: 'a - b.png', alt: 'a - b', caption: 'a - b', credit: 'a - b' },
      corrections: [{ date: '2026 - 1', text: 'a - b' }],
      extra: { title: 'a - b' },
    }),
  ).toEqual({
    title: 'Lúa – “gạo”',
    summary: 'Don’t',
    keyPoints: ['a – b'],
    tags: ['a - b'],
    authors: ["O'Hara"],
    image: { src: 'a - b.png', alt: 'a - b', caption: 'a – b', credit: 'a - b' },
    corrections: [{ date: '2026 - 1', text: 'a – b' }],
    extra: { title: 'a - b' },
  }));

test('a site with the option: titles, summaries, feeds; edits of the option reach what was kept', async () => {
  const site = inlineSite({
    'content/kinh-te/lua.md': article('title: Lúa - "gạo"\nsummary: Don\'t - "ạ"', '"Một" - hai.'),
    'content/kinh-te/rice.md': article('title: Rice - "gạo"\nlang: en', '"One" - two.'),
  });
  await site.build();
  expect(site.read('kinh-te/lua/index.html')).toContain('<title>Lúa - &quot;gạo&quot;');
  await site
    .write({ 'broadsheet.config.ts': configuration("markdown: { smartPunctuation: ['vi'] }") })
    .build();
  const page = site.read('kinh-te/lua/index.html');
  for (const part of ['<title>Lúa – “gạo”', '<h1>Lúa – “gạo”</h1>', 'Don’t – “ạ”', '“Một” – hai.'])
    expect(page).toContain(part);
  expect(site.read('rss.xml')).toContain('<title>Lúa – “gạo”</title>');
  expect(site.read('kinh-te/rice/index.html')).toContain('"One" - two.');
});
