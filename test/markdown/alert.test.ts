import { expect, test } from 'vitest';
import { render, shown } from './render.ts';

// What the template makes of the box is in test/theme/blocks.test.ts.
test.each([
  ['> [!NOTE]\n> Chữ', 'note', '<p>Chữ</p>'],
  ['> [!tip]\n> Chữ **đậm**', 'tip', '<p>Chữ <strong>đậm</strong></p>'],
  ['> [!IMPORTANT]  \n> Chữ', 'important', '<p>Chữ</p>'],
  ['> [!WARNING]\n>\n> Chữ\n>\n> - a', 'warning', '<p>Chữ</p>\n<ul>\n<li>a</li>\n</ul>'],
  ['> [!CAUTION]\n> Chữ', 'caution', '<p>Chữ</p>'],
])('%j is a box', async (text, kind, html) => {
  for (const parser of ['satteri', 'remark'] as const) {
    const result = await render(text, { parser });
    expect(shown(result).replace(/\n+/g, '\n')).toBe(`⟦b0⟧\n${html}\n⟦/b⟧`);
    expect(result.references).toEqual([
      {
        kind: 'block',
        block: 'box',
        name: kind,
        form: 'container',
        attributes: { kind: [kind, 1, 1] },
        line: 1,
        column: 1,
      },
    ]);
  }
});

test.each([
  ['> [!INFO]\n> Chữ', '<blockquote>\n<p>[!INFO]\nChữ</p>\n</blockquote>'],
  ['> [!NOTE] Chữ', '<blockquote>\n<p>[!NOTE] Chữ</p>\n</blockquote>'],
  ['> Chữ\n> [!NOTE]', '<blockquote>\n<p>Chữ\n[!NOTE]</p>\n</blockquote>'],
  ['[!NOTE]\nChữ', '<p>⟦d⟧[!NOTE]\nChữ</p>'],
])('%j is none', async (text, html) => {
  for (const parser of ['satteri', 'remark'] as const)
    expect(shown(await render(text, { parser }))).toBe(html);
});

test('the label is no word of its author', async () => {
  const result = await render('> [!NOTE]\n> One two', { lang: 'en' });
  expect(result.words).toBe(2);
  expect(result.excerpt).toBe('One two');
});
