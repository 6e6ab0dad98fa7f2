import type { ResolvedConfig } from '../config.ts';
import { toDateTime } from '../content/date-time.ts';
import type { BrokenFacts } from './read-broken.ts';

/** Whether a broken file may be an article that is paid in a month, as far as it can be read. */
export function mayBePaid({ fields: { status, date, type }, whole }: BrokenFacts, { month, path, config }: { month: string; path: string; config: ResolvedConfig }): boolean {
  if (['draft', 'pending', 'rejected', 'withdrawn'].includes(String(status))) return false;
  if (whole && status === undefined && config.workflow.approval) return false;
  if (Object.entries(config.royalties.bands).some(([name, band]) => band === false && name === type)) return false;
  const written = typeof date === 'string' || !whole ? date : (date ?? /\/(\d{4}-\d{2}-\d{2})-[^/]+$/.exec(path.replace(/\/index\.md$/, ''))?.[1]);
  const day = written === undefined ? undefined : toDateTime(String(written), config.site.timeZone);
  return day === undefined || day.startsWith(`${month}-`);
}
