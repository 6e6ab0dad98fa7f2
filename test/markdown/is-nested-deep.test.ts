import { expect, it } from 'vitest';

import { isNestedDeep } from '../../src/markdown/is-nested-deep.ts';

it.each([
  ['> '.repeat(4), true],
  ['> '.repeat(3), false],
  ['>>>>a', true],
  ['- - 1. > a', true],
  ['- a\n  - b\n    - c\n      - d', true],
  ['- a\n  - b\n    - c\n- d\n  - e\n    - f', false],
  ['---------', false],
  ['a > > > > >', false],
])('%j is deeper than three levels: %s', (text, deep) => expect(isNestedDeep(text, 3)).toBe(deep));
