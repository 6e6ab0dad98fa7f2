const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[T ]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;
const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2})[:h](\d{2})(?::(\d{2}))?)?$/i;

export interface WrittenDate {
  /** What a clock shows, as milliseconds since 1970-01-01 00:00 on that clock. */
  readonly clock: number;
  /** Minutes east of UTC, when it says so. */
  readonly offset?: number;
}

/**
 * Reads a date as archives have them: `2026-11-16`, `2026-11-16 08:30`, `2011-11-28 8:32:24 -0400`, RFC 3339, `28/11/2022 11:15`.
 * Undefined when it is none of these, or is no date that exists (`2026-02-30`).
 */
export function readDate(written: string): WrittenDate | undefined {
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
  if (offset === undefined) return { clock };
  const minutes = offsetMinutes(offset);
  return minutes === undefined ? undefined : { clock, offset: minutes };
}

/** Minutes east of UTC for `Z`, `-4`, `-0400`, `+07:00`; undefined for none that exists. */
function offsetMinutes(written: string): number | undefined {
  if (/^z$/i.test(written)) return 0;
  const [, sign, hours = '', minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return sign === '-' ? -total : total;
}
