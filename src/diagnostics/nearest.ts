import { withoutCase } from '../bytes/usable-text.ts';
/**
 * Finds the candidate that a misspelt name most likely means; undefined when none is close: an edit distance
 * of at most a third of the name's length, and never above 4. Case does not count. People get the first
 * letter right, so a candidate with another one may differ by a single edit only.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const normalised = withoutCase(name);
  let limit = Math.min(4, Math.max(1, Math.floor(normalised.length / 3)));
  let best: string | undefined;
  let isBegun = false;
  for (const candidate of candidates) {
    const other = withoutCase(candidate);
    const begins = other[0] === normalised[0];
    const allowed = begins ? limit : Math.min(1, limit);
    const distance = editDistance(normalised, other, allowed);
    if (distance > allowed) continue;
    if (best !== undefined && distance === limit && (isBegun || !begins)) continue;
    [best, isBegun, limit] = [candidate, begins, distance];
    if (distance === 0 || (distance === 1 && begins)) break;
  }
  return best;
}

/**
 * Optimal string alignment: insertions, deletions, substitutions and transpositions of neighbours count one
 * (Damerau, "A technique for computer detection and correction of spelling errors", 1964). Only the diagonal
 * band within `limit` is computed (Ukkonen, "Algorithms for approximate string matching", 1985). More than
 * `limit` is `limit + 1`.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const far = limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const current = new Array<number>(b.length + 1).fill(far);
    if (i <= limit) current[0] = i;
    let least = current[0] ?? far;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const [ours, theirs] = [a.charCodeAt(i - 1), b.charCodeAt(j - 1)];
      let cost = Math.min(
        (previous[j] ?? far) + 1,
        (current[j - 1] ?? far) + 1,
        (previous[j - 1] ?? far) + (ours === theirs ? 0 : 1),
      );
      const isSwapped = i > 1 && j > 1 && ours === b.charCodeAt(j - 2) && theirs === a.charCodeAt(i - 2);
      if (isSwapped) cost = Math.min(cost, (before[j - 2] ?? far) + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit && leastBefore > limit) return far;
    [before, previous, leastBefore] = [previous, current, least];
  }
  return previous[b.length] ?? far;
}
