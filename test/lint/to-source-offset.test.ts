import { expect, test } from 'vitest';
import { createSourceOffset } from '../../src/lint/to-source-offset.ts';

test.each([
  ['Một hai', 'Một hai', 'hai', 'hai'],
  ['Một \\_ hai \\* ba &amp; bốn', 'Một _ hai * ba & bốn', 'bốn', 'bốn'],
  ['a\\b \\\\ c', 'a\\b \\ c', 'c', 'c'],
  ['&#x1F600; xong', '😀 xong', 'xong', 'xong'],
  ['&amp;amp; xong', '&amp; xong', 'xong', 'xong'],
  ['R&D; xong', 'R&D; xong', 'xong', 'xong'],
  ['một \n  > hai', 'một\nhai', 'hai', 'hai'],
])('%s', (source, value, word, found) => {
  expect(source.slice(createSourceOffset({ source, value })(value.indexOf(word)))).toBe(found);
});

test('several places of a text, in any order', () => {
  const at = createSourceOffset({ source: 'a \\* b &amp; c', value: 'a * b & c' });
  expect([8, 2, 4, 4, 8].map(at)).toEqual([13, 2, 5, 5, 13]);
});
