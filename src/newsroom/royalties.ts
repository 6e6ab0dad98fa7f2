import type { ResolvedConfig } from '../config.ts';
import type { ArticleType } from '../content/schema.ts';
import type { ArticleDocument } from '../types.ts';

/** What one author is paid for one article. */
export interface RoyaltyRow {
  readonly author: string;
  readonly path: string;
  readonly title: string;
  /** The day of publication. */
  readonly date: string;
  readonly type: ArticleType;
  /** Those of the whole article. */
  readonly pages: number;
  readonly photos: number;
  /** The author's part, from 0 to 1. */
  readonly share: number;
  /** Money, in its smallest unit in use. */
  readonly amount: number;
}

/** Why an article cannot be paid as it stands. */
export interface RoyaltyProblem {
  readonly path: string;
  readonly kind: 'missing' | 'below' | 'above' | 'no-band' | 'no-pages' | 'no-author' | 'shares';
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Royalties {
  readonly month: string;
  /** By author, then by date. */
  readonly rows: readonly RoyaltyRow[];
  readonly problems: readonly RoyaltyProblem[];
}

interface Input {
  /** `2026-10`. */
  readonly month: string;
  readonly config: ResolvedConfig['royalties'];
  /** Published articles of whatever month. */
  readonly articles: readonly ArticleDocument[];
  /** The author's name, whatever name the byline has. */
  readonly nameOf: (written: string) => string;
  readonly language: string;
}

/** The royalties of the articles that were published in a month. */
export function royaltiesOf({ month, config, articles, nameOf, language }: Input): Royalties {
  const rows: RoyaltyRow[] = [];
  const problems: RoyaltyProblem[] = [];
  for (const document of articles) {
    const { data, path } = document;
    if (!data.date.startsWith(`${month}-`) || config.bands[data.type] === false || (data.link !== undefined && !data.royalty)) continue;
    const problem = (kind: RoyaltyProblem['kind'], values: RoyaltyProblem['values'] = {}): void => void problems.push({ path, kind, values });
    const photos = data.royalty?.photos ?? photosIn(document);
    const amount = amountOf(document, { config, photos, problem });
    if (data.authors.length === 0) problem('no-author');
    const authors = [...new Set(data.authors.map(nameOf))];
    const shares = sharesOf(document, { authors, nameOf, problem });
    if (amount === undefined || !shares) continue;
    const amounts = divide(amount, shares);
    for (const [index, author] of authors.entries()) {
      rows.push({ author, path, title: data.title, date: data.date.slice(0, 10), type: data.type, pages: data.royalty?.pages ?? 0, photos, share: shares[index] ?? 0, amount: amounts[index] ?? 0 });
    }
  }
  const { compare } = new Intl.Collator(language);
  const order = (a: RoyaltyRow, b: RoyaltyRow): number => compare(a.author, b.author) || (a.date < b.date ? -1 : a.date > b.date ? 1 : a.path < b.path ? -1 : 1);
  return { month, rows: rows.sort(order), problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Pictures in the body and the lead picture, each once. */
function photosIn({ data, references }: ArticleDocument): number {
  const pictures = new Set(references.flatMap((reference) => (reference.kind === 'picture' ? reference.url : [])));
  if (data.image) pictures.add(data.image.src);
  return pictures.size;
}

/** Money for the whole article: what is written, if the band allows it, or what the band says where it leaves no choice. */
function amountOf(
  { data }: ArticleDocument,
  { config, photos, problem }: { config: Input['config']; photos: number; problem: (kind: RoyaltyProblem['kind'], values?: RoyaltyProblem['values']) => void },
): number | undefined {
  const { pages, amount: written } = data.royalty ?? {};
  const band = config.bands[data.type];
  const money = (value: number, unit: 'money' | 'points'): number => Math.round(unit === 'points' ? value * config.unit : value);
  const amount = written === undefined ? undefined : money(written, config.amount);
  if (!band) {
    if (Object.keys(config.bands).length > 0) problem('no-band', { type: data.type });
    else if (amount === undefined) problem('missing');
    return amount;
  }
  if (band.page && pages === undefined) {
    problem('no-pages');
    return undefined;
  }
  const [least, most] = ([0, 1] as const).map((end) => money((band.article?.[end] ?? 0) + (band.page?.[end] ?? 0) * (pages ?? 0) + (band.photo?.[end] ?? 0) * photos, band.in)) as [number, number];
  if (amount === undefined) {
    if (least === most) return least;
    problem('missing', { least, most });
  } else if (amount < least) problem('below', { amount, least, most });
  else if (amount > most) problem('above', { amount, least, most });
  return amount;
}

/** Each author's part of the whole; equal parts unless `shares` names all authors and nobody else. */
function sharesOf(
  { data }: ArticleDocument,
  { authors, nameOf, problem }: { authors: readonly string[]; nameOf: Input['nameOf']; problem: (kind: RoyaltyProblem['kind'], values?: RoyaltyProblem['values']) => void },
): number[] | undefined {
  const written = data.royalty?.shares;
  if (!written) return authors.map(() => 1 / authors.length);
  const parts = new Map(Object.entries(written).map(([name, part]) => [nameOf(name), part]));
  const sum = [...parts.values()].reduce((total, part) => total + part, 0);
  const wrong = [...parts.keys()].find((name) => !authors.includes(name)) ?? authors.find((author) => !parts.has(author));
  if (wrong !== undefined || sum === 0) {
    problem('shares', { name: wrong ?? '' });
    return undefined;
  }
  return authors.map((author) => (parts.get(author) ?? 0) / sum);
}

/** Whole amounts in the given parts that add up to the whole: what rounding leaves goes to the largest remainders. */
function divide(amount: number, shares: readonly number[]): number[] {
  const exact = shares.map((share) => amount * share);
  const amounts = exact.map((value) => Math.floor(value + 1e-9));
  const order = exact.map((value, index) => ({ index, remainder: value - (amounts[index] ?? 0) })).sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = Math.round(amount - amounts.reduce((total, value) => total + value, 0));
  for (const { index } of order) if (left-- > 0) amounts[index] = (amounts[index] ?? 0) + 1;
  return amounts;
}
