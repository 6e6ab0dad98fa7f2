/** The terms by which an article is found. */
import { place } from './shard.ts';
import { createTermRows, keyAt, restAt, type TermRows } from './term-rows.ts';
import { eachTerm } from './words.ts';

/** The searched texts of an article. */
export interface Texts {
  readonly title: string;
  /** Summary, tags, captions and names of authors. */
  readonly summary: string;
  readonly body: string;
}

/** Words and pairs of an article, sorted by key and spelling, without duplicates. */
export interface Terms {
  readonly keys: Uint32Array;
  /** For each key, 14 bits of the spelling and two of its place. */
  readonly entries: Uint16Array;
}

/** How many times a word is in the body, at least, to count as `often`. */
const often = 3;

let unsorted = createTermRows(1 << 12);

/** The terms of texts, in time linear in their length but for sorting. */
export function termsOf({ title, summary, body }: Texts): Terms {
  let end = 0;
  const add = (text: string, where: number): void =>
    eachTerm(text, (key, exact) => {
      if (end === unsorted.rows.length) {
        const { rows } = unsorted;
        unsorted = createTermRows(end * 2);
        unsorted.rows.set(rows);
      }
      unsorted.halves[keyAt(end)] = key;
      unsorted.halves[restAt(end++)] = exact * 4 + where;
    });
  add(title, place.title);
  add(summary, place.summary);
  add(body, place.body);
  unsorted.rows.subarray(0, end).sort();
  return group(unsorted, end);
}

/** Merges equal terms, in the highest of their places. */
function group({ halves }: TermRows, count: number): Terms {
  const keys = new Uint32Array(count);
  const entries = new Uint16Array(count);
  let end = 0;
  for (let at = 0; at < count; ) {
    const key = halves[keyAt(at)] as number;
    const exact = (halves[restAt(at)] as number) >>> 2;
    const first = at;
    while (at < count && halves[keyAt(at)] === key && (halves[restAt(at)] as number) >>> 2 === exact) at++;
    const last = halves[restAt(at - 1)] as number;
    keys[end] = key;
    entries[end++] = (last & 3) === place.body && at - first >= often ? last + place.often : last;
  }
  return { keys: keys.slice(0, end), entries: entries.slice(0, end) };
}

/** Merges two sorted lists of terms. Terms in both get the higher place. */
export function withTerms(one: Terms, other: Terms): Terms {
  const count = one.keys.length + other.keys.length;
  const keys = new Uint32Array(count);
  const entries = new Uint16Array(count);
  let end = 0;
  let [a, b] = [0, 0];
  while (a < one.keys.length || b < other.keys.length) {
    const key = one.keys[a] ?? Infinity;
    const otherKey = other.keys[b] ?? Infinity;
    const entry = one.entries[a] ?? 0;
    const otherEntry = other.entries[b] ?? 0;
    const isSame = key === otherKey && entry >>> 2 === otherEntry >>> 2;
    const isFirst = key < otherKey || (key === otherKey && entry < otherEntry);
    keys[end] = Math.min(key, otherKey);
    entries[end++] = isSame ? Math.max(entry, otherEntry) : isFirst ? entry : otherEntry;
    if (isSame || isFirst) a++;
    if (isSame || !isFirst) b++;
  }
  return { keys: keys.subarray(0, end), entries: entries.subarray(0, end) };
}
