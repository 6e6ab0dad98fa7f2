/** What an article is found by. The reader's script has this file too, for the newest articles. */
import { place } from './shard.ts';
import { eachWord, exactOf, keyOf, toWord, type Word } from './words.ts';

/** What is looked through of an article. */
export interface Texts {
  readonly title: string;
  /** Summary, tags, captions and names of authors. */
  readonly summary: string;
  readonly body: string;
}

/** Words and pairs of an article, ordered by key and spelling, each once. */
export interface Terms {
  readonly keys: Uint32Array;
  /** Of each key 14 bits of the spelling, and two of its place. */
  readonly entries: Uint16Array;
}

/** How often a word that stands `often` is in the body, at least. */
const often = 3;
let scratch = new Float64Array(1 << 12);

/** The terms of texts. Takes about as long as the texts are. */
export function termsOf({ title, summary, body }: Texts): Terms {
  let end = 0;
  const add = (text: string, where: number): void => {
    let last: Word | undefined;
    const put = (key: number, exact: number): void => {
      if (end === scratch.length) {
        const larger = new Float64Array(end * 2);
        larger.set(scratch);
        scratch = larger;
      }
      scratch[end++] = key * 65536 + exact * 4 + where;
    };
    eachWord(text, (written, joined) => {
      const word = toWord(written);
      put(keyOf(word), exactOf(word));
      if (joined && last) put(keyOf(last, word), exactOf(last, word));
      last = word;
    });
  };
  add(title, place.title);
  add(summary, place.summary);
  add(body, place.body);
  return group(scratch.subarray(0, end).sort());
}

/** Puts together what stands in several places, or several times. */
function group(sorted: Float64Array): Terms {
  const keys = new Uint32Array(sorted.length);
  const entries = new Uint16Array(sorted.length);
  let end = 0;
  for (let index = 0; index < sorted.length; ) {
    const term = Math.floor((sorted[index] ?? 0) / 4);
    let count = 0;
    let where = 0;
    for (; index < sorted.length && Math.floor((sorted[index] ?? 0) / 4) === term; index++) {
      where = (sorted[index] ?? 0) % 4;
      count += 1;
    }
    keys[end] = Math.floor(term / 16384);
    entries[end++] = (term % 16384) * 4 + (where === place.body && count >= often ? place.often : where);
  }
  return { keys: keys.slice(0, end), entries: entries.slice(0, end) };
}

/** The terms of both; where they have the same, that of the higher place. */
export function withTerms(one: Terms, other: Terms): Terms {
  const all = new Float64Array(one.keys.length + other.keys.length);
  let end = 0;
  for (const { keys, entries } of [one, other])
    for (let at = 0; at < keys.length; at++) all[end++] = (keys[at] ?? 0) * 65536 + (entries[at] ?? 0);
  all.sort();
  const keys = new Uint32Array(all.length);
  const entries = new Uint16Array(all.length);
  let count = 0;
  for (let at = 0; at < all.length; at++) {
    const value = all[at] ?? 0;
    if (Math.floor(value / 4) === Math.floor((all[at + 1] ?? -1) / 4)) continue;
    keys[count] = Math.floor(value / 65536);
    entries[count++] = value % 65536;
  }
  return { keys: keys.subarray(0, count), entries: entries.subarray(0, count) };
}
