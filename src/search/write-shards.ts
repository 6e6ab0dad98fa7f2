import { type BitWriter, createBitWriter, riceWidth } from './bits.ts';
import { shardCount, shardStart } from './shard.ts';
import { createTermRows, keyAt, restAt, type TermRows } from './term-rows.ts';
import type { Terms } from './terms.ts';

/**
 * How many files are made in one pass over the terms. More files take more memory, fewer take more passes.
 */
const batch = 512;

interface Input {
  /** Changes with the numbering of articles. */
  readonly stamp: number;
  /** The terms of each article in order, read once in each pass. */
  readonly terms: readonly Terms[];
}

/** Yields the files of a segment in order, in the format of `readShard`. */
export function* writeShards({ stamp, terms }: Input): Iterable<Uint8Array> {
  const shards = shardCount(terms.length);
  /** How far each article's terms were read. */
  const places = new Uint32Array(terms.length);
  const writer = createBitWriter();
  for (let first = 0; first < shards; first += batch) {
    const end = Math.min(shards, first + batch);
    const lists = gather({ terms, places, shards, first, end });
    for (const [index, list] of lists.entries()) {
      list.rows.sort();
      yield writeShard(writer, { stamp, list, articles: terms.length, shard: first + index });
    }
  }
}

interface Pass {
  readonly terms: readonly Terms[];
  readonly places: Uint32Array;
  readonly shards: number;
  readonly first: number;
  readonly end: number;
}

/**
 * Collects the terms of some files: the key of each, and as its rest the spelling (14 bits), the number of
 * the article (16) and the place (2).
 */
function gather({ terms, places, shards, first, end }: Pass): TermRows[] {
  const limit = end === shards ? 2 ** 32 : shardStart(end, shards);
  const factor = shards / 2 ** 32;
  const counts = new Uint32Array(end - first);
  const ends = new Uint32Array(terms.length);
  for (const [article, { keys }] of terms.entries()) {
    let at = places[article] ?? 0;
    for (; at < keys.length && (keys[at] as number) < limit; at++) {
      const shard = (((keys[at] as number) * factor) >>> 0) - first;
      counts[shard] = (counts[shard] as number) + 1;
    }
    ends[article] = at;
  }
  const lists = Array.from(counts, createTermRows);
  counts.fill(0);
  for (const [article, { keys, entries }] of terms.entries()) {
    const last = ends[article] as number;
    for (let at = places[article] as number; at < last; at++) {
      const key = keys[at] as number;
      const shard = ((key * factor) >>> 0) - first;
      const entry = entries[at] as number;
      const { halves } = lists[shard] as TermRows;
      const to = counts[shard] as number;
      halves[keyAt(to)] = key;
      halves[restAt(to)] = ((entry >> 2) << 18) | (article << 2) | (entry & 3);
      counts[shard] = to + 1;
    }
    places[article] = last;
  }
  return lists;
}

interface ShardInput {
  readonly stamp: number;
  /** The sorted terms of {@link gather}. */
  readonly list: TermRows;
  readonly articles: number;
  readonly shard: number;
}

function writeShard(bits: BitWriter, { stamp, list, articles, shard }: ShardInput): Uint8Array {
  const { halves } = list;
  const count = list.rows.length;
  const shards = shardCount(articles);
  let different = 0;
  for (let at = 0; at < count; at++)
    if (at === 0 || halves[keyAt(at)] !== halves[keyAt(at - 1)]) different += 1;
  const width = riceWidth((shardStart(shard + 1, shards) - shardStart(shard, shards)) / (different + 1));
  bits.fixed(stamp, 32);
  bits.gamma(different + 1);
  bits.fixed(width, 5);
  let before = shardStart(shard, shards) - 1;
  for (let at = 0; at < count; ) {
    const key = halves[keyAt(at)] as number;
    if (key !== before) {
      if (at > 0) bits.fixed(0, 1);
      bits.rice(key - before - 1, width);
    } else bits.fixed(1, 1);
    before = key;
    at = writePosting(bits, { list, at, articles });
  }
  if (count > 0) bits.fixed(0, 1);
  return bits.take();
}

/** Writes the articles with a key in one spelling. Returns the index of the next spelling or key. */
function writePosting(
  bits: BitWriter,
  { list: { rows, halves }, at, articles }: Pick<ShardInput, 'list' | 'articles'> & { readonly at: number },
): number {
  const key = halves[keyAt(at)];
  const exactAt = (row: number): number => (halves[restAt(row)] as number) >>> 18;
  const exact = exactAt(at);
  let end = at + 1;
  while (end < rows.length && halves[keyAt(end)] === key && exactAt(end) === exact) end += 1;
  bits.fixed(exact, 14);
  bits.gamma(end - at);
  const width = riceWidth(articles / (end - at));
  let before = -1;
  for (let index = at; index < end; index++) {
    const rest = halves[restAt(index)] as number;
    const article = (rest >>> 2) & 0xffff;
    bits.rice(article - before - 1, width);
    before = article;
    const place = rest & 3;
    bits.fixed(place === 3 ? 7 : (2 << place) - 2, place === 3 ? 3 : place + 1);
  }
  return end;
}
