import { type BitWriter, createBitWriter, riceWidth } from './bits.ts';
import { shardCount, shardStart } from './shard.ts';
import { type Columns, sortTerms } from './sort-terms.ts';
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
  let scratch: Columns = { keys: new Uint32Array(0), rests: new Uint32Array(0) };
  for (let first = 0; first < shards; first += batch) {
    const end = Math.min(shards, first + batch);
    const lists = gather({ terms, places, shards, first, end });
    for (const [index, list] of lists.entries()) {
      const count = list.keys.length;
      if (scratch.keys.length < count)
        scratch = { keys: new Uint32Array(count * 2), rests: new Uint32Array(count * 2) };
      const sorted = sortTerms(list, { scratch, count, low: 18 });
      yield writeShard(writer, {
        stamp,
        list: sorted,
        count,
        articles: terms.length,
        shard: first + index,
      });
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
function gather({ terms, places, shards, first, end }: Pass): Columns[] {
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
  const lists = Array.from(counts, (count) => ({
    keys: new Uint32Array(count),
    rests: new Uint32Array(count),
  }));
  counts.fill(0);
  for (const [article, { keys, entries }] of terms.entries()) {
    const last = ends[article] as number;
    for (let at = places[article] as number; at < last; at++) {
      const key = keys[at] as number;
      const shard = ((key * factor) >>> 0) - first;
      const entry = entries[at] as number;
      const list = lists[shard] as Columns;
      const to = counts[shard] as number;
      list.keys[to] = key;
      list.rests[to] = ((entry >> 2) << 18) | (article << 2) | (entry & 3);
      counts[shard] = to + 1;
    }
    places[article] = last;
  }
  return lists;
}

interface ShardInput {
  readonly stamp: number;
  /** The sorted terms of {@link gather}. */
  readonly list: Columns;
  readonly count: number;
  readonly articles: number;
  readonly shard: number;
}

function writeShard(bits: BitWriter, { stamp, list, count, articles, shard }: ShardInput): Uint8Array {
  const { keys } = list;
  const shards = shardCount(articles);
  let different = 0;
  for (let at = 0; at < count; at++) if (at === 0 || keys[at] !== keys[at - 1]) different += 1;
  const width = riceWidth((shardStart(shard + 1, shards) - shardStart(shard, shards)) / (different + 1));
  bits.fixed(stamp, 32);
  bits.gamma(different + 1);
  bits.fixed(width, 5);
  let before = shardStart(shard, shards) - 1;
  for (let at = 0; at < count; ) {
    const key = keys[at] as number;
    if (key !== before) {
      if (at > 0) bits.fixed(0, 1);
      bits.rice(key - before - 1, width);
    } else bits.fixed(1, 1);
    before = key;
    at = writePosting(bits, { list, count, at, articles });
  }
  if (count > 0) bits.fixed(0, 1);
  return bits.take();
}

/** Writes the articles with a key in one spelling. Returns the index of the next spelling or key. */
function writePosting(
  bits: BitWriter,
  { list: { keys, rests }, count, at, articles }: Omit<ShardInput, 'stamp' | 'shard'> & { at: number },
): number {
  const key = keys[at];
  const exact = (rests[at] as number) >>> 18;
  let end = at + 1;
  while (end < count && keys[end] === key && (rests[end] as number) >>> 18 === exact) end += 1;
  bits.fixed(exact, 14);
  bits.gamma(end - at);
  const width = riceWidth(articles / (end - at));
  let before = -1;
  for (let index = at; index < end; index++) {
    const rest = rests[index] as number;
    const article = (rest >>> 2) & 0xffff;
    bits.rice(article - before - 1, width);
    before = article;
    const place = rest & 3;
    bits.fixed(place === 3 ? 7 : (2 << place) - 2, place === 3 ? 3 : place + 1);
  }
  return end;
}
