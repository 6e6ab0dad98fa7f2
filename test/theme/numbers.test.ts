import { expect, test } from 'vitest';
import { toNumber } from '../../templates/numbers.ts';

test.each([
  ['7.400', 'vi', 7400],
  ['7.400,5', 'vi', 7400.5],
  ['1.234.567', 'vi', 1_234_567],
  ['0,8', 'vi', 0.8],
  ['0.8', 'vi', 0.8],
  ['7.4', 'vi', 7.4],
  ['7,400', 'en', 7400],
  ['7,400.5', 'en', 7400.5],
  ['0,8', 'en', 0.8],
  ['12 %', 'vi', 12],
  ['12%', 'vi', 12],
  ['−3,5', 'vi', -3.5],
  ['–3', 'vi', -3],
  ['+4', 'vi', 4],
  ['42 m', 'vi', 42],
  ['7400 đồng', 'vi', 7400],
  ['1 234', 'vi', 1234],
])('%j in %s is %d', (text, lang, value) => {
  expect(toNumber(text, lang)).toBe(value);
});

test.each(['', '-', 'Lúa', '7,1 – 7,4', '16/11/2026', '1.2.3', '12a3', '7.400 đến 8.000'])(
  '%j is none',
  (text) => {
    expect(toNumber(text, 'vi')).toBeUndefined();
  },
);
