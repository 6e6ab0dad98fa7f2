import { expect, test } from 'vitest';
import { trim } from '../../src/bytes/usable-text.ts';

test.each([
  ['  a b ', 'a b'],
  ['   ', ''],
  ['', ''],
  ['a', 'a'],
])('%j', (text, expected) => expect(trim(text, /\s/)).toBe(expected));
