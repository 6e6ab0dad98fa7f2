import { toPlainLetters, toTagKey } from '../addresses/slug.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../types.ts';

/**
 * Tags in the whole site that differ only in case or diacritics, and so may be the same. Reported for the
 * worse spelling.
 */
export function* tagVariants(documents: readonly Document[]): Generator<Diagnostic> {
  const spellings = new Map<string, Map<string, number>>();
  const articles = documents.filter((document) => document.kind === 'article');
  for (const { data } of articles) {
    for (const tag of data.tags) {
      const letters = withoutMarks(tag);
      let counts = spellings.get(letters);
      if (!counts) spellings.set(letters, (counts = new Map()));
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  const variants = new Map<string, string>();
  for (const counts of spellings.values()) {
    const [[other, most] = ['', 0], ...rest] = [...counts].sort(compare);
    for (const [tag, count] of rest)
      if (toTagKey(tag) === toTagKey(other) || (isPhrase(tag) && !isMarked(tag)) || isSlip(count, most))
        variants.set(tag, other);
  }
  if (variants.size === 0) return;
  for (const { path, data } of articles) {
    for (const [index, tag] of data.tags.entries()) {
      const other = variants.get(tag);
      if (other !== undefined)
        yield diagnose('tag-variant', path, { field: ['tags', index] }, { tag, other });
    }
  }
}

/**
 * Whether a spelling is probably a mistake. Words with different diacritics are often two words (`lúa`,
 * `lụa`), but a rare one is more likely a typo.
 */
const isSlip = (count: number, most: number): boolean => count === 1 || count * 10 <= most;

const withoutMarks = (tag: string): string => toPlainLetters(toTagKey(tag));
const isMarked = (tag: string): boolean => withoutMarks(tag) !== toTagKey(tag);
const isPhrase = (tag: string): boolean => /\s/.test(tag.trim());

/**
 * The merits of a spelling, the most important first. A phrase without any diacritics lacks them, however
 * common it is.
 */
const merits = ([tag, count]: readonly [string, number]): readonly number[] => [
  Number(isPhrase(tag) && isMarked(tag)),
  count,
  Number(isMarked(tag)),
  Number(tag !== tag.toUpperCase()),
  Number(tag === tag.normalize('NFC')),
];

function compare(a: readonly [string, number], b: readonly [string, number]): number {
  const [left, right] = [merits(a), merits(b)];
  const index = left.findIndex((merit, at) => merit !== right[at]);
  return index < 0 ? (a[0] < b[0] ? -1 : 1) : (right[index] ?? 0) - (left[index] ?? 0);
}
