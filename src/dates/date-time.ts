import { Temporal } from 'temporal-polyfill';
import type { DateTime } from '../brands.ts';
import { readDate } from './read-date.ts';

/**
 * Reads a date as {@link readDate} does. Without an offset it is a time on the clock of `timeZone`; with one
 * it is that moment, told on that clock. Undefined when it is no date, or none that exists (`2026-02-30`).
 */
export function toDateTime(written: string, timeZone: string): DateTime | undefined {
  const date = readDate(written);
  if (!date) return undefined;
  const { clock, offset } = date;
  if (offset !== undefined) return atInstant(clock - offset * 60_000, timeZone);
  const steady = steadySpan(clock, timeZone);
  if (steady) return print(clock, steady.offset);
  const zoned = Temporal.PlainDateTime.from(new Date(clock).toISOString().slice(0, 19)).toZonedDateTime(
    timeZone,
  );
  return print(zoned.epochMilliseconds + zoned.offsetNanoseconds / 1e6, zoned.offset);
}

/** The moment `epoch` (milliseconds since 1970-01-01T00:00Z), told on the clock of `timeZone`. */
export function atInstant(epoch: number, timeZone: string): DateTime {
  const steady = steadySpan(epoch, timeZone);
  if (steady) return print(epoch + steady.milliseconds, steady.offset);
  const zoned = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone);
  return print(epoch + zoned.offsetNanoseconds / 1e6, zoned.offset);
}

const print = (clock: number, offset: string): DateTime =>
  `${new Date(clock).toISOString().slice(0, 19)}${offset}` as DateTime;

/**
 * A time between two changes of a zone's offset, in milliseconds since the epoch; an end that is missing is
 * not known to come.
 */
interface Span {
  readonly from?: number;
  readonly to?: number;
  readonly offset: string;
  readonly milliseconds: number;
}
const spans = new Map<string, Span[]>();
const day = 86_400_000;

/** What was found of zones so far. */
export type ZoneSpans = readonly (readonly [timeZone: string, readonly Span[]])[];
export const knownSpans = (): ZoneSpans => [...spans];

/**
 * Takes over what another process found by the same rules of time zones: to ask for them the first time takes
 * 20 to 60 ms.
 */
export function recallSpans(known: ZoneSpans): void {
  for (const [timeZone, list] of known) spans.set(timeZone, [...list]);
}

/**
 * The time between two changes of the zone's offset in which `clock` lies more than a day from either end, so
 * that local and absolute time differ by that offset alone. Asking the zone's rules for each of 10,000 dates
 * costs half a second.
 */
function steadySpan(clock: number, timeZone: string): Span | undefined {
  let known = spans.get(timeZone);
  if (!known) spans.set(timeZone, (known = []));
  const inside = ({ from, to }: Span) =>
    (from === undefined || clock - day > from) && (to === undefined || clock + day < to);
  const found = known.find(inside);
  if (found) return found;
  const zoned = Temporal.Instant.fromEpochMilliseconds(clock).toZonedDateTimeISO(timeZone);
  const span: Span = {
    from: zoned.getTimeZoneTransition('previous')?.epochMilliseconds,
    to: zoned.getTimeZoneTransition('next')?.epochMilliseconds,
    offset: zoned.offset,
    milliseconds: zoned.offsetNanoseconds / 1e6,
  };
  if (!known.some((other) => other.from === span.from)) known.push(span);
  return inside(span) ? span : undefined;
}
