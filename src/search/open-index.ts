/** Reads the index of a site from its files. Also part of the reader's script. */
import type { Segment } from './find.ts';
import { place, readShard, shardCount, shardOf } from './shard.ts';
import { eachTerm } from './words.ts';

/** How many articles a segment has, the stamp of their numbering, and its years as in {@link Segment}. */
type SegmentFacts = readonly [articles: number, stamp: number, years: Segment['years']];

/** `index.json`, the file that names all others. */
export interface Entry {
  /** By folder name, the oldest first. */
  readonly segments: readonly (readonly [name: string, ...facts: SegmentFacts])[];
  /** Articles newer than all segments, which are in `newest.json`. */
  readonly newest: SegmentFacts;
  readonly weights: readonly number[];
  readonly synonyms: readonly (readonly string[])[];
}

/** What results show of an article. */
export type Row = readonly [
  title: string,
  address: string,
  /** Day, as `2026-11-16`. */
  date: string,
  category: string,
  summary: string,
  /** Address of a small picture; empty for none. */
  picture: string,
  /** Its language, if different from the page's. */
  lang?: string,
];

/** A file of rows: `rows/0.json`. */
export interface RowsFile {
  readonly stamp: number;
  readonly rows: readonly Row[];
}

/** `newest.json`. */
export interface NewestFile extends RowsFile {
  readonly texts: readonly (readonly [title: string, summary: string, body: string])[];
  /** Keys of each article's categories, authors, tags and type. */
  readonly facets: readonly (readonly number[])[];
}

/** Rows per file. */
export const rowsInFile = 8;

/** Loads a file of the index; `fresh` bypasses the browser's cache. */
export type Load = (file: string, fresh?: boolean) => Promise<Uint8Array>;

export interface SearchIndex {
  readonly entry: Entry;
  readonly segments: readonly Segment[];
  readonly row: (segment: number, number: number) => Promise<Row | undefined>;
}

interface Input {
  readonly load: Load;
  /** Called when a file cannot be loaded, so that its articles are not found. */
  readonly onMissing: () => void;
  /** Called when a file belongs to another index, since this one was replaced. */
  readonly onReplaced: () => void;
}

type Parse<Value> = (bytes: Uint8Array) => Value & { readonly stamp: number };

const toJson = <Value>(bytes: Uint8Array): Value => JSON.parse(new TextDecoder().decode(bytes)) as Value;

/** Opens an index. Rejects where `index.json` cannot be loaded. */
export async function openIndex({ load, onMissing, onReplaced }: Input): Promise<SearchIndex> {
  const entry = toJson<Entry>(await load('index.json', true));
  const known = new Map<string, Promise<unknown>>();
  /** Reads a file; undefined where it cannot be loaded. */
  const read = <Value>(file: string, stamp: number, parse: Parse<Value>): Promise<Value | undefined> => {
    const loadOnce = async (): Promise<Value | undefined> => {
      try {
        for (const fresh of [false, true]) {
          const value = parse(await load(file, fresh));
          if (value.stamp === stamp) return value;
        }
        onReplaced();
      } catch {
        onMissing();
      }
      known.delete(file);
      return undefined;
    };
    const value = known.get(file) ?? loadOnce();
    known.set(file, value);
    return value as Promise<Value | undefined>;
  };
  const [newestCount, newestStamp, newestYears] = entry.newest;
  const newest = () => read('newest.json', newestStamp, readNewest);
  const segments = entry.segments.map(([name, articles, stamp, years]) => ({
    articles,
    years,
    read: async (key: number) => {
      const shard = shardOf(key, shardCount(articles));
      const parsed = await read(`${name}/${shard}.bin`, stamp, (bytes) =>
        readShard(bytes, { articles, shard }),
      );
      return parsed?.postings.get(key) ?? [];
    },
    row: async (number: number) => {
      const file = Math.floor(number / rowsInFile);
      const parsed = await read(`${name}/${file}.json`, stamp, toJson<RowsFile>);
      return parsed?.rows[number % rowsInFile];
    },
  }));
  const all = [
    ...segments,
    {
      articles: newestCount,
      years: newestYears,
      read: async (key: number) => {
        const file = newestCount > 0 ? await newest() : undefined;
        return file?.postings.get(key) ?? [];
      },
      row: async (number: number) => (await newest())?.rows[number],
    },
  ];
  return { entry, segments: all, row: async (segment, number) => all[segment]?.row(number) };
}

/** Reads the newest articles, and indexes them. How often a word is in a body is not counted. */
function readNewest(bytes: Uint8Array) {
  const file = toJson<NewestFile>(bytes);
  const postings = new Map<number, { exact: number; articles: number[] }[]>();
  const add = (key: number, exact: number, entry: number): void => {
    const spellings = postings.get(key) ?? [];
    postings.set(key, spellings);
    const same = spellings.find((one) => one.exact === exact);
    if (!same) spellings.push({ exact, articles: [entry] });
    // The text of the highest place comes first.
    else if ((same.articles[same.articles.length - 1] as number) >> 2 !== entry >> 2)
      same.articles.push(entry);
  };
  file.texts.forEach((texts, number) => {
    texts.forEach((text, index) => {
      const where = [place.title, place.summary, place.body][index] as number;
      eachTerm(text, (key, exact) => add(key, exact, number * 4 + where));
    });
    for (const key of file.facets[number] ?? []) add(key, 0, number * 4);
  });
  return { ...file, postings };
}
