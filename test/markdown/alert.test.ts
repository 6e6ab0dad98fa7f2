import { expect, test } from 'vitest';
import { render, shown } from './render.ts';

const box = (kind: string, label: string, body: string): string =>
  `<div class="alert alert-${kind}" role="note"><p class="alert-title">${label}</p>\n${body}\n</div>`;

test.each([
  ['> [!NOTE]\n> Chữ', box('note', 'Ghi chú', '<p>Chữ</p>')],
  ['> [!tip]\n> Chữ **đậm**', box('tip', 'Mẹo', '<p>Chữ <strong>đậm</strong></p>')],
  ['> [!IMPORTANT]  \n> Chữ', box('important', 'Quan trọng', '<p>Chữ</p>')],
  ['> [!WARNING]\n>\n> Chữ\n>\n> - a', box('warning', 'Cảnh báo', '\n<p>Chữ</p>\n<ul>\n<li>a</li>\n</ul>')],
  ['> [!CAUTION]\n> Chữ', box('caution', 'Thận trọng', '<p>Chữ</p>')],
  ['> [!INFO]\n> Chữ', '<blockquote>\n<p>[!INFO]\nChữ</p>\n</blockquote>'],
  ['> [!NOTE] Chữ', '<blockquote>\n<p>[!NOTE] Chữ</p>\n</blockquote>'],
  ['> Chữ\n> [!NOTE]', '<blockquote>\n<p>Chữ\n[!NOTE]</p>\n</blockquote>'],
  ['[!NOTE]\nChữ', '<p>⟦d⟧[!NOTE]\nChữ</p>'],
])('%j', async (text, html) => {
  for (const parser of ['satteri', 'remark'] as const)
    expect(shown(await render(text, { parser }))).toBe(html);
});

test('the label is in the language of the document, and no word of its author', async () => {
  const result = await render('> [!NOTE]\n> One two', { lang: 'en' });
  expect(shown(result)).toBe(box('note', 'Note', '<p>One two</p>'));
  expect(result.words).toBe(2);
  expect(result.excerpt).toBe('One two');
});
