import type { Language, OutputPath } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { groupBy } from '../bytes/group-by.ts';
import { lazy } from '../bytes/lazy.ts';
import { withoutCase } from '../bytes/usable-text.ts';
import { articleTexts, type SearchField } from '../search/article-texts.ts';
import { type Cut, cut } from '../search/cut.ts';
import { facetKey, hash } from '../search/hash.ts';
import { unpackTerms } from '../search/kept-terms.ts';
import { type Entry, type NewestFile, type Row, type RowsFile, rowsInFile } from '../search/open-index.ts';
import { shardCount } from '../search/shard.ts';
import { type Terms, termsOf, withTerms } from '../search/terms.ts';
import { eachWord, spellingsOf } from '../search/words.ts';
import { writeShards } from '../search/write-shards.ts';
import type { Article, Site } from '../site.ts';
import { file, type Route, type Stored } from './route.ts';

interface Input {
  readonly site: Site;
  /** The output of a file of the index. */
  readonly at: (name: string) => OutputPath;
  readonly fields: readonly SearchField[];
  readonly boosts: { readonly title: number; readonly summary: number; readonly body: number };
  readonly synonyms: readonly (readonly string[])[];
}

/** The files of the index of one language: a function of its articles, whatever there was before. */
export function* searchIndex({ site, at, fields, boosts, synonyms }: Input): Iterable<Route> {
  const facets = facetsOf(site);
  const { language } = site.config.site;
  const indexed = site.articles.toReversed().map((article) => ({ article, facets: facets(article) }));
  const { segments, newest } = cut(indexed, ({ article }) => article.document.path);
  for (const segment of segments) yield* segmentRoutes(segment, { at, fields, language });
  yield* wordRoutes(
    segments.flatMap(({ items }) => items),
    at,
  );
  yield {
    kind: 'index',
    output: at('newest.json'),
    key: () => ({ newest: newest.map((one) => [digestOfOne(one), toRow(one.article, language)]), fields }),
    render: (stored) => JSON.stringify(toNewestFile(newest, { stored, fields, language })),
  };
  const { title, summary, body } = boosts;
  yield file(
    at('index.json'),
    (): Entry => ({
      segments: segments.map(({ name, items }) => [name, items.length, stampOf(items), yearsOf(items)]),
      newest: [newest.length, stampOf(newest), yearsOf(newest)],
      weights: [body, body * 1.6, summary, title],
      synonyms,
    }),
    (entry) => JSON.stringify(entry),
  );
}

interface Indexed {
  readonly article: Article;
  /** Keys of its categories, authors, tags and type. */
  readonly facets: readonly number[];
}

/** The keys that filters know an article by. */
function facetsOf(site: Site): (article: Article) => readonly number[] {
  const categories = new Map<Article, number[]>();
  for (const { key, articles } of site.categories.values()) {
    const facet = facetKey('category', key);
    for (const article of articles) {
      const keys = categories.get(article);
      if (keys) keys.push(facet);
      else categories.set(article, [facet]);
    }
  }
  return (article) => {
    const { tags, authors, document } = article;
    const keys = [
      ...(categories.get(article) ?? []),
      ...tags.map(({ link }) => facetKey('tag', link.title)),
      ...authors.map(({ name }) => facetKey('author', name)),
      facetKey('type', document.data.type),
    ];
    return [...new Set(keys)].sort((a, b) => a - b);
  };
}

/** Under the same stamp, numbers stand for the same articles. */
const stampOf = (items: readonly Indexed[]): number =>
  hash(items.map(({ article }) => article.document.path).join('\n'));

/** The years of articles in their order, with the number of the first article of each. */
function yearsOf(items: readonly Indexed[]): (readonly [year: number, first: number])[] {
  const years: [number, number][] = [];
  for (const [number, { article }] of items.entries()) {
    const year = Number(article.card.date.slice(0, 4));
    if (years.at(-1)?.[0] !== year) years.push([year, number]);
  }
  return years;
}

/** Digest of all that an article is found by. */
const digestOfOne = ({ article, facets }: Indexed): string =>
  `${article.document.digest} ${facets.join()} ${namesOf(article)}`;
const namesOf = ({ authors }: Article): string => authors.map(({ name }) => name).join('\n');

interface SegmentInput extends Omit<TextInput, 'stored'> {
  readonly at: (name: string) => OutputPath;
}

/** The segment whose files were asked for last: they are made together, and asked for one after another. */
let made: { readonly digest: string; readonly files: readonly Uint8Array[] } | undefined;

function* segmentRoutes(
  { name, items }: Cut<Indexed>,
  { at, fields, language }: SegmentInput,
): Iterable<Route> {
  const stamp = stampOf(items);
  let digest = '';
  const toDigest = (): string => (digest ||= digestOf(items.map(digestOfOne).join('\n')));
  for (let shard = 0; shard < shardCount(items.length); shard++)
    yield {
      kind: 'index',
      output: at(`${name}/${shard}.bin`),
      key: () => ({ segment: toDigest(), stamp, shard, fields }),
      render: (stored) => {
        if (made?.digest !== toDigest()) {
          made = undefined;
          const terms = items.map((one) => toTerms(one, { stored, fields, language }));
          made = { digest: toDigest(), files: [...writeShards({ stamp, terms })] };
        }
        const bytes = made.files[shard] as Uint8Array;
        if (shard === made.files.length - 1) made = undefined;
        return bytes;
      },
    };
  for (let first = 0; first < items.length; first += rowsInFile)
    yield file(
      at(`${name}/${first / rowsInFile}.json`),
      (): RowsFile => ({
        stamp,
        rows: items.slice(first, first + rowsInFile).map(({ article }) => toRow(article, language)),
      }),
      (rows) => JSON.stringify(rows),
    );
}

/** Where the words of titles are, by their first letter without marks; of others in the last. */
const letters = [...'abcdefghijklmnopqrstuvwxyz', '_'];

/** The words of titles, those of most titles first: what a reader may have meant, and what begins like a word. */
function* wordRoutes(items: readonly Indexed[], at: SegmentInput['at']): Iterable<Route> {
  const titles = lazy(() => items.map(({ article }) => article.document.data.title));
  const digest = lazy(() => digestOf(titles().join('\n')));
  const words = lazy(() => countWords(titles()));
  for (const letter of items.length > 0 ? letters : [])
    yield {
      kind: 'index',
      output: at(`words/${letter}.json`),
      key: () => ({ titles: digest(), letter }),
      render: () => JSON.stringify(words().get(letter) ?? []),
    };
}

function countWords(titles: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const counts = new Map<string, number>();
  for (const title of titles)
    eachWord(withoutCase(title), (word) => {
      if (/^\p{L}{2,20}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    });
  const sorted = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return groupBy(
    sorted.map(([word]) => word),
    (word) => /^[a-z]/.exec(spellingsOf(word).folded)?.[0] ?? '_',
  );
}

interface TextInput {
  readonly stored: Stored;
  readonly fields: readonly SearchField[];
  /** Of the index. */
  readonly language: Language;
}

/** What an article is found by, with what does not stand in its own file: names of authors, facets. */
function toTerms({ article, facets }: Indexed, { stored, fields }: TextInput): Terms {
  const own = unpackTerms(stored.terms(article.document.path));
  const names = fields.includes('authors') ? namesOf(article) : '';
  const ofNames = termsOf({ title: '', summary: names, body: '' });
  return withTerms(
    own,
    withTerms(ofNames, { keys: Uint32Array.from(facets), entries: new Uint16Array(facets.length) }),
  );
}

function toNewestFile(items: readonly Indexed[], { stored, fields, language }: TextInput): NewestFile {
  return {
    stamp: stampOf(items),
    rows: items.map(({ article }) => toRow(article, language)),
    texts: items.map(({ article: { document, authors } }) => {
      const { data, references, path } = document;
      const { title, summary, body } = articleTexts({ data, references, html: stored.body(path), fields });
      const names = fields.includes('authors') ? authors.map(({ name }) => name) : [];
      return [title, [summary, ...names].join('\n').trim(), body.replace(/\s*\n\s*/g, '\n').trim()];
    }),
    facets: items.map(({ facets }) => facets),
  };
}

/** Characters of a summary that results show. */
const longest = 180;

function toRow({ card }: Article, language: Language): Row {
  const { title, address, date, category, summary, image, lang } = card;
  const [, small = image?.src ?? ''] = /^(\S+) \d+w/.exec(image?.sources.at(-1)?.srcset ?? '') ?? [];
  const row = [title, address, date.slice(0, 10), category.title, shorten(summary), small] as const;
  return lang === language ? row : [...row, lang];
}

const shorten = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;
