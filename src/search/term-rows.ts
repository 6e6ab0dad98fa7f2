/** A term's key and what else is known of it, 32 bits each, in rows that sort as numbers of 64 bits. */
export interface TermRows {
  /** Key and rest of each row; {@link keyAt} and {@link restAt} say where. */
  readonly halves: Uint32Array;
  /** The same memory, a number a row: sorted natively, in half the time of a radix sort for an article's terms. */
  readonly rows: BigUint64Array;
}

export function createTermRows(count: number): TermRows {
  const rows = new BigUint64Array(count);
  return { rows, halves: new Uint32Array(rows.buffer) };
}

/** The second half is the higher one, but for the few processors that begin with it. */
const keyHalf = new Uint32Array(BigUint64Array.of(1n).buffer)[0] === 1 ? 1 : 0;

/** Where a row's key stands among the halves, and its rest. */
export const keyAt = (row: number): number => 2 * row + keyHalf;
export const restAt = (row: number): number => 2 * row + 1 - keyHalf;
