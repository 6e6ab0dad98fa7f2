import type { ArticleViews } from './views-data.ts';

/** The last day on which something was read, of those that are not later than a limit; empty when there is none. */
export function lastDay(articles: Iterable<ArticleViews>, limit: string): string {
  let last = '';
  for (const { days } of articles) for (const day of Object.keys(days)) if (day > last && day <= limit) last = day;
  return last;
}

/** The day so many days earlier; empty for an empty one. */
export const daysBefore = (day: string, number: number): string => (day === '' ? '' : new Date(Date.parse(day) - number * 86_400_000).toISOString().slice(0, 10));
