import { expect, test } from 'vitest';
import type { DateTime } from '../../src/index.ts';
import {
  formatDate,
  formatDateLine,
  formatDateTime,
  formatMonth,
  formatNumber,
  formatRange,
  formatSize,
  listParts,
} from '../../templates/format.ts';

const morning = '2026-11-20T09:05:00+07:00' as DateTime;
const midnight = '2026-11-20T00:00:00+07:00' as DateTime;

test.each([
  [
    'vi',
    '20/11/2026',
    '20/11/2026, 09:05',
    'Thứ 6, Ngày 20/11/2026, 09:05',
    'Tháng 11',
    '1.234,5',
    '1,4\u00a0MB',
  ],
  [
    'en-GB',
    '20 November 2026',
    '20 November 2026, 09:05',
    'Friday, 20 November 2026, 09:05',
    'November',
    '1,234.5',
    '1.4\u00a0MB',
  ],
  [
    'de',
    '20. November 2026',
    '20. November 2026 um 09:05',
    'Freitag, 20. November 2026 um 09:05',
    'November',
    '1.234,5',
    '1,4 MB',
  ],
  [
    'fr',
    '20 novembre 2026',
    '20 novembre 2026 à 09:05',
    'vendredi 20 novembre 2026 à 09:05',
    'novembre',
    '1\u202f234,5',
    '1,4\u202fMo',
  ],
  [
    'km',
    '20 វិច្ឆិកា 2026',
    '20 វិច្ឆិកា 2026 នៅ\u200bម៉ោង 9:05 AM',
    'សុក្រ 20 វិច្ឆិកា 2026 នៅ\u200bម៉ោង 9:05 AM',
    'វិច្ឆិកា',
    '1,234.5',
    '1.4 MB',
  ],
])('%s', (lang, date, time, line, month, number, size) => {
  expect(formatDate(morning, lang)).toBe(date);
  expect(formatDateTime(morning, lang)).toBe(time);
  expect(formatDateTime(midnight, lang)).toBe(date);
  expect(formatDateLine(morning, lang)).toBe(line);
  expect(formatMonth(11, lang)).toBe(month);
  expect(formatNumber(1234.5, lang)).toBe(number);
  expect(formatSize(1_468_006, lang)).toBe(size);
});

test('years are those of addresses, whatever calendar the language has', () => {
  expect(formatDate(morning, 'th')).toContain('2026');
  expect(formatDate(morning, 'fa')).toContain('۲۰۲۶');
});

test('from one day to another', () => {
  const later = '2026-11-24T08:00:00+07:00' as DateTime;
  expect(formatRange(morning, later, 'fr')).toBe('20–24 novembre 2026');
  expect(formatRange(morning, later, 'vi')).toBe('20/11 – 24/11/2026');
  expect(formatRange(morning, morning, 'fr')).toBe('20 novembre 2026');
});

test.each([
  ['vi', ['Tuyết Ngọc'], ['Tuyết Ngọc']],
  ['vi', ['An', 'Bình', 'Chi'], ['An', ', ', 'Bình', ' và ', 'Chi']],
  ['en', ['An', 'Bình', 'Chi'], ['An', ', ', 'Bình', ' and ', 'Chi']],
  ['ar', ['ليلى', 'سامي'], ['ليلى', ' و', 'سامي']],
  ['en', [], []],
])('a list in %s: %j', (lang, entries, parts) => {
  expect(listParts(entries, lang)).toEqual(parts);
});
