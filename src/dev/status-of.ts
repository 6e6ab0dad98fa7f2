import type { ResolvedConfig } from '../config/config.ts';
import type { ArticleDocument } from '../types.ts';

/** Where an article stands for its newsroom. */
export type ArticleStatus =
  | 'published'
  | 'draft'
  | 'pending'
  | 'rejected'
  | 'withdrawn'
  | 'future'
  | 'expired'
  | 'broken';
export const articleStatuses: readonly ArticleStatus[] = [
  'published',
  'draft',
  'pending',
  'future',
  'expired',
  'withdrawn',
  'rejected',
  'broken',
];

/** The status at the moment `now`, in milliseconds since the epoch. */
export function statusOf(
  { data }: ArticleDocument,
  { now, config }: { now: number; config: ResolvedConfig },
): ArticleStatus {
  const status = data.status ?? (config.workflow.approval ? 'draft' : 'approved');
  if (status !== 'approved') return status;
  if (Date.parse(data.date) > now) return 'future';
  if (data.expires !== undefined && Date.parse(data.expires) <= now) return 'expired';
  return 'published';
}
