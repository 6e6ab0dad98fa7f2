/** Which comes first in `03/04/2026`. */
export type DateOrder = 'day-first' | 'month-first';

const time = String.raw`(?<hour>\d{1,2})(?:[:h](?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?)?`;
const half = String.raw`(?:\s?(?<half>[ap]\.?m\.?))?`;
const zone = String.raw`(?:\s?(?<offset>Z|GMT|UTC?|[+-]\d{1,2}(?::?\d{2})?))?`;
const clock = `${time}${half}${zone}`;
const weekday = String.raw`(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s)?`;

const forms = [
  String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:(?:T|,?\s)${clock})?`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})`,
  // With an optional weekday, as pages show it: `Thứ 2, Ngày 28/11/2022, 11:15`.
  String.raw`(?<words>(?:(?:thứ [\p{L}\d]+|chủ nhật),?\s)?(?:ngày\s)?)(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?:,?\s${clock})?`,
  // RFC 822 and 5322, as in feeds and email, also with full names: `25 November 2026, 8:30 PM`.
  String.raw`${weekday}(?<day>\d{1,2})(?:st|nd|rd|th)?\s(?<month>[a-z]{3,9})\.?,?\s(?<year>\d{4})(?:,?\s(?:at\s)?${clock})?`,
  String.raw`${weekday}(?<month>[a-z]{3,9})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?<year>\d{4})(?:,?\s(?:at\s)?${clock})?`,
].map((form) => new RegExp(`^${form}$`, 'iu'));

/** Longer texts are no dates. */
const longest = 80;

export interface WrittenDate {
  /** The local time, as milliseconds since 1970-01-01 00:00 local time. */
  readonly clock: number;
  /** Minutes east of UTC, if written. */
  readonly offset?: number;
  /** Whether it is a day without a time. */
  readonly isDay: boolean;
}

type Parts = Readonly<Partial<Record<string, string>>>;

/**
 * Parses a date in the formats of archives: `2026-11-16`, `20261116`, `2026-11-16 08:30`, `2011-11-28 8:32:24
 * -0400`, RFC 3339, RFC 5322, `28/11/2022 11:15`, `Thứ 2, Ngày 28/11/2022, 11:15`, `25 November 2026, 8:30
 * PM`, `Nov. 25, 2026`. Undefined for anything else, and for a date that does not exist (`2026-02-30`).
 */
export function readDate(written: string, order: DateOrder = 'day-first'): WrittenDate | undefined {
  const parts = partsOf(written);
  return parts && toDate(order === 'month-first' && isOrdered(parts) ? swap(parts) : parts);
}

/** Whether a date is valid in both orders and means two days: `03/04/2026`. */
export function isAmbiguous(written: string): boolean {
  // Most dates begin with the year and are not parsed again.
  if (/^\s*\d{4}/.test(written)) return false;
  const parts = partsOf(written);
  if (!parts || !isOrdered(parts) || parts.day === parts.month) return false;
  return toDate(parts) !== undefined && toDate(swap(parts)) !== undefined;
}

function partsOf(written: string): Parts | undefined {
  if (written.length > longest) return undefined;
  const text = written.normalize('NFC').trim().replace(/\s+/g, ' ');
  for (const form of forms) {
    const { groups } = form.exec(text) ?? {};
    if (groups) return groups;
  }
  return undefined;
}

/** Whether the order of day and month is open; a Vietnamese weekday decides it. */
const isOrdered = ({ words }: Parts): boolean => words === '';
const swap = (parts: Parts): Parts => ({ ...parts, day: parts.month, month: parts.day });

function toDate({
  year,
  month = '',
  day,
  hour,
  minute,
  second,
  half,
  offset,
}: Parts): WrittenDate | undefined {
  if (hour !== undefined && minute === undefined && half === undefined) return undefined;
  const hours = toHours(Number(hour ?? 0), half);
  const named = /^\d/.test(month) ? Number(month) : monthOf(month);
  if (hours === undefined || Number(year) < 1) return undefined;
  const two = (value: number | string = 0): string => String(value).padStart(2, '0');
  const text = `${year}-${two(named)}-${two(day)}T${two(hours)}:${two(minute)}:${two(second)}`;
  const clock = Date.parse(`${text}Z`);
  // JavaScript reads 30 February as 2 March, and 24:00 as the next day.
  if (Number.isNaN(clock) || !new Date(clock).toISOString().startsWith(text)) return undefined;
  const isDay = hour === undefined;
  if (offset === undefined) return { clock, isDay };
  const minutes = offsetMinutes(offset);
  return minutes === undefined ? undefined : { clock, isDay, offset: minutes };
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The number of a month by its name, full or abbreviated: `Nov`, `Sept`; 0 for none. */
const monthOf = (name: string): number =>
  months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;

/** Converts hours of a 12-hour clock; undefined for an invalid one. */
function toHours(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** Minutes east of UTC for `Z`, `GMT`, `-4`, `-0400`, `+07:00`; undefined for none that exists. */
function offsetMinutes(written: string): number | undefined {
  if (/^(?:z|gmt|utc?)$/i.test(written)) return 0;
  const [, sign, hours = '', minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return sign === '-' ? -total : total;
}
