import { expect, test } from 'vitest';
import { findUnusable, usableText } from '../../src/bytes/usable-text.ts';

test.each([
  ['a\0b', 'a\uFFFDb'],
  ['a\uFDD0b\uFDEF', 'a\uFFFDb\uFFFD'],
  ['a\uFFFEb\uFFFF', 'a\uFFFDb\uFFFD'],
  ['a\u{1FFFE}b', 'a\uFFFDb'],
  ['a\uD800b\uDC00', 'a\uFFFDb\uFFFD'],
  ['Một\u0002hai,\u000B\u0002“ba”\u0002.', 'Một hai, “ba”.'],
  ['Một\u0008 hai \u001Bba', 'Một hai ba'],
  ['a\u0001b\u000B\t\n', 'a b\t\n'],
  ['😀 Đường', '😀 Đường'],
])('%j', (text, expected) => expect(usableText(text)).toBe(expected));

test.each([
  ['\0', { character: 'U+0000', line: 1, column: 1 }],
  ['a\n😀b\uD800', { character: 'U+D800', line: 2, column: 4 }],
  ['a', undefined],
])('the first of %j is %j', (text, expected) => expect(findUnusable(text)).toEqual(expected));
