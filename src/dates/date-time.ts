import { Temporal } from 'temporal-polyfill';
import type { DateTime } from '../brands.ts';
import { type DateOrder, readDate } from './read-date.ts';

/**
 * Parses a date like {@link readDate} and places it in `timeZone`. Without an offset it is a local time
 * there; with one it is converted. Undefined for an invalid date (`2026-02-30`), and for years outside 1 to
 * 9999.
 */
export function toDateTime(written: string, timeZone: string, order?: DateOrder): DateTime | undefined {
  const date = readDate(written, order);
  if (!date) return undefined;
  const { clock, offset, isDay } = date;
  if (offset !== undefined) {
    const local = atInstant(clock - offset * minute, timeZone);
    return /^(?!0000)\d{4}-/.test(local) ? local : undefined;
  }
  const steady = steadySpan(clock, timeZone);
  if (steady) return print(clock, steady.offset);
  const zoned = Temporal.PlainDateTime.from(new Date(clock).toISOString().slice(0, 19)).toZonedDateTime(
    timeZone,
  );
  const epoch = zoned.epochMilliseconds;
  const rounded = toMinutes(zoned.offsetNanoseconds / 1e6);
  // When clocks are put forward, a day may begin later than midnight. The date still means that day.
  const isSkipped = epoch + zoned.offsetNanoseconds / 1e6 !== clock;
  if (isDay && isSkipped) return print(clock, toMinutes(clock - epoch));
  return print(isSkipped ? epoch + rounded : clock, rounded);
}

/** The instant `epoch` (milliseconds since 1970-01-01T00:00Z) in `timeZone`. */
export function atInstant(epoch: number, timeZone: string): DateTime {
  const steady = steadySpan(epoch, timeZone);
  if (steady) return print(epoch + steady.offset, steady.offset);
  const zoned = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone);
  const offset = toMinutes(zoned.offsetNanoseconds / 1e6);
  return print(epoch + offset, offset);
}

const minute = 60_000;

/**
 * Rounds an offset in milliseconds to whole minutes, as RFC 3339 has no others. Before standard time each
 * place had its own, such as +07:06:30 in Saigon.
 */
const toMinutes = (offset: number): number => Math.round(offset / minute) * minute;

/** Formats local time and its offset, both in milliseconds. */
function print(clock: number, offset: number): DateTime {
  const minutes = Math.abs(offset) / minute;
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `${new Date(clock).toISOString().replace(/\.\d+Z$/, '')}${zone}` as DateTime;
}

/**
 * A span between two changes of a zone's offset, in milliseconds since the epoch. A missing end is unknown.
 */
interface Span {
  readonly from?: number;
  readonly to?: number;
  /** Milliseconds east of UTC, in whole minutes. */
  readonly offset: number;
}
const spans = new Map<string, Span[]>();
const day = 86_400_000;

/** Spans of zones that were found so far. */
export type ZoneSpans = readonly (readonly [timeZone: string, readonly Span[]])[];
export const knownSpans = (): ZoneSpans => [...spans];

/**
 * Reuses spans that another process found with the same time zone data: the first lookup takes 20 to 60 ms.
 */
export function recallSpans(saved: ZoneSpans): void {
  for (const [timeZone, list] of saved) spans.set(timeZone, [...list]);
}

/**
 * The span with `clock` more than a day from either end, so that local time and UTC differ by its offset
 * only. Looking up zone data for each of 10,000 dates takes half a second.
 */
function steadySpan(clock: number, timeZone: string): Span | undefined {
  let zoneSpans = spans.get(timeZone);
  if (!zoneSpans) spans.set(timeZone, (zoneSpans = []));
  const inside = ({ from, to }: Span) =>
    (from === undefined || clock - day > from) && (to === undefined || clock + day < to);
  const steady = zoneSpans.find(inside);
  if (steady) return steady;
  const zoned = Temporal.Instant.fromEpochMilliseconds(clock).toZonedDateTimeISO(timeZone);
  const span: Span = {
    from: zoned.getTimeZoneTransition('previous')?.epochMilliseconds,
    to: zoned.getTimeZoneTransition('next')?.epochMilliseconds,
    offset: toMinutes(zoned.offsetNanoseconds / 1e6),
  };
  if (!zoneSpans.some((other) => other.from === span.from)) zoneSpans.push(span);
  return inside(span) ? span : undefined;
}
