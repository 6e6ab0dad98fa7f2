import { expect, test } from 'vitest';
import { toFocus } from '../../src/images/focus.ts';

test.each([
  ['60% 30%', { x: 0.6, y: 0.3 }],
  ['center', { x: 0.5, y: 0.5 }],
  ['left top', { x: 0, y: 0 }],
  ['top left', { x: 0, y: 0 }],
  ['top', { x: 0.5, y: 0 }],
  ['bottom', { x: 0.5, y: 1 }],
  ['Right', { x: 1, y: 0.5 }],
  ['40%', { x: 0.4, y: 0.5 }],
  ['left 25%', { x: 0, y: 0.25 }],
  ['25% bottom', { x: 0.25, y: 1 }],
  ['bottom center', { x: 0.5, y: 1 }],
  [' 12.5%,  100% ', { x: 0.125, y: 1 }],
])('%s', (value, point) => expect(toFocus(value)).toEqual(point));

test.each([
  '',
  ' ',
  'middle',
  '60',
  '60px 30px',
  '101% 0%',
  '-5% 0%',
  'left left',
  'top bottom',
  'left right',
  'left top center',
  '30% left',
  'constructor',
  '% %',
])('refuses %j', (value) => expect(toFocus(value)).toBeNull());
