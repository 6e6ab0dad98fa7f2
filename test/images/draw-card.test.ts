import { expect, test } from 'vitest';
import { canDraw, linesOf } from '../../src/images/draw-card.ts';

const words = { kicker: 'Kinh tế', name: 'Báo Thử', lang: 'vi', accent: '#9a1220' };

test.each([
  ['Giá lúa “tăng” – 5 %', true],
  ['Đường ƯƠNG ỗ ữ ỵ, Zürich, São Paulo', true],
  ['Giá lúa'.normalize('NFD'), true],
  ['稻米', false],
  ['Łódź', false],
  ['Lúa 🌾', false],
])('fonts have the letters of %s: %s', (title, expected) => {
  expect(canDraw({ ...words, title })).toBe(expected);
});

test.each([
  ['một hai ba', 20, ['một hai ba']],
  ['một hai ba bốn năm', 10, ['một hai ba', 'bốn năm']],
  ['Cảng Lạc Dương đón tàu', 14, ['Cảng Lạc Dương', 'đón tàu']],
  // The name stays whole.
  ['Gió ở Lạc Dương', 11, ['Gió ở', 'Lạc Dương']],
  ['motchudairatdai', 5, ['motchudairatdai']],
])('%s in lines of %d letters', (title, width, expected) => {
  expect(linesOf({ title, lang: 'vi', room: width, widthOf: (line) => line.length })).toEqual(expected);
});
