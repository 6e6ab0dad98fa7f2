/**
 * Formats dates, numbers and sizes as readers of Vietnamese and English expect them, which differs from ICU.
 * Other languages use ICU (`Intl`).
 */
import type { DateTime, Language } from 'broadsheet';
import { isVietnamese } from './words.ts';

const weekdays = {
  vi: ['Chủ nhật', 'Thứ 2', 'Thứ 3', 'Thứ 4', 'Thứ 5', 'Thứ 6', 'Thứ 7'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The digits as written: a date is never converted to another zone. */
const digits = (date: DateTime) => ({
  year: date.slice(0, 4),
  month: date.slice(5, 7),
  day: date.slice(8, 10),
  time: date.slice(11, 16),
});

/** Whether it is Vietnamese or English, regional forms included. */
const isOurs = (lang: Language): boolean => /^(?:vi|en)(?:-|$)/i.test(lang);

const toDate = (date: DateTime): Date => new Date(`${date.slice(0, 16)}:00Z`);

const formats = new Map<string, Intl.DateTimeFormat>();
/**
 * The format of dates in another language, with the digits of the date and the same calendar as in addresses.
 */
function dateFormat(lang: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format)
    formats.set(
      key,
      (format = new Intl.DateTimeFormat(lang, { ...options, calendar: 'gregory', timeZone: 'UTC' })),
    );
  return format;
}

const numbers = new Map<string, Intl.NumberFormat>();
function numberFormat(lang: Language, unit?: 'kilobyte' | 'megabyte'): Intl.NumberFormat {
  const key = `${lang} ${unit}`;
  let format = numbers.get(key);
  if (!format)
    numbers.set(
      key,
      (format = new Intl.NumberFormat(lang, {
        maximumFractionDigits: 1,
        ...(unit && { style: 'unit', unit }),
      })),
    );
  return format;
}

const weekday = (date: DateTime): number => {
  const { year, month, day } = digits(date);
  return new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay();
};

/** `28/11/2022`; in English `28 November 2022`. */
export function formatDate(date: DateTime, lang: Language): string {
  if (!isOurs(lang)) return dateFormat(lang, { dateStyle: 'long' }).format(toDate(date));
  const { year, month, day } = digits(date);
  return isVietnamese(lang)
    ? `${day}/${month}/${year}`
    : `${Number(day)} ${formatMonth(Number(month), lang)} ${year}`;
}

/** `28/11/2022, 11:15`; in English `28 November 2022, 11:15`. */
export function formatDateTime(date: DateTime, lang: Language): string {
  const { time } = digits(date);
  // A date without a time has midnight.
  if (time === '00:00') return formatDate(date, lang);
  return isOurs(lang)
    ? `${formatDate(date, lang)}, ${time}`
    : dateFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(toDate(date));
}

/** The portal's date line: `Thứ 2, Ngày 28/11/2022, 11:15`; in English `Monday, 28 November 2022, 11:15`. */
export function formatDateLine(date: DateTime, lang: Language): string {
  if (!isOurs(lang)) {
    const timeStyle = digits(date).time === '00:00' ? undefined : 'short';
    return dateFormat(lang, { dateStyle: 'full', timeStyle }).format(toDate(date));
  }
  const day = weekday(date);
  return isVietnamese(lang)
    ? `${weekdays.vi[day]}, Ngày ${formatDateTime(date, lang)}`
    : `${weekdays.en[day]}, ${formatDateTime(date, lang)}`;
}

/** `Tháng 11`; in English `November`. `month` counts from 1. */
export function formatMonth(month: number, lang: Language): string {
  if (!isOurs(lang)) return dateFormat(lang, { month: 'long' }).format(new Date(Date.UTC(2000, month - 1)));
  return isVietnamese(lang) ? `Tháng ${month}` : (months[month - 1] ?? '');
}

/** `1.175`; in English `1,175`. At most one decimal. */
export function formatNumber(value: number, lang: Language): string {
  if (!isOurs(lang)) return numberFormat(lang).format(value);
  const [group, point] = isVietnamese(lang) ? ['.', ','] : [',', '.'];
  const [whole = '', fraction] = String(Math.round(value * 10) / 10).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : grouped + point + fraction;
}

/** The entries with the language's separators between them: `, ` and ` và `; in English `, ` and ` and `. */
export function listParts<Entry>(entries: readonly Entry[], lang: Language): readonly (Entry | string)[] {
  // Only American English has a comma before "and".
  const format = new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang);
  const parts = format.formatToParts(entries.map((_, index) => String(index)));
  return parts.map(({ type, value }) => (type === 'element' ? (entries[Number(value)] as Entry) : value));
}

/** `240 KB`, `1,4 MB`, with a no-break space. */
export function formatSize(bytes: number, lang: Language): string {
  const kilobytes = bytes / 1024;
  if (!isOurs(lang))
    return kilobytes < 1000
      ? numberFormat(lang, 'kilobyte').format(bytes === 0 ? 0 : Math.max(1, Math.round(kilobytes)))
      : numberFormat(lang, 'megabyte').format(kilobytes / 1024);
  return kilobytes < 1000
    ? `${formatNumber(bytes === 0 ? 0 : Math.max(1, Math.round(kilobytes)), lang)}\u00a0KB`
    : `${formatNumber(kilobytes / 1024, lang)}\u00a0MB`;
}

/** Reading speed per minute, in Vietnamese syllables or words of other languages. */
const pace = { vi: 280, other: 220 };

/** Reading time of a text in minutes, at least one; 0 for a text without words. */
export const readingMinutes = (count: number, lang: Language): number =>
  count === 0 ? 0 : Math.max(1, Math.round(count / (isVietnamese(lang) ? pace.vi : pace.other)));

/** `12/11 – 16/11/2026`; in English `12 – 16 November 2026`. A single day is a date. */
export function formatRange(from: DateTime, to: DateTime, lang: Language): string {
  if (from.slice(0, 10) === to.slice(0, 10)) return formatDate(from, lang);
  if (!isOurs(lang)) return dateFormat(lang, { dateStyle: 'long' }).formatRange(toDate(from), toDate(to));
  const [start, end] = [digits(from), digits(to)];
  const whole = formatDate(to, lang);
  if (start.year !== end.year) return `${formatDate(from, lang)} – ${whole}`;
  if (isVietnamese(lang)) return `${start.day}/${start.month} – ${whole}`;
  const month = start.month === end.month ? '' : ` ${formatMonth(Number(start.month), lang)}`;
  return `${Number(start.day)}${month} – ${whole}`;
}
