import type { Status } from '../front-matter/schema.ts';

/** Where an article stands for its newsroom: its status, or what keeps an approved one from the readers. */
export type NewsroomStanding =
  | 'draft'
  | 'pending'
  | 'rejected'
  | 'unapproved'
  | 'broken'
  | 'scheduled'
  | 'expired'
  | 'withdrawn'
  | 'published';
export const standings: readonly NewsroomStanding[] = [
  'draft',
  'rejected',
  'pending',
  'unapproved',
  'broken',
  'scheduled',
  'published',
  'expired',
  'withdrawn',
];

interface Input {
  readonly status: Status;
  /** It says that it is approved, or was, but its approval does not count. */
  readonly held: boolean;
  /** It is approved, but a mistake keeps it out. */
  readonly broken: boolean;
  /** Milliseconds since the epoch. */
  readonly date: number;
  readonly expires?: number;
  readonly now: number;
}

export function toStanding({ status, held, broken, date, expires, now }: Input): NewsroomStanding {
  if (held) return 'unapproved';
  if (status !== 'approved') return status;
  if (broken) return 'broken';
  if (expires !== undefined && expires <= now) return 'expired';
  return date > now ? 'scheduled' : 'published';
}

/**
 * Whose turn it is: authors write, rewrite and mend (approvers where there are none), approvers decide;
 * nobody has to do anything about the rest. Without `approvers` nobody can decide, as the article is in no
 * category.
 */
export function turnOf(
  standing: NewsroomStanding,
  { authors, approvers }: { authors: readonly string[]; approvers?: readonly string[] },
): readonly string[] {
  if (standing === 'draft' || standing === 'rejected') return authors;
  if (standing === 'broken') return authors.length > 0 ? authors : (approvers ?? []);
  if (!approvers) return standing === 'pending' ? authors : [];
  return standing === 'pending' || standing === 'unapproved' ? approvers : [];
}
