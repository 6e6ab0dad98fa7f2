import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberedPlace, permalink, toOutput, toPlace, toUrl } from '../../src/addresses/permalink.ts';
import { toSegment } from '../../src/addresses/segment.ts';
import type { Address } from '../../src/brands.ts';
import { aConfig } from '../a-config.ts';

const vi = aConfig();
const en = aConfig({
  site: { language: 'en', base: '/news/' },
  permalinks: { article: '/:year/:month/:slug.html', category: '/', number: 'p:number' },
});
const values = { category: 'kinh-te/lua', slug: 'gia', year: '2026', month: '11' };

test.each([
  [
    'article',
    '/kinh-te/lua/gia/',
    'kinh-te/lua/gia/index.html',
    '/news/2026/11/gia.html',
    '2026/11/gia.html',
  ],
  ['category', '/kinh-te/lua/', 'kinh-te/lua/index.html', '/news/', 'index.html'],
  ['page', '/gia/', 'gia/index.html', '/news/gia/', 'gia/index.html'],
  ['tag', '/tu-khoa/gia/', 'tu-khoa/gia/index.html', '/news/tags/gia/', 'tags/gia/index.html'],
  ['author', '/tac-gia/gia/', 'tac-gia/gia/index.html', '/news/authors/gia/', 'authors/gia/index.html'],
  [
    'month',
    '/luu-tru/2026/11/',
    'luu-tru/2026/11/index.html',
    '/news/archive/2026/11/',
    'archive/2026/11/index.html',
  ],
] as const)('of %s', (kind, address, output, otherAddress, otherOutput) => {
  expect(permalink(vi, kind, values)).toEqual({ address, output });
  expect(permalink(en, kind, values)).toEqual({ address: otherAddress, output: otherOutput });
});

test('of archive pages', () => {
  expect(numberedPlace(vi, '/kinh-te/' as Address, 3)).toEqual({
    address: '/kinh-te/trang-3/',
    output: 'kinh-te/trang-3/index.html',
  });
  expect(numberedPlace(en, '/news/' as Address, 12)).toEqual({
    address: '/news/p12/',
    output: 'p12/index.html',
  });
});

test('absolute', () => expect(toUrl(en, '/news/a/' as Address)).toBe('https://bao.example/news/a/'));

test.each([
  ['/', 'index.html', undefined],
  ['/news/', 'news/index.html', 'index.html'],
  ['/news/a', 'news/a/index.html', 'a/index.html'],
  ['/news/a.html', 'news/a.html', 'a.html'],
  ['/newspaper/', 'newspaper/index.html', undefined],
  ['https://x.example/', undefined, undefined],
])('the output of %s', (address, output, other) => {
  expect(toOutput(vi, address)).toBe(output);
  expect(toOutput(en, address)).toBe(other);
});

test('an address and its output belong together', () => {
  const path = fc
    .array(fc.stringMatching(/^[a-z0-9-]{1,5}$/), { maxLength: 3 })
    .map((parts) => parts.map((part) => `${part}/`).join(''));
  fc.assert(
    fc.property(path, (written) => {
      for (const config of [vi, en]) {
        const { address, output } = toPlace(config, written);
        expect(toOutput(config, address)).toBe(output);
      }
    }),
  );
});

test('a segment is never empty, never long, of letters and digits without case, and stays itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 100, maxLength: 300 })),
      (name) => {
        const segment = toSegment(name);
        expect(segment).toMatch(/^[\p{L}\p{M}\p{Nd}]+(?:-[\p{L}\p{M}\p{Nd}]+)*$/u);
        expect(toSegment(segment)).toBe(segment);
        expect(toSegment(name.normalize('NFD'))).toBe(toSegment(name.normalize('NFC')));
      },
    ),
  );
});
test('long names that begin alike stay apart', () =>
  expect(toSegment(`${'a'.repeat(300)}1`)).not.toBe(toSegment(`${'a'.repeat(300)}2`)));
test('names of other scripts stay apart', () => expect(toSegment('日本')).not.toBe(toSegment('中国')));

test.each([
  ['Ðồng Tháp', 'dong-thap'],
  ['ភាសាខ្មែរ', 'ភាសាខ្មែរ'],
  ['日'.repeat(60), `${'日'.repeat(37)}-`],
  ['a'.repeat(300), `${'a'.repeat(111)}-`],
])('%s as a part of an address: %s', (name, begins) => {
  const segment = toSegment(name);
  expect(segment.startsWith(begins)).toBe(true);
  expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(120);
});

test('URLs are percent-encoded', () => {
  expect(toUrl(aConfig(), '/日本/a-1/?b=%20')).toBe('https://bao.example/%E6%97%A5%E6%9C%AC/a-1/?b=%20');
});
