import { expect, test } from 'vitest';
import { toSourceOffset } from '../../src/lint/to-source-offset.ts';

test.each([
  ['Một hai', 'Một hai', 'hai', 'hai'],
  ['Một \\_ hai \\* ba &amp; bốn', 'Một _ hai * ba & bốn', 'bốn', 'bốn'],
  ['a\\b \\\\ c', 'a\\b \\ c', 'c', 'c'],
  ['&#x1F600; xong', '😀 xong', 'xong', 'xong'],
  ['&amp;amp; xong', '&amp; xong', 'xong', 'xong'],
  ['R&D; xong', 'R&D; xong', 'xong', 'xong'],
  ['một \n  > hai', 'một\nhai', 'hai', 'hai'],
])('%s', (source, value, word, found) => {
  expect(source.slice(toSourceOffset({ source, value, index: value.indexOf(word) }))).toBe(found);
});
