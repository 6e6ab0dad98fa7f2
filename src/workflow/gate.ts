import type { ResolvedConfig } from '../config/config.ts';
import type { ArticleDocument } from '../types.ts';
import { beginOf, correctionTime, endOf, pinEndOf } from './counted-dates.ts';
import { isAhead, isExpired, standingOf, statusOf } from './standings.ts';

/** What a build does with an article. */
export type Standing = 'published' | 'withdrawn' | 'unpublished';

interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly config: ResolvedConfig;
  /** Whether drafts, pending and future articles count as published. */
  readonly drafts?: boolean;
  /** Whether its approval is not valid. */
  readonly held?: boolean;
}

/** Whether an article is published at a time: approved, due and not expired. */
export function standing(
  document: ArticleDocument,
  { now, config, drafts = false, held = false }: Moment,
): Standing {
  if (isExpired(document, now) || (!drafts && isAhead(document, now))) return 'unpublished';
  const full = standingOf(document, { config, now, held: held && !drafts });
  if (full === 'published' || full === 'withdrawn') return full;
  return drafts && full !== 'rejected' ? 'published' : 'unpublished';
}

/** How long an article counts as news for search engines, in milliseconds. */
const newsTime = 48 * 60 * 60 * 1000;

/** Whether a published article is news, that is, at most two days old. */
export const isNews = ({ data }: ArticleDocument, now: number): boolean => beginOf(data) + newsTime > now;

/**
 * The next time after `now` at which the published state of an article changes by itself; undefined when
 * there is none. `held` has the paths of articles without a valid approval.
 */
export function nextChange(
  documents: Iterable<ArticleDocument>,
  { now, config, held }: { now: number; config: ResolvedConfig; held: ReadonlySet<string> },
): number | undefined {
  let next = Number.POSITIVE_INFINITY;
  for (const document of documents) {
    // Most articles do not change any more.
    if (held.has(document.path) || !mayChange(document, now)) continue;
    for (const time of momentsOf(document, config)) if (time > now && time < next) next = time;
  }
  return Number.isFinite(next) ? next : undefined;
}

const mayChange = (document: ArticleDocument, now: number): boolean =>
  mayEnd(document) || isNews(document, now);
const mayEnd = ({ data }: ArticleDocument): boolean =>
  data.expires !== undefined || data.pinnedUntil !== undefined || data.corrections.length > 0;

/**
 * When an article becomes due and expires, and in between, when it is no longer pinned or news, and when
 * corrections become public.
 */
function momentsOf(document: ArticleDocument, config: ResolvedConfig): number[] {
  const { data } = document;
  const status = statusOf(document, config);
  if (status !== 'approved' && status !== 'withdrawn') return [];
  const begins = beginOf(data);
  const ends = endOf(data);
  if (ends <= begins) return [];
  const between = [
    ...(config.routes.sitemaps !== false && status === 'approved' && data.link === undefined
      ? [begins + newsTime]
      : []),
    ...(data.pinnedUntil !== undefined && data.featured !== undefined && status === 'approved'
      ? [pinEndOf(data)]
      : []),
    ...(data.link === undefined ? data.corrections.map((_, index) => correctionTime(data, index)) : []),
  ];
  return [begins, ends, ...between.filter((time) => time > begins && time < ends)];
}
