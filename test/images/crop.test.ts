import { expect, test } from 'vitest';
import { crop } from '../../src/images/crop.ts';

test.each([
  ['the middle', [400, 100], [1, 1], { x: 0.5, y: 0.5 }, { left: 150, top: 0, width: 100, height: 100 }],
  [
    'between edge and middle',
    [400, 100],
    [1, 1],
    { x: 0.25, y: 0.5 },
    { left: 50, top: 0, width: 100, height: 100 },
  ],
  [
    'so near the edge that it cannot be the centre',
    [400, 100],
    [1, 1],
    { x: 0.05, y: 0.5 },
    { left: 0, top: 0, width: 100, height: 100 },
  ],
  ['the other edge', [400, 100], [1, 1], { x: 1, y: 0 }, { left: 300, top: 0, width: 100, height: 100 }],
  ['of a tall picture', [100, 400], [2, 1], { x: 0, y: 0.75 }, { left: 0, top: 275, width: 100, height: 50 }],
  [
    'of a picture of that ratio',
    [80, 60],
    [4, 3],
    { x: 1, y: 1 },
    { left: 0, top: 0, width: 80, height: 60 },
  ],
] as const)('a crop whose focus is %s', (_, [width, height], ratio, focus, expected) =>
  expect(crop({ width, height }, ratio, focus)).toEqual(expected),
);
