import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../src/reports/to-csv.ts';

const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '﹣', '﹦', '﹫', '−'];
const before = [
  '',
  ' ',
  '\u00A0',
  '\u200B',
  '\u200D',
  '\u2060',
  '\uFEFF',
  '\u3000',
  '\0',
  '\u00AD',
  ' \u200B ',
  '\u202E',
  '\u2003',
];

test.each(signs)('a cell that begins with %s is text', (sign) => {
  for (const blank of before) expect(toCsv([[`${blank}${sign}1+1`]])).toBe(`'${blank}${sign}1+1\r\n`);
});

test.each(['\t=1', '\r=1', '\n=1', '\tabc', ' \r\n=1'])('a cell that begins with %j is text', (text) => {
  expect(toCsv([[text]]).replace(/^"/, '')).toMatch(/^'/);
});

test('other cells stay as they are, and numbers may be below nothing', () => {
  expect(toCsv([['Giá lúa', 'a=1', '1-2', '“=1”', '', -5, "it's"]])).toBe(
    "Giá lúa,a=1,1-2,“=1”,,-5,it's\r\n",
  );
});

test('no cell begins with a sign once what programs pass over is gone', () => {
  const text = fc
    .array(fc.constantFrom(...signs, ...before, '\t', '\r', '\n', 'a', '"', ',', '1'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (value) => {
      const [, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^",]*))\r\n$/.exec(toCsv([[value]])) ?? [];
      const read = quoted?.replaceAll('""', '"') ?? plain ?? '';
      expect(read.replace(/^'/, '')).toBe(value);
      expect(read.normalize('NFKC').replace(/^[\s\p{C}\p{Z}]+/u, '')).not.toMatch(/^[=+\-@\u2212]/);
    }),
  );
});
