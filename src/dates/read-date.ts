const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[T ]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
/** With the weekday before it, as pages show it: `Thứ 2, Ngày 28/11/2022, 11:15`. */
const vietnamese =
  /^(?:(?:thứ [\p{L}\d]+|chủ nhật),?\s+)?(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2})[:h](\d{2})(?::(\d{2}))?)?$/iu;
/** RFC 822 and 5322, as feeds and letters have it: `Mon, 28 Nov 2022 11:15:00 +0000`. */
const letter =
  /^(?:[a-z]{3},?\s+)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(Z|GMT|UT|[+-]\d{4}))?)?$/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export interface WrittenDate {
  /** What a clock shows, as milliseconds since 1970-01-01 00:00 on that clock. */
  readonly clock: number;
  /** Minutes east of UTC, when it says so. */
  readonly offset?: number;
}

/**
 * Reads a date as archives have them: `2026-11-16`, `20261116`, `2026-11-16 08:30`, `2011-11-28 8:32:24
 * -0400`, RFC 3339, RFC 5322, `28/11/2022 11:15`, `Thứ 2, Ngày 28/11/2022, 11:15`. Undefined when it is none
 * of these, or is no date that exists (`2026-02-30`).
 */
export function readDate(written: string): WrittenDate | undefined {
  const trimmed = written.normalize('NFC').trim();
  const [year, month, day, hour = '0', minute = '0', second = '0', offset] = partsOf(trimmed);
  if (year === undefined) return undefined;
  const clock = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
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

/** Year, month, day, hour, minute, second, offset: as far as they are written. */
function partsOf(written: string): readonly (string | undefined)[] {
  const match = iso.exec(written) ?? compact.exec(written);
  if (match) return match.slice(1);
  const [, day, month, year, ...time] = vietnamese.exec(written) ?? [];
  if (year !== undefined) return [year, month, day, ...time];
  const [, date, name = '', inYear, ...clock] = letter.exec(written) ?? [];
  const number = months.indexOf(name.toLowerCase()) + 1;
  return number === 0 ? [] : [inYear, String(number), date, ...clock];
}

/** Minutes east of UTC for `Z`, `GMT`, `-4`, `-0400`, `+07:00`; undefined for none that exists. */
function offsetMinutes(written: string): number | undefined {
  if (/^(?:z|gmt|ut)$/i.test(written)) return 0;
  const [, sign, hours = '', minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return sign === '-' ? -total : total;
}
