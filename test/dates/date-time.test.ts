import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test, vi } from 'vitest';
import { knownSpans, toDateTime } from '../../src/dates/date-time.ts';
import { isAmbiguous } from '../../src/dates/read-date.ts';

const zone = 'Asia/Ho_Chi_Minh';

describe('in Vietnam', () => {
  test.each([
    ['2026-11-16', '2026-11-16T00:00:00+07:00'],
    ['2026-11-16 08:30', '2026-11-16T08:30:00+07:00'],
    ['2026-11-16T08:30:15', '2026-11-16T08:30:15+07:00'],
    ['2026-11-16 8:30', '2026-11-16T08:30:00+07:00'],
    ['2026-1-6', '2026-01-06T00:00:00+07:00'],
    ['  2026-11-16  ', '2026-11-16T00:00:00+07:00'],
    ['2026-11-16T08:30:15.999Z', '2026-11-16T15:30:15+07:00'],
    ['2026-11-16t08:30:15z', '2026-11-16T15:30:15+07:00'],
    ['2011-11-28 8:32:24 -0400', '2011-11-28T19:32:24+07:00'],
    ['2011-11-28 8:32:24 -4', '2011-11-28T19:32:24+07:00'],
    ['2011-11-28 8:32:24 -04:00', '2011-11-28T19:32:24+07:00'],
    ['2011-11-28 23:32:24 +0530', '2011-11-29T01:02:24+07:00'],
    ['28/11/2022 11:15', '2022-11-28T11:15:00+07:00'],
    ['28/11/2022, 11:15', '2022-11-28T11:15:00+07:00'],
    ['28/11/2022 11h15', '2022-11-28T11:15:00+07:00'],
    ['28-11-2022', '2022-11-28T00:00:00+07:00'],
    ['8.1.2022', '2022-01-08T00:00:00+07:00'],
    ['20221128', '2022-11-28T00:00:00+07:00'],
    ['Mon, 28 Nov 2022 11:15:00 +0000', '2022-11-28T18:15:00+07:00'],
    ['28 Nov 2022 11:15 GMT', '2022-11-28T18:15:00+07:00'],
    ['Thứ 2, Ngày 28/11/2022, 11:15', '2022-11-28T11:15:00+07:00'],
    ['Thứ Hai, ngày 28/11/2022'.normalize('NFD'), '2022-11-28T00:00:00+07:00'],
    ['Chủ nhật, Ngày 27/11/2022 11:15', '2022-11-27T11:15:00+07:00'],
    ['2024-02-29', '2024-02-29T00:00:00+07:00'],
    ['1970-01-01', '1970-01-01T00:00:00+08:00'],
    ['1975-06-12 23:59', '1975-06-12T23:59:00+08:00'],
    ['1975-06-14', '1975-06-14T00:00:00+07:00'],
    ['1900-01-01', '1900-01-01T00:00:00+07:07'],
    ['1900-01-01 08:30', '1900-01-01T08:30:00+07:07'],
    ['0001-01-01', '0001-01-01T00:00:00+07:07'],
    ['0099-03-01', '0099-03-01T00:00:00+07:07'],
    ['9999-12-31 23:59', '9999-12-31T23:59:00+07:00'],
    ['25 November 2026', '2026-11-25T00:00:00+07:00'],
    ['25th November, 2026 at 8:30 PM', '2026-11-25T20:30:00+07:00'],
    ['November 25, 2026 8:30 p.m.', '2026-11-25T20:30:00+07:00'],
    ['Nov. 25, 2026', '2026-11-25T00:00:00+07:00'],
    ['Sept 3, 2026, 12 AM', '2026-09-03T00:00:00+07:00'],
    ['Wednesday, November 25, 2026', '2026-11-25T00:00:00+07:00'],
    ['2026-11-25 12:05 pm', '2026-11-25T12:05:00+07:00'],
    ['25/11/2026 8:30PM', '2026-11-25T20:30:00+07:00'],
    ['03/04/2026', '2026-04-03T00:00:00+07:00'],
  ])('%j is %s', (written, expected) => expect(toDateTime(written, zone)).toBe(expected));

  test.each([
    '',
    'hôm qua',
    '2026',
    '2026-11',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-16 24:00',
    '2026-11-16 08:60',
    '2026-11-16 08:30:61',
    '11/28/2022',
    '2026-11-16 08:30 +15:00',
    '2026-11-16 08:30 +07:60',
    '16 tháng 11 năm 2026',
    '2026-11-16 lúc 8 giờ',
    '1763257800',
    '20221328',
    '0000-01-01',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:00Z',
    'November 31, 2026',
    'Nov. 25, 26',
    '2026-11-25 8',
    '2026-11-25 13:30 PM',
    '2026-11-25 0:30 AM',
    'Ma 3, 2026',
    'Mon, 31 Nov 2022 11:15:00 +0000',
    'Mon, 28 Nob 2022 11:15:00 +0000',
    'Thứ 2, Ngày 31/11/2022, 11:15',
    '2026-11-16\n08:30 rồi',
  ])('%j is none', (written) => expect(toDateTime(written, zone)).toBeUndefined());
});

describe('in a zone with summer time', () => {
  test.each([
    ['2026-07-01 12:00', '2026-07-01T12:00:00+02:00'],
    ['2026-12-01 12:00', '2026-12-01T12:00:00+01:00'],
    ['2026-03-29 01:59', '2026-03-29T01:59:00+01:00'],
    ['2026-03-29 03:00', '2026-03-29T03:00:00+02:00'],
    // The clock jumps from 2 to 3: half past two is told as half past three.
    ['2026-03-29 02:30', '2026-03-29T03:30:00+02:00'],
    // Half past two comes twice: the first is meant.
    ['2026-10-25 02:30', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25 02:30 +01:00', '2026-10-25T02:30:00+01:00'],
    ['2026-10-25 03:00', '2026-10-25T03:00:00+01:00'],
  ])('%s is %s', (written, expected) => expect(toDateTime(written, 'Europe/Berlin')).toBe(expected));
});

test('a day that begins later than at midnight is that day all the same', () => {
  const cairo = toDateTime('2024-04-26', 'Africa/Cairo');
  expect(cairo).toBe('2024-04-26T00:00:00+02:00');
  expect(toDateTime('2024-04-26 00:30', 'Africa/Cairo')).toBe('2024-04-26T01:30:00+03:00');
  expect(Date.parse(cairo ?? '')).toBe(Date.parse('2024-04-26T01:00:00+03:00'));
  expect(toDateTime('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T00:00:00-03:00');
  // Samoa had no 30 December 2011.
  expect(toDateTime('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T00:00:00-10:00');
});

test('the month first, where the site says so', () => {
  expect(toDateTime('03/04/2026 8:30 PM', zone, 'month-first')).toBe('2026-03-04T20:30:00+07:00');
  expect(toDateTime('11/28/2022', zone, 'month-first')).toBe('2022-11-28T00:00:00+07:00');
  expect(toDateTime('28/11/2022', zone, 'month-first')).toBeUndefined();
  expect(toDateTime('Thứ 2, Ngày 05/12/2022', zone, 'month-first')).toBe('2022-12-05T00:00:00+07:00');
  expect(toDateTime('2026-03-04', zone, 'month-first')).toBe('2026-03-04T00:00:00+07:00');
});

test.each([
  ['03/04/2026', true],
  ['3.4.2026 08:30', true],
  ['04/04/2026', false],
  ['13/04/2026', false],
  ['2026-03-04', false],
  ['Ngày 03/04/2026', false],
  ['hôm qua', false],
])('%s has two readings: %s', (written, expected) => expect(isAmbiguous(written)).toBe(expected));

test('any year in any zone: as Temporal has it, with the offset in whole minutes', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const days = fc.integer({ min: Date.parse('0001-01-01T00:00:00Z'), max: Date.UTC(9999, 11, 31) });
  fc.assert(
    fc.property(zones, days, (timeZone, time) => {
      const written = new Date(time).toISOString().slice(0, 19);
      const told = toDateTime(written, timeZone) ?? '';
      const zoned = Temporal.PlainDateTime.from(written).toZonedDateTime(timeZone);
      expect(told).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      expect(Math.abs(Date.parse(told) - zoned.epochMilliseconds)).toBeLessThanOrEqual(30_000);
      if (zoned.toString().startsWith(written)) expect(told.slice(0, 19)).toBe(written);
    }),
  );
});

const zones = fc.constantFrom(
  'Asia/Ho_Chi_Minh',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
);
const moments = fc
  .integer({ min: Date.UTC(1950, 0), max: Date.UTC(2100, 0) })
  .map((time) => Math.floor(time / 1000) * 1000);

test('a moment with an offset stays that moment', () => {
  fc.assert(
    fc.property(
      zones,
      moments,
      (timeZone, time) =>
        void expect(Date.parse(toDateTime(new Date(time).toISOString(), timeZone) ?? '')).toBe(time),
    ),
  );
});
test('what is printed is understood, and is the same', () => {
  fc.assert(
    fc.property(zones, moments, (timeZone, time) => {
      const printed = toDateTime(new Date(time).toISOString(), timeZone) ?? '';
      expect(toDateTime(printed, timeZone)).toBe(printed);
    }),
  );
});
test('a time without an offset is told as it was written, wherever it was read before', () => {
  fc.assert(
    fc.property(moments, (time) => {
      const written = new Date(time).toISOString().slice(0, 19);
      expect(toDateTime(written, zone)?.slice(0, 19)).toBe(written);
    }),
  );
});
test('the machine’s zone makes no difference', () => {
  const written = ['2026-11-16', '2026-03-29 02:30', '2011-11-28 8:32:24 -0400'];
  const read = () => written.map((text) => toDateTime(text, 'Asia/Tokyo'));
  const { TZ } = process.env;
  const all = ['America/New_York', 'Asia/Tokyo', 'UTC'].map((machine) => {
    process.env.TZ = machine;
    return read();
  });
  process.env.TZ = TZ;
  if (TZ === undefined) delete process.env.TZ;
  expect(all[0]).toEqual([
    '2026-11-16T00:00:00+09:00',
    '2026-03-29T02:30:00+09:00',
    '2011-11-28T21:32:24+09:00',
  ]);
  expect(all[1]).toEqual(all[0]);
  expect(all[2]).toEqual(all[0]);
});
test('no text is misread or thrown at', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-/:T +Z.h') })),
      (text) => {
        const read = toDateTime(text, zone);
        if (read !== undefined) expect(read).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      },
    ),
    { numRuns: 500 },
  );
});

test('what was found of zones holds for the next process', async () => {
  const zones = ['Asia/Ho_Chi_Minh', 'Europe/Berlin', 'UTC'];
  const dates = [
    '1970-01-01',
    '1975-06-12 23:30',
    '1999-12-31 23:59',
    '2020-03-29 02:30',
    '2020-07-01 10:00',
    '2020-10-25 02:30',
    '2030-01-01 00:00 +0000',
  ];
  const answers = (read: typeof toDateTime): unknown[] =>
    zones.flatMap((zone) => dates.map((date) => read(date, zone)));
  const expected = answers(toDateTime);
  const known = JSON.parse(JSON.stringify(knownSpans())) as ReturnType<typeof knownSpans>;
  vi.resetModules();
  const next = await import('../../src/dates/date-time.ts');
  expect(next.knownSpans()).toEqual([]);
  next.recallSpans(known);
  expect(answers(next.toDateTime)).toEqual(expected);
  expect(JSON.parse(JSON.stringify(next.knownSpans()))).toEqual(known);
});
