import pc from 'picocolors';
import { expect, test } from 'vitest';
import type { OutputPath } from '../../src/brands.ts';
import type { BuildResult } from '../../src/build/build-result.ts';
import { summarise } from '../../src/commands/summarise.ts';

const result: BuildResult = {
  articles: 10234,
  pages: 12,
  pictures: 1,
  parsed: 0,
  rendered: 1,
  resized: 0,
  fetched: 0,
  elsewhere: 0,
  written: 1,
  unchanged: 23456,
  removed: 0,
  files: 23457,
  bytes: 845_300_000,
  largest: [
    { output: 'kinh-te/index.html' as OutputPath, bytes: 81_250 },
    { output: 'index.html' as OutputPath, bytes: 900 },
  ],
  errors: 0,
  warnings: 0,
  durationMs: 1234,
  timings: {},
  messages: [],
};
const options = { out: 'dist', colors: pc.createColors(false) };

test('in Vietnamese', () => {
  expect(summarise(result, { ...options, language: 'vi' })).toBe(
    '10.234 bài viết, 12 trang, 1 hình (đọc 0, dựng 1, đổi cỡ 0)\n1 tệp được ghi, 23.456 không đổi, 0 bị xóa\nCả trang: 23.457 tệp, 845,3 MB; trang nặng nhất 81,3 kB: kinh-te/index.html\nXong trong 1,23 giây: dist\n',
  );
  expect(
    summarise(
      { ...result, errors: 1, warnings: 2, cacheDiscarded: 'damaged' },
      { ...options, language: 'vi' },
    ),
  ).toContain('1 lỗi, 2 cảnh báo\nBộ nhớ đệm bị hỏng');
});
test('in English', () => {
  expect(summarise(result, { ...options, language: 'en' })).toBe(
    '10,234 articles, 12 pages, 1 picture (parsed 0, rendered 1, resized 0)\n1 file written, 23,456 unchanged, 0 removed\nIn all 23,457 files, 845.3 MB; the largest page has 81.3 kB: kinh-te/index.html\nDone in 1.23 s: dist\n',
  );
  expect(
    summarise({ ...result, errors: 1, warnings: 2, cacheDiscarded: 'other' }, { ...options, language: 'en' }),
  ).toContain('1 error, 2 warnings\nThe cache of another version');
});

test('with the largest pages', () => {
  expect(summarise(result, { ...options, language: 'en', all: true })).toContain(
    'kinh-te/index.html\n    81.3 kB  kinh-te/index.html\n     0.9 kB  index.html\nDone',
  );
});
