import { Temporal } from 'temporal-polyfill';
import type { DateTime } from '../types.ts';

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[T ]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;
const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2})[:h](\d{2})(?::(\d{2}))?)?$/i;

/**
 * Reads a date as archives have them: `2026-11-16`, `2026-11-16 08:30`, `2011-11-28 8:32:24 -0400`, RFC 3339, `28/11/2022 11:15`.
 * Without an offset it is a time on the clock of `timeZone`; with one it is that moment, told on that clock.
 * Undefined when it is none of these, or is no date that exists (`2026-02-30`).
 */
export function toDateTime(written: string, timeZone: string): DateTime | undefined {
  const trimmed = written.trim();
  const match = iso.exec(trimmed);
  const other = match ? undefined : vietnamese.exec(trimmed);
  const [year, month, day, hour = '0', minute = '0', second = '0', offset] = match ? match.slice(1) : other ? [other[3], other[2], other[1], other[4], other[5], other[6]] : [];
  if (year === undefined) return undefined;
  const clock = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const fields = new Date(clock);
  const exists =
    fields.getUTCFullYear() === Number(year) &&
    fields.getUTCMonth() === Number(month) - 1 &&
    fields.getUTCDate() === Number(day) &&
    fields.getUTCHours() === Number(hour) &&
    fields.getUTCMinutes() === Number(minute) &&
    fields.getUTCSeconds() === Number(second);
  if (!exists) return undefined;
  if (offset !== undefined) {
    const minutes = offsetMinutes(offset);
    return minutes === undefined ? undefined : atInstant(clock - minutes * 60_000, timeZone);
  }
  const steady = steadySpan(clock, timeZone);
  if (steady) return print(clock, steady.offset);
  const zoned = Temporal.PlainDateTime.from(fields.toISOString().slice(0, 19)).toZonedDateTime(timeZone);
  return print(zoned.epochMilliseconds + zoned.offsetNanoseconds / 1e6, zoned.offset);
}

/** The moment `epoch` (milliseconds since 1970-01-01T00:00Z), told on the clock of `timeZone`. */
export function atInstant(epoch: number, timeZone: string): DateTime {
  const steady = steadySpan(epoch, timeZone);
  if (steady) return print(epoch + steady.milliseconds, steady.offset);
  const zoned = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone);
  return print(epoch + zoned.offsetNanoseconds / 1e6, zoned.offset);
}

const print = (clock: number, offset: string): DateTime => `${new Date(clock).toISOString().slice(0, 19)}${offset}` as DateTime;

/** Minutes east of UTC for `Z`, `-4`, `-0400`, `+07:00`; undefined for none that exists. */
function offsetMinutes(written: string): number | undefined {
  if (/^z$/i.test(written)) return 0;
  const [, sign, hours = '', minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return sign === '-' ? -total : total;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly offset: string;
  readonly milliseconds: number;
}
const spans = new Map<string, Span[]>();
const day = 86_400_000;

/**
 * The time between two changes of the zone's offset in which `clock` lies more than a day from either end, so that
 * local and absolute time differ by that offset alone. Asking the zone's rules for each of 10,000 dates costs half a second.
 */
function steadySpan(clock: number, timeZone: string): Span | undefined {
  let known = spans.get(timeZone);
  if (!known) spans.set(timeZone, (known = []));
  const inside = (span: Span) => clock - day > span.from && clock + day < span.to;
  const found = known.find(inside);
  if (found) return found;
  const zoned = Temporal.Instant.fromEpochMilliseconds(clock).toZonedDateTimeISO(timeZone);
  const span = {
    from: zoned.getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: zoned.offset,
    milliseconds: zoned.offsetNanoseconds / 1e6,
  };
  if (!known.some((other) => other.from === span.from)) known.push(span);
  return inside(span) ? span : undefined;
}
