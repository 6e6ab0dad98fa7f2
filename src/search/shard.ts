/** A file of a segment of the index, as it is written and read. The reader's script has this file too. */
import { type BitReader, createBitReader, riceWidth } from './bits.ts';

/** Articles that have a word or pair in one spelling. */
export interface Posting {
  /** Bits of the spelling with marks. */
  readonly exact: number;
  /** Numbers of articles within the segment, in their order, each times four, plus where it stands. */
  readonly articles: ArrayLike<number>;
}

/** Where a word stands in an article, the least first: two bits of each entry. */
export const place = { body: 0, often: 1, summary: 2, title: 3 } as const;

/** How many files a segment of so many articles has: with those of its rows less than half as many. */
export const shardCount = (articles: number): number =>
  Math.max(Math.ceil(articles / 5), Math.round(articles * 0.36 - 16), 1);

/** Number of the file that has a key. */
export const shardOf = (key: number, shards: number): number => Math.floor((key / 2 ** 32) * shards);

/** Where the keys of a file begin. */
export const shardStart = (shard: number, shards: number): number => Math.ceil((shard * 2 ** 32) / shards);

/**
 * A file begins with the stamp of its segment (32 bits), which numbers mean the same articles under, the
 * number of keys plus one (gamma) and the width of the gaps between them (5 bits). A key is its distance from
 * the one before (Rice); its spellings follow each other, each with 14 bits, the number of articles (gamma),
 * their distances (Rice) with their places in unary, and a bit that says whether another spelling follows.
 */
export function readShard(
  bytes: Uint8Array,
  { articles, shard }: { readonly articles: number; readonly shard: number },
): { readonly stamp: number; readonly postings: ReadonlyMap<number, readonly Posting[]> } {
  const bits = createBitReader(bytes);
  const stamp = bits.fixed(32);
  const postings = new Map<number, Posting[]>();
  const keys = bits.gamma() - 1;
  const width = bits.fixed(5);
  let key = shardStart(shard, shardCount(articles)) - 1;
  for (let left = keys; left > 0; left--) {
    key += bits.rice(width) + 1;
    const spellings: Posting[] = [];
    do spellings.push(readPosting(bits, articles));
    while (bits.fixed(1) === 1);
    postings.set(key, spellings);
  }
  return { stamp, postings };
}

function readPosting(bits: BitReader, articles: number): Posting {
  const exact = bits.fixed(14);
  const count = Math.min(bits.gamma(), articles);
  const width = riceWidth(articles / count);
  const entries: number[] = [];
  let number = -1;
  for (let left = count; left > 0; left--) {
    number += bits.rice(width) + 1;
    const where = bits.fixed(1) && 1 + (bits.fixed(1) && 1 + bits.fixed(1));
    entries.push(number * 4 + where);
  }
  return { exact, articles: entries };
}
