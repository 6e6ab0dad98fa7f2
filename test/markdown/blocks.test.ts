import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRender, render, reported, shown } from './render.ts';

/** Bodies without the white space between blocks. */
const tight = (html: string): string => html.replace(/\s*\n\s*/g, '');

test.each([
  [':::note\nChữ\n:::', '⟦b0⟧<p>Chữ</p>⟦/b⟧'],
  ['Một\n\n:::note[Đầu đề]{kind=tip}\n- a\n:::\n\nHai', '<p>⟦d⟧Một</p>⟦b0⟧<ul><li>a</li></ul>⟦/b⟧<p>Hai</p>'],
  ['::video{src=a.mp4}', '⟦b0⟧⟦/b⟧'],
  ['::::details[Xem]\n:::note\nChữ\n:::\n![Lúa](a.jpg)\n::::', '⟦b0⟧⟦b1⟧<p>Chữ</p>⟦/b⟧⟦2⟧⟦/b⟧'],
  ['> :::note\n> Chữ\n> :::', '<blockquote>⟦b0⟧<p>Chữ</p>⟦/b⟧</blockquote>'],
  ['- ::video{src=a.mp4}\n- b', '<ul><li>⟦b0⟧⟦/b⟧</li><li>b</li></ul>'],
  ['Theo :abbr[WHO]{title="Tổ chức"} và', '<p>⟦d⟧Theo ⟦b0⟧WHO⟦/b⟧ và</p>'],
  [':button[**Xem** bài]{to=/a/}', '<p>⟦d⟧⟦b0⟧<strong>Xem</strong> bài⟦/b⟧</p>'],
])('%j', async (text, html) => {
  for (const parser of ['satteri', 'remark'] as const) {
    const result = await render(text, { parser });
    expect(tight(shown(result))).toBe(html);
    expect(reported(result)).toEqual([]);
  }
});

test('a block has its attributes with their places, the words in brackets, and the cells of its table', async () => {
  const text =
    'Một\n\n:::gallery[Ba **tấm** hình]{columns=3\tcaption="x columns=4"}\n| a | b |\n| - | - |\n| 1 | *2* |\n:::';
  const { references, words } = await render(text, { line: 11 });
  expect(references).toEqual([
    {
      kind: 'block',
      block: 'gallery',
      name: 'gallery',
      form: 'container',
      label: 'Ba tấm hình',
      attributes: { columns: ['3', 13, 29], caption: ['x columns=4', 13, 39] },
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
      line: 13,
      column: 1,
    },
  ]);
  expect(words).toBe(1 + 3 + 4);
});

test.each([
  'lúc 8:30',
  'tỷ số 2:1[^2]\n\n[^2]: Theo ban tổ chức.',
  'xem:mục[3] và xem:mục{a}',
  'abbr:x[b] :note[b] :video{src=a}',
  'a:abbr b',
  '`:abbr[a]` và `:::note`',
  '```\n:::note\n:::\n```',
  '    ::video{src=a}',
  'https://bao.example:8080[1] và http://a.example/b:abbr',
  '\\:::note',
  '\\:abbr[a]',
  '**giá:1[x]** _a:2{b}_ [c:3[d]](/e/)',
  '| a:1[b] |\n| - |\n| c:2{d} |',
])('%j is text, as it is without blocks', async (text) => {
  const without = await render(text, { blocks: {}, parser: 'remark' });
  for (const parser of ['satteri', 'remark'] as const)
    expect(await render(text, { parser })).toEqual(without);
});

test('whatever stands between colons, brackets and braces is text where no block has the name', async () => {
  const rendering = [await createRender(), await createRender({ blocks: {} })];
  const piece = fc.constantFrom(
    ':',
    'a',
    '1',
    '[',
    ']',
    '{',
    '}',
    '*',
    '_',
    ' ',
    '`',
    '^',
    '"',
    '=',
    '\n',
    '(',
    ')',
    '|',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 24 }), async (pieces) => {
      const text = pieces.join('').replace(/::+/g, ':');
      const [mine, plain] = await Promise.all(rendering.map((one) => one(text)));
      expect(mine).toEqual(plain);
    }),
    { numRuns: 300 },
  );
});

test('whatever stands in and around blocks, both parsers give the same', async () => {
  const line = fc.constantFrom(
    ...[':::note', ':::box[Đầu đề]{kind=tip}', '::::details[Xem]', ':::', '::::', '::video{src=a.mp4}'],
    ...[
      '::galery',
      ':::note Chữ',
      '::: note',
      ':::gallery{columns=3',
      'caption="x"}',
      '::audio{src="a&amp;b.mp3"}',
    ],
    ...[
      'Theo :abbr[WHO]{title="Tổ chức"} và',
      ':button[**Xem**]{to=/a/}',
      'lúc 8:30',
      'https://a.example:80/x',
    ],
    ...[
      'Chữ *đậm*',
      '> trích',
      '- mục',
      '  tiếp',
      '| a | b |',
      '| - | - |',
      '## Hai',
      '```',
      '[^1]',
      '[^1]: Chú',
    ],
    '',
  );
  const renders = await Promise.all(
    (['satteri', 'remark'] as const).map((parser) => createRender({ parser })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (lines) => {
      const text = [...lines, '::video{src=b.mp4}'].join('\n');
      const [one, other] = await Promise.all(renders.map((render) => render(text)));
      expect(one).toEqual(other);
    }),
    { numRuns: 300 },
  );
});

test.each<[string, string[], string]>([
  ['::galery{x=1}', ['1:1 block-unknown galery, gallery'], '<p>⟦d⟧::galery{x=1}</p>'],
  [':::spoiler[Kết]\nChữ\n:::', ['1:1 block-unknown spoiler'], '<p>⟦d⟧Kết</p><p>Chữ</p>'],
  ['Một\n\n::: note\nChữ\n:::', ['3:1 block-form :::note'], '<p>⟦d⟧Một</p><p>::: noteChữ:::</p>'],
  [
    ':::tip Nên nhớ\n\nChữ\n\n:::',
    ['1:1 block-form :::tip[Nên nhớ]'],
    '<p>⟦d⟧:::tip Nên nhớ</p><p>Chữ</p><p>:::</p>',
  ],
  [
    'Một\n\n:::note\nChữ\n\n## Hai',
    ['3:1 block-unclosed note, :::, ::::'],
    '<p>⟦d⟧Một</p>⟦b0⟧<p>Chữ</p><h2 id="hai">Hai</h2>⟦/b⟧',
  ],
  [
    ':::details\n:::note\nChữ\n:::\n:::',
    ['2:1 block-unclosed note, :::, ::::'],
    '⟦b0⟧⟦b1⟧<p>Chữ</p>⟦/b⟧⟦/b⟧<p>⟦d⟧:::</p>',
  ],
])('%j is told: %j', async (text, messages, html) => {
  for (const parser of ['satteri', 'remark'] as const) {
    const result = await render(text, { parser });
    expect(reported(result)).toEqual(messages);
    expect(tight(shown(result))).toBe(html);
  }
});

test('blocks within each other have a limit, beyond which they are text', async () => {
  const names = Array.from({ length: 9 }, (_, level) => `${':'.repeat(12 - level)}note`);
  const result = await render(
    [...names, 'Chữ', ...names.toReversed().map((name) => name.replace('note', ''))].join('\n'),
  );
  expect(reported(result)).toEqual(['9:1 block-too-deep 8']);
  expect(tight(shown(result))).toBe(
    `${[0, 1, 2, 3, 4, 5, 6, 7].map((level) => `⟦b${level}⟧`).join('')}<p>::::noteChữ::::</p>${'⟦/b⟧'.repeat(8)}`,
  );
});

test('what a plugin of the site makes of a directive is its own', async () => {
  const take = () => (tree: { children: { type: string; name?: string; data?: object }[] }) => {
    for (const node of tree.children) if (node.name === 'poem') node.data = { hName: 'blockquote' };
  };
  const result = await render(':::poem\nChữ\n:::\n\n:::note\nHai\n:::', { remarkPlugins: [take] });
  expect(tight(shown(result))).toBe('<blockquote><p>Chữ</p></blockquote>⟦b0⟧<p>Hai</p>⟦/b⟧');
  expect(reported(result)).toEqual([]);
});

test.each([
  ['Một.\n\n:::details[Hai]\nBa.\n:::\n\nBốn.', 'Một. Bốn.', 4],
  [':::quote\nMột\n:::', 'Một', 1],
  [':::note[Một]\nHai.\n:::\n\nBa.', 'Hai. Ba.', 3],
  ['Theo :abbr[WHO]{title="Tổ chức"}.', 'Theo WHO.', 2],
])('the excerpt of %j has the words of the text, and the count all', async (text, excerpt, words) => {
  const result = await render(text, {
    blocks: {
      note: { block: 'box', inline: false },
      details: { block: 'details', inline: false },
      quote: { block: 'quote', inline: false },
      abbr: { block: 'abbr', inline: true },
    },
  });
  expect([result.excerpt, result.words]).toEqual([excerpt, words]);
});

test.each([
  [
    '<iframe src="https://www.youtube.com/embed/abc_1-2" title="Gặt lúa"></iframe>',
    'https://www.youtube.com/watch?v=abc_1-2',
  ],
  ['<p><iframe src="//player.vimeo.com/video/12345"></iframe></p>', 'https://vimeo.com/12345'],
])('a frame of a known service in HTML is an embed: %j', async (text, link) => {
  const result = await render(text);
  expect(result.references).toMatchObject([
    { kind: 'block', block: 'embed', attributes: { src: [link, 1, expect.any(Number)] } },
  ]);
  expect(result.messages.map(({ rule }) => rule)).toEqual(['iframe-embedded']);
  expect(tight(shown(result))).toBe('⟦b0⟧⟦/b⟧');
});

test('a frame of any other site is lost, and its address told', async () => {
  const result = await render('Một\n\n<iframe src="https://khac.example/a"></iframe>');
  expect(reported(result)).toEqual(['3:1 html-removed <iframe src="https://khac.example/a">']);
});

test('marks of print stand in the words of a block, and not in its addresses', async () => {
  const result = await render(
    '::::details["Lúa" - gạo]\n:::video["Gặt"]{src="a - b.mp4"}\n"Nghe"\n:::\n::::',
    {
      smartPunctuation: ['vi'],
    },
  );
  expect(result.references).toMatchObject([
    { label: '“Lúa” – gạo' },
    { label: '“Gặt”', attributes: { src: ['a - b.mp4', 2, 17] } },
  ]);
  expect(tight(shown(result))).toBe('⟦b0⟧⟦b1⟧<p>“Nghe”</p>⟦/b⟧⟦/b⟧');
});
