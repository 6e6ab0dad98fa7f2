import type { ResolvedConfig } from '../config.ts';
import { UsageError } from '../usage-error.ts';

/** The moment that `--now` names, in milliseconds since the epoch; without an offset it is on the clock of the site's zone. */
export async function toMoment(written: string, { site }: ResolvedConfig): Promise<number> {
  const { toDateTime } = await import('../content/date-time.ts');
  const moment = toDateTime(written, site.timeZone);
  if (moment === undefined) throw new UsageError(`--now ${written}: expected a date such as 2026-11-16T08:30 or 2026-11-16T08:30:00+07:00`);
  return Date.parse(moment);
}
