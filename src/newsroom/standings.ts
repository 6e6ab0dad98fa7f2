import type { Status } from '../content/schema.ts';

/** Where an article stands for its newsroom: its status, or what keeps an approved one from the readers. */
export type NewsroomStanding = 'draft' | 'pending' | 'rejected' | 'unapproved' | 'scheduled' | 'expired' | 'withdrawn' | 'published';
export const standings: readonly NewsroomStanding[] = ['draft', 'rejected', 'pending', 'unapproved', 'scheduled', 'published', 'expired', 'withdrawn'];

interface Input {
  readonly status: Status;
  /** It is approved, but its approval does not count. */
  readonly held: boolean;
  /** Milliseconds since the epoch. */
  readonly date: number;
  readonly expires?: number;
  readonly now: number;
}

export function toStanding({ status, held, date, expires, now }: Input): NewsroomStanding {
  if (status !== 'approved') return status;
  if (held) return 'unapproved';
  if (expires !== undefined && expires <= now) return 'expired';
  return date > now ? 'scheduled' : 'published';
}

/** Whose turn it is: authors write and rewrite, editors who are not among them decide; nobody has to do anything about the rest. */
export function turnOf(standing: NewsroomStanding, { authors, editors }: { authors: readonly string[]; editors: readonly string[] }): readonly string[] {
  if (standing === 'draft' || standing === 'rejected') return authors;
  if (standing === 'pending' || standing === 'unapproved') return editors.filter((editor) => !authors.includes(editor));
  return [];
}
