import type { ResolvedConfig } from '../config.ts';
import type { ArticleDocument } from '../types.ts';

export type Standing = 'published' | 'withdrawn' | 'unpublished';

/** Whether an article is published at the moment `now` (milliseconds since the epoch): approved, due, not expired. With `drafts` what is on its way there counts too. */
export function standing({ data }: ArticleDocument, { now, config, drafts = false }: { now: number; config: ResolvedConfig; drafts?: boolean }): Standing {
  const status = data.status ?? (config.workflow.approval ? 'draft' : 'approved');
  if (status !== 'approved' && status !== 'withdrawn' && !(drafts && status !== 'rejected')) return 'unpublished';
  if (Date.parse(data.date) > now && !drafts) return 'unpublished';
  if (data.expires !== undefined && Date.parse(data.expires) <= now) return 'unpublished';
  return status === 'withdrawn' ? 'withdrawn' : 'published';
}

/** The next moment after `now` at which an article falls due, ends or is no longer pinned; undefined when none does. */
export function nextChange(documents: Iterable<ArticleDocument>, now: number): number | undefined {
  let next = Number.POSITIVE_INFINITY;
  for (const { data } of documents) {
    if (data.status !== undefined && data.status !== 'approved' && data.status !== 'withdrawn') continue;
    for (const moment of [data.date, data.expires, data.pinnedUntil]) {
      if (moment === undefined) continue;
      const time = Date.parse(moment);
      if (time > now && time < next) next = time;
    }
  }
  return Number.isFinite(next) ? next : undefined;
}
