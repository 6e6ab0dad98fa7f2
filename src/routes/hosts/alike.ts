import type { Move } from './table.ts';

/** Old addresses that differ in their case alone, which some hosts do not look at. */
export function alikeButForCase(moves: readonly Move[]): ReadonlySet<Move> {
  const first = new Map<string, Move>();
  const alike = new Set<Move>();
  for (const move of moves) {
    const key = `${move.from}?${move.query ?? ''}`.toLowerCase();
    const other = first.get(key);
    if (other) alike.add(other).add(move);
    else first.set(key, move);
  }
  return alike;
}
