/**
 * The candidate that a misspelt name most likely meant, or undefined when none is near:
 * Levenshtein distance of at most a third of the name's length, and never above 4.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let limit = Math.min(4, Math.max(1, Math.floor(name.length / 3)));
  let best: string | undefined;
  const wanted = name.toLowerCase();
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance > limit) continue;
    best = candidate;
    if (distance <= 1) break;
    limit = distance - 1;
  }
  return best;
}

/**
 * Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966; only the diagonal band
 * that can stay within `limit` is worked out (Ukkonen, "Algorithms for approximate string matching", 1985). More than `limit` is `limit + 1`.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = new Array<number>(b.length + 1).fill(limit + 1);
    if (i <= limit) current[0] = i;
    let least = current[0] ?? limit + 1;
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const cost = Math.min((previous[j] ?? limit) + 1, (current[j - 1] ?? limit) + 1, (previous[j - 1] ?? limit) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1));
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
