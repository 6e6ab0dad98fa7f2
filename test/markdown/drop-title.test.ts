import { expect, test } from 'vitest';
import { render, reported, shown } from './render.ts';

test.each([
  ['# Giá lúa\n\nTăng.', true],
  ['## Giá *lúa*\n\nTăng.', true],
  ['GIÁ  LÚA\n===\n\nTăng.', true],
  ['<h1>Giá lúa</h1>\n\nTăng.', true],
  ['### Giá lúa\n\nTăng.', false],
  ['# Giá lúa tăng\n\nTăng.', false],
  ['Tăng.\n\n# Giá lúa', false],
])('%j: %s', async (text, isDropped) => {
  const result = await render(text, { title: 'Giá lúa', line: 5 });
  expect(/<h\d/.test(shown(result))).toBe(!isDropped);
  expect(reported(result)).toEqual(isDropped ? ['5:1 title-repeated Giá lúa'] : []);
  if (isDropped) expect(shown(result).trim()).toBe('<p>⟦d⟧Tăng.</p>');
});

test('without a title nothing is dropped', async () => {
  expect(shown(await render('# \n\n# A'))).toContain('>A</h');
});
