import { type BitWriter, createBitWriter, riceWidth } from './bits.ts';
import { shardCount, shardOf, shardStart } from './shard.ts';
import type { Terms } from './terms.ts';

/** Files that are made in one pass over the terms: more take more memory, fewer more passes. */
const batch = 512;

interface Input {
  /** What numbers of articles mean is the same under the same stamp. */
  readonly stamp: number;
  /** Of each article in its order; asked for once in each pass. */
  readonly terms: readonly Terms[];
}

/** The files of a segment, as `readShard` reads them, in their order. */
export function* writeShards({ stamp, terms }: Input): Iterable<Uint8Array> {
  const shards = shardCount(terms.length);
  /** How far each article's terms were read. */
  const places = new Uint32Array(terms.length);
  const writer = createBitWriter();
  for (let first = 0; first < shards; first += batch) {
    const end = Math.min(shards, first + batch);
    const lists = gather({ terms, places, shards, first, end });
    for (const [index, list] of lists.entries())
      yield writeShard(writer, { stamp, list, articles: terms.length, shard: first + index });
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
 * The terms of some of the files: of each the key above, below the spelling (14 bits), the number of the
 * article (16) and its place (2), which is the order in which they are written.
 */
function gather({ terms, places, shards, first, end }: Pass): BigUint64Array[] {
  const limit = end === shards ? 2 ** 32 : shardStart(end, shards);
  const counts = new Uint32Array(end - first);
  const ends = new Uint32Array(terms.length);
  for (const [article, { keys }] of terms.entries()) {
    let at = places[article] ?? 0;
    for (; at < keys.length && (keys[at] as number) < limit; at++) {
      const shard = shardOf(keys[at] as number, shards) - first;
      counts[shard] = (counts[shard] as number) + 1;
    }
    ends[article] = at;
  }
  const lists = Array.from(counts, (count) => new BigUint64Array(count));
  const halves = lists.map(({ buffer }) => new Uint32Array(buffer));
  const filled = new Uint32Array(end - first);
  for (const [article, { keys, entries }] of terms.entries()) {
    const last = ends[article] as number;
    for (let at = places[article] as number; at < last; at++) {
      const key = keys[at] as number;
      const shard = shardOf(key, shards) - first;
      const entry = entries[at] as number;
      const half = halves[shard] as Uint32Array;
      const to = (filled[shard] as number) * 2;
      half[to] = ((entry >> 2) << 18) | (article << 2) | (entry & 3);
      half[to + 1] = key;
      filled[shard] = (filled[shard] as number) + 1;
    }
    places[article] = last;
  }
  return lists.map((list) => list.sort());
}

interface ShardInput {
  readonly stamp: number;
  /** As {@link gather} makes it. */
  readonly list: BigUint64Array;
  readonly articles: number;
  readonly shard: number;
}

function writeShard(bits: BitWriter, { stamp, list, articles, shard }: ShardInput): Uint8Array {
  const halves = new Uint32Array(list.buffer);
  const shards = shardCount(articles);
  const count = halves.length / 2;
  let keys = 0;
  for (let at = 0; at < count; at++) if (at === 0 || halves[at * 2 + 1] !== halves[at * 2 - 1]) keys += 1;
  const width = riceWidth((shardStart(shard + 1, shards) - shardStart(shard, shards)) / (keys + 1));
  bits.fixed(stamp, 32);
  bits.gamma(keys + 1);
  bits.fixed(width, 5);
  let before = shardStart(shard, shards) - 1;
  for (let at = 0; at < count; ) {
    const key = halves[at * 2 + 1] as number;
    if (key !== before) {
      if (at > 0) bits.fixed(0, 1);
      bits.rice(key - before - 1, width);
    } else bits.fixed(1, 1);
    before = key;
    at = writePosting(bits, { halves, at, articles });
  }
  if (count > 0) bits.fixed(0, 1);
  return bits.take();
}

/** Writes the articles that have a key in one spelling; returns where the next spelling, or key, begins. */
function writePosting(
  bits: BitWriter,
  { halves, at, articles }: { halves: Uint32Array; at: number; articles: number },
): number {
  const key = halves[at * 2 + 1];
  const exact = (halves[at * 2] as number) >>> 18;
  let end = at + 1;
  while (halves[end * 2 + 1] === key && (halves[end * 2] as number) >>> 18 === exact) end += 1;
  bits.fixed(exact, 14);
  bits.gamma(end - at);
  const width = riceWidth(articles / (end - at));
  let before = -1;
  for (let index = at; index < end; index++) {
    const low = halves[index * 2] as number;
    const article = (low >>> 2) & 0xffff;
    bits.rice(article - before - 1, width);
    before = article;
    const place = low & 3;
    if (place === 3) bits.fixed(7, 3);
    else bits.fixed(2 ** (place + 1) - 2, place + 1);
  }
  return end;
}
