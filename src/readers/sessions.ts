/**
 * Reads of one article by one reader belong to one session when less than this lies between them, in seconds.
 */
export const visit = 30 * 60;
/** How many half hours are remembered: those of a day, so that the log of a day may be in any order. */
const remembered = 50;

export interface Read {
  /** Seconds since the epoch. */
  readonly time: number;
  readonly article: number;
  /** Who reads what, as a digest that is valid in this run only. */
  readonly visitor: string;
}

/** Called when one more, or one less, session begins with a read at this time. */
export type Change = (article: number, time: number, by: 1 | -1) => void;

/**
 * Groups reads into sessions: a read less than half an hour after another one by the same reader continues
 * the session, and each session counts once, at its first read. The order in which reads come does not
 * matter: a late one can begin a session earlier, or join two. All reads within one half hour of the clock
 * belong together, so only the first and the last of them are kept.
 */
export function createSessions(change: Change): (read: Read) => void {
  const slots = new Map<number, Map<string, number>>();
  let current = Number.NaN;
  let here = new Map<string, number>();

  const enter = (slot: number): void => {
    current = slot;
    here = slots.get(slot) ?? new Map();
    // The most recently used one is last.
    slots.delete(slot);
    slots.set(slot, here);
    for (const oldest of slots.keys()) {
      if (slots.size <= remembered) break;
      slots.delete(oldest);
    }
  };

  return ({ time, article, visitor }) => {
    const slot = Math.floor(time / visit);
    if (slot !== current) enter(slot);
    const start = slot * visit;
    const at = time - start;
    const packed = here.get(visitor);
    const first = packed === undefined ? at : Math.min(at, Math.floor(packed / visit));
    const last = packed === undefined ? at : Math.max(at, packed % visit);
    if (packed === first * visit + last) return;
    here.set(visitor, first * visit + last);
    const before = slots.get(slot - 1)?.get(visitor);
    const after = slots.get(slot + 1)?.get(visitor);
    const begins = (moment: number): boolean =>
      before === undefined || moment + visit - (before % visit) >= visit;
    if (packed !== undefined && begins(Math.floor(packed / visit)))
      change(article, start + Math.floor(packed / visit), -1);
    if (begins(first)) change(article, start + first, 1);
    if (after === undefined) return;
    const next = Math.floor(after / visit) + visit;
    const wasApart = packed === undefined || next - (packed % visit) >= visit;
    if (wasApart && next - last < visit) change(article, start + next, -1);
  };
}
