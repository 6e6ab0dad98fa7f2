import { expect, test } from 'vitest';
import { createSearch } from '../../src/privacy/create-search.ts';

const search = createSearch({
  secrets: [
    { key: 'royalty.amount', value: '1234567' },
    { key: 'royalty.amount', value: '345678' },
    { key: 'extra.phone', value: '0290 000 018' },
    { key: 'extra.source', value: 'Ông A <người & "nguồn">' },
    { key: 'extra.name', value: "Bà Bê O'Neil" },
  ],
  emails: ['ngoc.rieng@nha.example'],
});
const found = (text: string): string[] => search(text).map(({ value, index }) => `${index} ${value}`);

test.each([
  ['1234567', '0 1234567'],
  ['a;1234567;b', '2 1234567'],
  ['2026,1234567,3', '5 1234567'],
  ['[1,1.234.567,2]', '3 1234567'],
  ['1,234,567', '0 1234567'],
  ['1 234 567 đồng', '0 1234567'],
  ['1\u00a0234\u00a0567', '0 1234567'],
  ['VND1234567đ', '3 1234567'],
  ['{"amount":1234567.5}', '10 1234567'],
  ['1.234.567.', '0 1234567'],
  ['tel:0290000018', '4 0290 000 018'],
  ['0290.000.018', '0 0290 000 018'],
  ['Ông A <người & "nguồn">', '0 Ông A <người & "nguồn">'],
  ['<p>Ông A &lt;người &amp; &quot;nguồn&quot;&gt;', '3 Ông A <người & "nguồn">'],
  ['{"x":"Ông A <người & \\"nguồn\\">"}', '6 Ông A <người & "nguồn">'],
  [`?q=${encodeURIComponent('Ông A <người & "nguồn">')}`, '3 Ông A <người & "nguồn">'],
  ['Bà Bê O&#39;Neil', "0 Bà Bê O'Neil"],
  ['mailto:Ngoc.Rieng@nha.example', '7 ngoc.rieng@nha.example'],
  ['?to=ngoc.rieng%40nha.example', '4 ngoc.rieng@nha.example'],
  ['"Thư:\\nngoc.rieng@nha.example"', '7 ngoc.rieng@nha.example'],
  ['\\u003cngoc.rieng@nha.example', '6 ngoc.rieng@nha.example'],
  ['%3Cngoc.rieng%40nha.example', '3 ngoc.rieng@nha.example'],
  ['ngoc.rieng&#64;nha.example', '0 ngoc.rieng@nha.example'],
])('finds %s', (text, expected) => expect(found(text)).toEqual([expected]));

test.each([
  '11234567',
  '1.234.567.890',
  '0.1234567',
  'ab1234567',
  '1234567e',
  '1.345.678',
  '12.345.678',
  'Ông A <người & nguồn>',
  'ong.rieng@nha.example',
  'xngoc.rieng@nha.example',
  'ngắn',
  '',
])('and not in %s', (text) => expect(found(text)).toEqual([]));

test('all of them in one text, each once', () => {
  expect(found('345678 ngoc.rieng@nha.example 1234567 345.678').sort()).toEqual([
    '0 345678',
    '30 1234567',
    '7 ngoc.rieng@nha.example',
  ]);
});

test('ten thousand values in a megabyte of text take no longer than a few', () => {
  const secrets = Array.from({ length: 10_000 }, (_, index) => ({
    key: 'extra.source',
    value: `Nguồn tin số ${index} ở tỉnh`,
  }));
  const text = 'Nguồn tin số lẻ ở tỉnh nhà, và một câu dài hơn để cho có chữ. '.repeat(16_000);
  const many = createSearch({ secrets, emails: [] });
  const started = performance.now();
  expect(many(`${text}Nguồn tin số 9999 ở tỉnh`)).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(1000);
});
