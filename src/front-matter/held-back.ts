import type { DateTime } from '../brands.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentKind } from '../types.ts';
import { fieldName } from './examples.ts';
import { effectOf } from './foreign-keys.ts';

interface Input {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly toDate: (written: string) => DateTime | undefined;
}

interface Field {
  /** From the front matter's root to the key. */
  readonly at: readonly (string | number)[];
  readonly value: unknown;
}

/** Dates of other systems' keys, on the clock of the site's zone. */
export interface ForeignDates {
  /** The document is not public before. */
  from?: DateTime;
  /** The document is not public from then on. */
  until?: DateTime;
  /** Each as it is written, and which of our fields it is read as. */
  readonly all: { readonly at: Field['at']; readonly ours: 'date' | 'expires'; readonly value: string }[];
}

/**
 * Reads keys that hold a page back in other systems, one by one. What holds it back altogether is an error,
 * so the file is not published; dates are gathered in `dates`, and the strictest holds. Undefined for any
 * other key.
 */
export const createForeignReader = ({ path, kind, toDate }: Input) => {
  const dates: ForeignDates = { all: [] };
  const isDate = (written: string): boolean => toDate(written) !== undefined;
  const isArticle = kind === 'article';
  const heldBack = ({ at, value }: Field): Diagnostic => {
    const shown = typeof value === 'object' ? '{ … }' : String(value).slice(0, 40);
    return diagnose(
      isArticle ? 'held-back' : 'held-back-file',
      path,
      { field: at },
      { key: fieldName(at), value: shown },
    );
  };
  const read = (field: Field): Diagnostic | undefined => {
    const key = String(field.at.at(-1));
    // Categories and authors have dates in some archives, which mean nothing.
    if (key === 'date' && !isArticle && kind !== 'page') return undefined;
    const effect = effectOf({ key, value: field.value, isDate });
    if (!effect) return undefined;
    if (effect.kind === 'holds') return heldBack(field);
    if (effect.kind === 'nothing')
      return diagnose(
        'foreign-key',
        path,
        { field: field.at },
        {
          key: fieldName(field.at),
          value: String(field.value).slice(0, 40),
          ...(isArticle && { article: 'status' }),
        },
      );
    const date = toDate(effect.date);
    if (!isArticle || field.at.length > 1 || !date) return heldBack(field);
    const { from, until } = dates;
    if (effect.kind === 'from') dates.from = from && Date.parse(from) > Date.parse(date) ? from : date;
    else dates.until = until && Date.parse(until) < Date.parse(date) ? until : date;
    const ours = effect.kind === 'from' ? 'date' : 'expires';
    dates.all.push({ at: field.at, ours, value: effect.date });
    return diagnose(
      'foreign-date',
      path,
      { field: field.at },
      { key, ours, value: effect.date.slice(0, 40) },
    );
  };
  return { dates, read, isDate };
};

/**
 * Puts the strictest dates into `data`: an article is public from the latest of its dates until the earliest
 * of its ends.
 */
export const applyForeignDates = (data: Record<string, unknown>, { from, until }: ForeignDates): void => {
  if (from && typeof data.date === 'string' && Date.parse(from) > Date.parse(data.date)) data.date = from;
  if (until && !(typeof data.expires === 'string' && Date.parse(data.expires) < Date.parse(until)))
    data.expires = until;
};

/** Reads the fields of other systems. */
export type Foreign = ReturnType<typeof createForeignReader>;
