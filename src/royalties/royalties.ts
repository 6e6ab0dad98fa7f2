import type { SourcePath } from '../brands.ts';
import { withoutCase } from '../bytes/usable-text.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleType } from '../front-matter/schema.ts';
import type { ArticleDocument } from '../types.ts';

/** What one author is paid for one article. */
export interface RoyaltyRow extends PaidAuthor {
  readonly path: string;
  readonly title: string;
  /** The day of publication. */
  readonly date: string;
  readonly type: ArticleType;
  /** Of the whole article. */
  readonly pages: number;
  readonly photos: number;
  /** The author's share, from 0 to 1. */
  readonly share: number;
  /** Amount of money, in its smallest unit in use. */
  readonly amount: number;
}

/** Why an article cannot be paid as it is. */
export interface RoyaltyProblem {
  readonly path: string;
  readonly kind:
    | 'missing'
    | 'below'
    | 'above'
    | 'no-band'
    | 'no-pages'
    | 'no-author'
    | 'which-author'
    | 'shares';
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Royalties {
  /** By author, then by date. */
  readonly rows: readonly RoyaltyRow[];
  readonly problems: readonly RoyaltyProblem[];
  /** Why approved articles of the month are not in public. */
  readonly mistakes: readonly Diagnostic[];
}

interface Input {
  /** Whether an article belongs to the month. */
  readonly isOfMonth: (document: ArticleDocument) => boolean;
  readonly config: ResolvedConfig['royalties'];
  /** Articles of all months that are or were in public, and those that only a mistake keeps from it. */
  readonly articles: readonly { readonly document: ArticleDocument; readonly mistake?: Diagnostic }[];
  /** The authors that a byline may mean: one, or several with the same name. */
  readonly authorsNamed: (written: string) => readonly PaidAuthor[];
  /** The site's own file of a picture in an article; undefined for others. */
  readonly pictureFile: (from: SourcePath, url: string) => string | undefined;
  readonly language: string;
}

/** Computes the royalties of the articles of a month. */
export function royaltiesOf({
  isOfMonth,
  config,
  articles,
  authorsNamed,
  pictureFile,
  language,
}: Input): Royalties {
  const rows: RoyaltyRow[] = [];
  const problems: RoyaltyProblem[] = [];
  const mistakes: Diagnostic[] = [];
  for (const { document, mistake } of articles) {
    const { data, path } = document;
    if (
      !isOfMonth(document) ||
      config.bands[data.type] === false ||
      (data.link !== undefined && !data.royalty)
    )
      continue;
    const unpaid = mistake ?? wrongField(document);
    if (unpaid) {
      mistakes.push(unpaid);
      continue;
    }
    const problem: Problem = (kind, values = {}) => void problems.push({ path, kind, values });
    const photos = data.royalty?.photos ?? photosIn(document, pictureFile);
    const amount = amountOf(document, { config, photos, problem });
    if (data.authors.length === 0) problem('no-author');
    const authors = authorsOf(document, { authorsNamed, problem });
    const shares = authors && sharesOf(document, { authors, authorsNamed, problem });
    if (amount === undefined || !shares) continue;
    const amounts = divide(amount, shares);
    for (const [index, author] of authors.entries()) {
      rows.push({
        ...author,
        path,
        title: data.title,
        date: data.date.slice(0, 10),
        type: data.type,
        pages: data.royalty?.pages ?? 0,
        photos,
        share: shares[index] ?? 0,
        amount: amounts[index] ?? 0,
      });
    }
  }
  const { compare } = new Intl.Collator(language);
  const order = (a: RoyaltyRow, b: RoyaltyRow): number =>
    compare(a.author, b.author) ||
    compare(a.id ?? '', b.id ?? '') ||
    (a.date < b.date ? -1 : a.date > b.date ? 1 : a.path < b.path ? -1 : 1);
  return { rows: rows.sort(order), problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)), mistakes };
}

/** The mistake in a field that the amount depends on. */
const wrongField = ({ messages }: ArticleDocument): Diagnostic | undefined =>
  messages.find(
    ({ severity, values }) =>
      severity === 'error' && /^(?:royalty|type|authors|image)\b/.test(String(values.key)),
  );

/** The site's own pictures in the body and the lead picture, each file once. */
function photosIn({ path, data, references }: ArticleDocument, pictureFile: Input['pictureFile']): number {
  const urls = references.flatMap((reference) => (reference.kind === 'picture' ? reference.url : []));
  if (data.image) urls.push(data.image.src);
  return new Set(urls.flatMap((url) => pictureFile(path, url) ?? [])).size;
}

/**
 * Amount for the whole article: the written one, if the band allows it, or that of the band where it is
 * fixed.
 */
function amountOf(
  { data }: ArticleDocument,
  { config, photos, problem }: { config: Input['config']; photos: number; problem: Problem },
): number | undefined {
  const { pages, amount: written } = data.royalty ?? {};
  const band = config.bands[data.type];
  const money = (value: number, unit: 'money' | 'points'): number =>
    Math.round(unit === 'points' ? value * config.unit : value);
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
  const [least, most] = ([0, 1] as const).map((end) =>
    money(
      (band.article?.[end] ?? 0) + (band.page?.[end] ?? 0) * (pages ?? 0) + (band.photo?.[end] ?? 0) * photos,
      band.in,
    ),
  ) as [number, number];
  if (amount === undefined) {
    if (least === most) return least;
    problem('missing', { least, most });
  } else if (amount < least) problem('below', { amount, least, most });
  else if (amount > most) problem('above', { amount, least, most });
  return amount;
}

type Problem = (kind: RoyaltyProblem['kind'], values?: RoyaltyProblem['values']) => void;

/** The authors of an article, without duplicates; undefined when a byline is ambiguous. */
function authorsOf(
  { data }: ArticleDocument,
  { authorsNamed, problem }: { authorsNamed: Input['authorsNamed']; problem: Problem },
): PaidAuthor[] | undefined {
  const authors = new Map<string, PaidAuthor>();
  let clear = true;
  for (const written of data.authors) {
    const [author, ...others] = authorsNamed(written);
    if (author) authors.set(authorKey(author), author);
    if (!author || others.length === 0) continue;
    problem('which-author', { name: written, ids: [author, ...others].map(({ id }) => id ?? '').join(', ') });
    clear = false;
  }
  return clear ? [...authors.values()] : undefined;
}

/** The share of each author. Shares are equal unless `shares` names all authors and nobody else. */
function sharesOf(
  { data }: ArticleDocument,
  {
    authors,
    authorsNamed,
    problem,
  }: { authors: readonly PaidAuthor[]; authorsNamed: Input['authorsNamed']; problem: Problem },
): number[] | undefined {
  const written = data.royalty?.shares;
  if (!written) return authors.map(() => 1 / authors.length);
  const keys = new Set(authors.map(authorKey));
  const parts = new Map<string, number>();
  let stranger: string | undefined;
  for (const [name, part] of Object.entries(written)) {
    const key = authorsNamed(name)
      .map(authorKey)
      .find((each) => keys.has(each));
    if (key === undefined) stranger ??= name;
    else parts.set(key, (parts.get(key) ?? 0) + part);
  }
  const sum = [...parts.values()].reduce((total, part) => total + part, 0);
  const wrong = stranger ?? authors.find((author) => !parts.has(authorKey(author)))?.author;
  if (wrong !== undefined || sum === 0) {
    problem('shares', { name: wrong ?? '' });
    return undefined;
  }
  return authors.map((author) => (parts.get(authorKey(author)) ?? 0) / sum);
}

/**
 * Divides an amount into whole parts with these shares. What rounding leaves goes to the largest remainders.
 */
function divide(amount: number, shares: readonly number[]): number[] {
  const exact = shares.map((share) => amount * share);
  const amounts = exact.map((value) => Math.floor(value + 1e-9));
  const order = exact
    .map((value, index) => ({ index, remainder: value - (amounts[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = Math.round(amount - amounts.reduce((total, value) => total + value, 0));
  for (const { index } of order) if (left-- > 0) amounts[index] = (amounts[index] ?? 0) + 1;
  return amounts;
}

/** An author in royalties: by id when the registry has an entry, else by name. */
export interface PaidAuthor {
  readonly id?: string;
  readonly author: string;
}

/** The same text for all rows of one author, however the name is written. */
export const authorKey = ({ id, author }: PaidAuthor): string => withoutCase(id ?? author);
