import type { ResolvedConfig } from '../config/config.ts';
import { readDate } from '../dates/read-date.ts';
import { UsageError } from '../diagnostics/usage-error.ts';

/**
 * The time given by `--now`, in milliseconds since the epoch. Without an offset it is in the site's time
 * zone. Only dates that begin with the year are accepted, since `03/04/2026` is ambiguous.
 */
export async function toMoment(written: string, config: () => Promise<ResolvedConfig>): Promise<number> {
  const date = /^\s*\d{4}/.test(written) ? readDate(written) : undefined;
  if (!date)
    throw new UsageError({
      en: `--now ${written}: expected a date that begins with the year, such as 2026-11-16T08:30 or 2026-11-16T08:30:00+07:00`,
      vi: `--now ${written}: cần một thời điểm bắt đầu bằng năm, như 2026-11-16T08:30 hoặc 2026-11-16T08:30:00+07:00`,
    });
  if (date.offset !== undefined) return date.clock - date.offset * 60_000;
  // Time zone rules take a while to load.
  const [{ site }, { toDateTime }] = await Promise.all([config(), import('../dates/date-time.ts')]);
  return Date.parse(toDateTime(written, site.timeZone) ?? '');
}
