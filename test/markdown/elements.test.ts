import { describe, expect, it } from 'vitest';

import { altProblem } from '../../src/markdown/elements/picture.ts';
import { render, reported, shown } from './render.ts';

describe('headings', () => {
  it('have ASCII ids, from NFC and NFD alike, unique in the document', async () => {
    const result = await render(
      `## Đường lối\n\n## ${'Đường lối'.normalize('NFD')}\n\n## *Đường* \`lối\`\n\n## 2026\n\n## 中文\n`,
    );
    expect(result.headings.map(({ id }) => id)).toEqual([
      'duong-loi',
      'duong-loi-2',
      'duong-loi-3',
      '2026',
      '中文',
    ]);
    expect(shown(result)).toContain('<h2 id="duong-loi-3"><em>Đường</em> <code>lối</code></h2>');
    expect(result.headings[2]).toEqual({ depth: 2, id: 'duong-loi-3', text: 'Đường lối' });
  });
  it('do not take ids of the template or of footnotes', async () => {
    const result = await render('## Nội dung\n\n## User content fn 1\n\na[^1]\n\n[^1]: b');
    expect(result.headings.map(({ id }) => id)).toEqual(['noi-dung-2', 'user-content-fn-1-2']);
  });
  it.each([
    ['# a\n## b\n### c\n# d', [2, 3, 4, 2]],
    ['## a\n### b\n## c', [2, 3, 2]],
    ['### a\n## b', [2, 2]],
    ['## a\n#### b\n### c', [2, 3, 3]],
    ['# a\n## b\n### c\n#### d\n##### e\n###### f', [2, 3, 4, 5, 6, 6]],
  ])('begin at level 2 and skip none: %j', async (text, depths) =>
    expect((await render(text)).headings.map(({ depth }) => depth)).toEqual(depths),
  );
  it('without content go away', async () => expect(shown(await render('##\n\na'))).toBe('\n<p>⟦d⟧a</p>'));
  it('may hold a picture', async () => {
    const result = await render('## ![Cờ](co.png)');
    expect(shown(result)).toBe('<h2 id="muc">⟦0⟧</h2>');
    expect(result.headings).toEqual([]);
  });
});

describe('tables', () => {
  const text = '| a | b |\n|:-:|---|\n| 1 | 2 |\n';
  it('scroll in a labelled region', async () => {
    expect(shown(await render(text))).toBe(
      '<section class="table-scroll" tabindex="0" aria-label="Bảng"><table>\n<thead>\n<tr>\n<th class="align-center">a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="align-center">1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table></section>',
    );
  });
  it('have labels of their own', async () => {
    expect(shown(await render(`${text}\n${text}`)).match(/aria-label="[^"]*"/g)).toEqual([
      'aria-label="Bảng 1"',
      'aria-label="Bảng 2"',
    ]);
    expect(shown(await render(text, { lang: 'en' })).match(/aria-label="[^"]*"/g)).toEqual([
      'aria-label="Table"',
    ]);
  });
});

describe('pictures', () => {
  it('alone in a paragraph are blocks', async () => {
    const result = await render('![Hình một](hình.jpg "Chú thích")\n\n![b](b.png)\n![c](c.png)', { line: 5 });
    expect(shown(result)).toBe('⟦0⟧\n⟦1⟧⟦2⟧');
    expect(result.references).toEqual([
      {
        kind: 'picture',
        url: 'hình.jpg',
        alt: 'Hình một',
        title: 'Chú thích',
        block: true,
        line: 5,
        column: 1,
      },
      { kind: 'picture', url: 'b.png', alt: 'b', block: true, line: 7, column: 1 },
      { kind: 'picture', url: 'c.png', alt: 'c', block: true, line: 8, column: 1 },
    ]);
  });
  it('among words are inline', async () => {
    const result = await render('a ![b](c.png)');
    expect(shown(result)).toBe('<p>⟦d⟧a ⟦0⟧</p>');
    expect(result.references).toMatchObject([{ block: false }]);
  });
  it('that are linked keep their link', async () => {
    const result = await render('[![b](c.png)](d.md)\n\n[![b](c.png)](https://khac.example/)');
    expect(shown(result)).toBe(
      '<p>⟦1⟧⟦0⟧⟦/⟧</p>\n<p><a href="https://khac.example/" rel="external noopener">⟦2⟧</a></p>',
    );
    expect(result.references).toMatchObject([
      { kind: 'picture', block: false },
      { kind: 'link', url: 'd.md' },
      { block: false },
    ]);
  });
  it('with an unsafe address give way to their alternative text', async () => {
    const result = await render('![chữ](javascript:x)\n\n![](data:image/png;base64,AA)');
    expect(shown(result)).toBe('<p>⟦d⟧chữ</p>\n');
    expect(reported(result)).toEqual([
      '1:1 link-scheme javascript:x, javascript',
      '3:1 link-scheme data:image/png;base64,AA, data',
    ]);
  });
  it('without alternative text, or with a file name, are reported', async () => {
    expect(
      reported(await render('![](a.jpg) ![IMG_1234](b.jpg)\n![ruộng lúa.JPG](c.jpg)', { line: 2 })),
    ).toEqual([
      '2:1 alt-missing a.jpg,',
      '2:12 alt-file-name b.jpg, IMG_1234',
      '3:1 alt-file-name c.jpg, ruộng lúa.JPG',
    ]);
  });
});

describe('altProblem', () => {
  it.each([
    ['', 'alt-missing'],
    [' ', 'alt-missing'],
    ['DSC0012', 'alt-file-name'],
    ['DSC_0012', 'alt-file-name'],
    ['img-20221128-0001', 'alt-file-name'],
    ['z3912345678901_0a1b2c', 'alt-file-name'],
    ['a.webp', 'alt-file-name'],
  ])('%j breaks %s', (alt, rule) => expect(altProblem(alt)).toBe(rule));
  it.each(['Ruộng lúa', 'Image', 'Ảnh 123', 'IMG_1234 chụp ruộng', 'Tổng thu 2026.'])(
    '%j is a description',
    (alt) => expect(altProblem(alt)).toBeUndefined(),
  );
});

describe('task lists', () => {
  it('have boxes with a name', async () => {
    expect(shown(await render('- [x] a\n- [ ] b'))).toBe(
      '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Đã xong"> a</li>\n<li class="task-list-item"><input type="checkbox" disabled aria-label="Chưa xong"> b</li>\n</ul>',
    );
  });
});

describe('the dateline', () => {
  it.each([
    ['goes before the first words', 'a\n\nb', '<p>⟦d⟧a</p>\n<p>b</p>'],
    [
      'skips pictures and headings',
      '![a](b.png)\n\n[![a](b.png)](c.md)\n\n## c\n\nd',
      '⟦0⟧\n<p>⟦2⟧⟦1⟧⟦/⟧</p>\n<h2 id="c">c</h2>\n<p>⟦d⟧d</p>',
    ],
    ['does not enter a list', '- a\n\n  b', '<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>'],
    ['is not there in an empty body', '', ''],
  ])('%s', async (_name, text, html) => expect(shown(await render(text))).toBe(html));
});

describe('code', () => {
  it('of a known language is highlighted by classes', async () => {
    expect(shown(await render('```js\nlet a\n```'))).toBe(
      '<pre tabindex="0"><code class="hljs language-js"><span class="hljs-keyword">let</span> a\n</code></pre>',
    );
  });
  it.each([
    [
      'of an unknown language is not',
      '```abc\nlet a\n```',
      '<pre tabindex="0"><code class="language-abc">let a\n</code></pre>',
    ],
    ['of no language is not', '```\nlet a\n```', '<pre tabindex="0"><code>let a\n</code></pre>'],
  ])('%s', async (_name, text, html) => {
    const result = await render(text);
    expect(shown(result).replace('hljs ', '')).toBe(html);
    expect(result.messages).toEqual([]);
  });
  it('is not highlighted where the site does not want it', async () =>
    expect(shown(await render('```js\nlet a\n```', { highlight: false }))).toBe(
      '<pre tabindex="0"><code class="language-js">let a\n</code></pre>',
    ));
});
