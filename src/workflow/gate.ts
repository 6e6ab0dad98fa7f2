import type { ResolvedConfig } from '../config/config.ts';
import type { Status } from '../front-matter/schema.ts';
import type { ArticleDocument } from '../types.ts';

export type Standing = 'published' | 'withdrawn' | 'unpublished';

/** The status of an article; one that says nothing is approved, or, where approval is asked for, a draft. */
export const statusOf = ({ data }: ArticleDocument, config: ResolvedConfig): Status =>
  data.status ?? (config.workflow.approval ? 'draft' : 'approved');

interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly config: ResolvedConfig;
  /** Whether what is on its way to publication counts as published. */
  readonly drafts?: boolean;
  /** Its approval does not count. */
  readonly held?: boolean;
}

/** Whether an article is published at a moment: approved, due, not expired. */
export function standing(
  document: ArticleDocument,
  { now, config, drafts = false, held = false }: Moment,
): Standing {
  const { data } = document;
  const status = statusOf(document, config);
  if (data.expires !== undefined && Date.parse(data.expires) <= now) return 'unpublished';
  if (status !== 'approved' && status !== 'withdrawn' && !(drafts && status !== 'rejected'))
    return 'unpublished';
  if (!drafts && (held || Date.parse(data.date) > now)) return 'unpublished';
  return status === 'withdrawn' ? 'withdrawn' : 'published';
}

/**
 * The next moment after `now` at which what is published of an article changes by itself; undefined when none
 * does. `held` are those whose approval does not count.
 */
export function nextChange(
  documents: Iterable<ArticleDocument>,
  { now, config, held }: { now: number; config: ResolvedConfig; held: ReadonlySet<string> },
): number | undefined {
  let next = Number.POSITIVE_INFINITY;
  for (const document of documents) {
    // Of most articles nothing is left to come.
    if (held.has(document.path) || !mayChange(document, now)) continue;
    for (const time of momentsOf(document, config)) if (time > now && time < next) next = time;
  }
  return Number.isFinite(next) ? next : undefined;
}

const mayChange = ({ data }: ArticleDocument, now: number): boolean =>
  data.expires !== undefined ||
  data.pinnedUntil !== undefined ||
  data.corrections.length > 0 ||
  Date.parse(data.date) > now;

/**
 * When an article falls due and ends, and, in between, when it is no longer pinned and when corrections are
 * due.
 */
function momentsOf(document: ArticleDocument, config: ResolvedConfig): number[] {
  const { data } = document;
  const status = statusOf(document, config);
  if (status !== 'approved' && status !== 'withdrawn') return [];
  const begins = Date.parse(data.date);
  const ends = data.expires === undefined ? Number.POSITIVE_INFINITY : Date.parse(data.expires);
  if (ends <= begins) return [];
  const between = [
    ...(data.pinnedUntil !== undefined && data.featured !== undefined && status === 'approved'
      ? [data.pinnedUntil]
      : []),
    ...(data.link === undefined ? data.corrections.map(({ date }) => date) : []),
  ].map((written) => Date.parse(written));
  return [begins, ends, ...between.filter((time) => time > begins && time < ends)];
}
