/** Finds the articles for a query. Also part of the reader's script. */
import type { Query, Row } from './query.ts';
import type { Posting } from './shard.ts';
import { exactOf, keyOf, type Word } from './words.ts';

/** Articles of neighbouring dates, numbered from the oldest. */
export interface Segment {
  readonly articles: number;
  /** Years in order, each with the number of its first article. */
  readonly years: readonly (readonly [year: number, first: number])[];
  /** The postings of a key; empty where they cannot be loaded. */
  readonly read: (key: number) => Promise<readonly Posting[]>;
}

export interface FindInput {
  readonly query: Query;
  /** The oldest first. */
  readonly segments: readonly Segment[];
  /** Keys of categories, authors, tags and types that an article must have. */
  readonly filters: readonly number[];
  /** None, or 0, for all years. */
  readonly year?: number;
  /** Weights of places: body, often in the body, summary, title. */
  readonly weights: readonly number[];
  /** Sorts by date, the newest first, instead of by score. */
  readonly byDate: boolean;
}

export interface Hit {
  readonly segment: number;
  readonly number: number;
  readonly score: number;
}

/** Loading stops at this many hits with all words: with many words, one hit is what was meant. */
const enough = (words: number): number => (words > 2 ? 1 : 3);
/** The words of a pair are not looked up when at least this many articles have the pair. */
const common = 30;
/** How many keys are looked up for the words of a query, at most. */
const most = 4;

/**
 * Finds articles for a query, the best first. Pairs of words are looked up before single words, and more only
 * where few articles have all words. Articles that have all words in the query's spelling come first.
 */
export async function find(input: FindInput): Promise<Hit[]> {
  const { query, segments, byDate } = input;
  const isAllowed = await allowedBy(input);
  const newest = (a: Hit, b: Hit): number => b.segment - a.segment || b.number - a.number;
  const all = (): Hit[] =>
    segments.flatMap(({ articles }, segment) =>
      Array.from({ length: articles }, (_, number) => ({ segment, number, score: 0 })),
    );
  const hits = query.words.length > 0 ? await findWords(input, isAllowed) : all().filter(isAllowed);
  return hits.sort((a, b) => (byDate ? 0 : b.score - a.score) || newest(a, b));
}

/** A word or pair to look up. */
interface Key {
  readonly key: number;
  /** The spelling that must match, if any. */
  readonly exact?: number;
}

const toKey = (word: Word, next?: Word): Key => ({ key: keyOf(word, next), exact: exactOf(word, next) });

/** All pairs of a row; its words where it has no pair. */
function keysOf({ words, joined }: Row): Key[] {
  const pairs = words.flatMap((word, at) => (joined[at + 1] ? toKey(word, words[at + 1]) : []));
  return pairs.length > 0 ? pairs : words.map((word) => toKey(word));
}

/** Where an article has a key, and whether in the exact spelling. */
interface Held {
  readonly exact: boolean;
  readonly place: number;
}

/** The articles of a segment that have all keys. */
async function holdersOf(keys: readonly Key[], { read }: Segment): Promise<Map<number, Held>> {
  // Loaded in parallel, as each key is a file.
  await Promise.all(keys.map(({ key }) => read(key)));
  let holders = new Map<number, Held>();
  for (const [index, { key, exact }] of keys.entries()) {
    const before = holders;
    holders = new Map();
    for (const posting of await read(key))
      for (const entry of posting.articles) {
        const number = entry >> 2;
        const other = before.get(number);
        if (index && !other) continue;
        const same = holders.get(number);
        holders.set(number, {
          exact: (posting.exact === exact && other?.exact !== false) || same?.exact === true,
          place: Math.max(Math.min(other?.place ?? 3, entry & 3), same?.place ?? 0),
        });
      }
  }
  return holders;
}

type Allows = (place: { readonly segment: number; readonly number: number }) => boolean;

/** Which articles filters, phrases and exclusions allow. */
async function allowedBy({ query, segments, filters, year }: FindInput): Promise<Allows> {
  const toTest = async (keys: readonly Key[], isExact: boolean): Promise<Allows> => {
    const holders = await Promise.all(segments.map((one) => holdersOf(keys, one)));
    return ({ segment, number }) => {
      const held = holders[segment]?.get(number);
      return !!held && (held.exact || !isExact);
    };
  };
  const ofRow = (row: Row) => toTest(keysOf(row), row.marked);
  const [wanted, unwanted] = await Promise.all([
    Promise.all([...query.phrases.map(ofRow), ...filters.map((key) => toTest([{ key }], false))]),
    Promise.all(query.without.map(ofRow)),
  ]);
  return (place) =>
    (!year || yearOf(segments, place) === year) &&
    wanted.every((test) => test(place)) &&
    !unwanted.some((test) => test(place));
}

const yearOf = (segments: readonly Segment[], { segment, number }: Parameters<Allows>[0]) =>
  segments[segment]?.years.filter(([, first]) => first <= number).pop()?.[0];

/** A key to look up, and the words of the query that it covers, as bits. */
interface Lookup {
  readonly keys: readonly Key[];
  readonly bits: number;
  readonly worth: number;
}

/** What an article has of the query. */
interface Found {
  words: number;
  exact: number;
  score: number;
}

/**
 * Articles with all words that were looked up; if there are none, those with at least half of them; if there
 * are none either, those with two words that say much: a rare pair in a high place.
 */
async function findWords({ query, segments, weights }: FindInput, isAllowed: Allows): Promise<Hit[]> {
  const { words, marked } = query;
  /** The words that were looked up, as bits. */
  let looked = 0;
  const total = segments.reduce((sum, { articles }) => sum + articles, 0);
  const found = segments.map(() => new Map<number, Found>());
  /** How many articles have each word, as far as it was looked up. */
  const counts = words.map(() => 0);
  const take = async ({ keys, bits, worth }: Lookup): Promise<void> => {
    const holders = await Promise.all(segments.map((one) => holdersOf(keys, one)));
    const count = holders.reduce((sum, { size }) => sum + size, 0);
    looked |= bits;
    const rarity = worth * Math.log(1 + total / (count + 1));
    words.forEach((_, at) => {
      if (bits & (1 << at)) counts[at] = Math.max(counts[at] as number, count);
    });
    holders.forEach((ofSegment, segment) => {
      for (const [number, { exact, place }] of ofSegment) {
        const ofFound = found[segment] as Map<number, Found>;
        const one = ofFound.get(number) ?? { words: 0, exact: 0, score: 0 };
        one.words |= bits;
        if (exact) one.exact |= bits;
        one.score += rarity * (weights[place] as number) * (exact || !marked ? 1 : 0.3);
        ofFound.set(number, one);
      }
    });
  };
  const hitsOf = (least: number, lowest = 0): Hit[] => {
    let before = 0;
    const hits: Hit[] = [];
    found.forEach((ofSegment, segment) => {
      for (const [number, one] of ofSegment) {
        const share = countBits(one.words) / countBits(looked);
        if (share < least || one.score < lowest || !isAllowed({ segment, number })) continue;
        const newness = (before + number) / total;
        const tier = marked && one.exact === looked ? 1e6 : 0;
        hits.push({ segment, number, score: tier + one.score * share * share * (1 + newness / 4) });
      }
      before += (segments[segment] as Segment).articles;
    });
    return hits;
  };
  let left = most;
  let hits: Hit[] = [];
  for (const step of [firstPairs, otherPairs, rareWords]) {
    const lookups = step(query, counts).slice(0, left);
    left -= lookups.length;
    await Promise.all(lookups.map(take));
    hits = hitsOf(1);
    if (hits.length >= enough(words.length)) return hits;
  }
  if (!hits.length) hits = hitsOf(0.5);
  if (hits.length) return hits;
  // Perhaps words that belong together are in two pairs.
  await Promise.all(otherPairs(query, []).slice(0, most).map(take));
  return hitsOf(2 / countBits(looked), pairWorth * Math.log(1 + total));
}

const countBits = (bits: number): number => (bits ? 1 + countBits(bits & (bits - 1)) : 0);

type Step = (query: Query, counts: readonly number[]) => Lookup[];

const pairWorth = 3;
const wordAt = ({ words }: Row, at: number): Lookup => ({
  keys: [toKey(words[at] as Word)],
  bits: 1 << at,
  worth: 1,
});
const pairAt = ({ words }: Row, at: number): Lookup => ({
  keys: [toKey(words[at] as Word, words[at + 1])],
  bits: 3 << at,
  worth: pairWorth,
});

/** Whether few articles have a word, as far as is known. */
const isRare = (counts: readonly number[], at: number): boolean => !((counts[at] as number) >= common);

/** Pairs that cover each word, only once where possible; a word without a pair alone. */
const firstPairs: Step = (query) => {
  const lookups: Lookup[] = query.instead.map((row) => ({
    keys: keysOf(row),
    bits: (1 << row.to) - (1 << row.from),
    worth: pairWorth,
  }));
  for (let at = 0; at < query.words.length; at++)
    if (query.joined[at + 1]) lookups.push(pairAt(query, at++));
    else lookups.push(query.joined[at] ? pairAt(query, at - 1) : wordAt(query, at));
  return lookups;
};

/** The remaining pairs, where few articles have either word. */
const otherPairs: Step = (query, counts) => {
  const before = firstPairs(query, []).map(({ bits }) => bits);
  return query.words.flatMap((_, at) =>
    query.joined[at + 1] && !before.includes(3 << at) && isRare(counts, at) && isRare(counts, at + 1)
      ? pairAt(query, at)
      : [],
  );
};

/** Words whose pairs are in few articles, those in the fewest first. */
const rareWords: Step = (query, counts) =>
  [...query.words.keys()]
    .filter((at) => (query.joined[at] || query.joined[at + 1]) && isRare(counts, at))
    .sort((a, b) => (counts[a] as number) - (counts[b] as number))
    .map((at) => wordAt(query, at));
