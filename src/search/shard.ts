/** The format of a file of an index segment. Also part of the reader's script. */
import { type BitReader, createBitReader, riceWidth } from './bits.ts';

/** Articles with a word or pair in one spelling. */
export interface Posting {
  /** Bits of the exact spelling. */
  readonly exact: number;
  /** Numbers of articles in the segment, ascending, each times four plus the place. */
  readonly articles: readonly number[];
}

/** Places of a word in an article, in order of weight, as two bits of each entry. */
export const place = { body: 0, often: 1, summary: 2, title: 3 } as const;

/**
 * How many files a segment of this many articles has. With its files of rows they are less than half as many
 * as articles.
 */
export const shardCount = (articles: number): number =>
  Math.max(Math.ceil(articles / 5), Math.round(articles * 0.36 - 16), 1);

/** Number of the file with a key. */
export const shardOf = (key: number, shards: number): number => Math.floor((key / 2 ** 32) * shards);

/** The first key of a file. */
export const shardStart = (shard: number, shards: number): number => Math.ceil((shard * 2 ** 32) / shards);

/**
 * Reads a file. It begins with the stamp of its segment (32 bits), which changes with the numbering of
 * articles, the number of keys plus one (gamma), and the width of the gaps between them (5 bits). A key is
 * the distance from the one before (Rice). Its spellings follow, each with 14 bits, the number of articles
 * (gamma), their distances (Rice) with their places in unary, and a bit that says whether another spelling
 * follows.
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
