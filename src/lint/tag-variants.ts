import { toSegment } from '../content/permalink.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Document } from '../types.ts';

/** Tags of the whole site that differ in case or diacritics only, and so share one page: reported where the rarer spelling stands. */
export function* tagVariants(documents: readonly Document[]): Generator<Diagnostic> {
  const spellings = new Map<string, Map<string, number>>();
  const articles = documents.filter((document) => document.kind === 'article');
  for (const { data } of articles) {
    for (const tag of data.tags) {
      const slug = toSegment(tag);
      let counts = spellings.get(slug);
      if (!counts) spellings.set(slug, (counts = new Map()));
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  const common = new Map([...spellings].filter(([, counts]) => counts.size > 1).map(([slug, counts]) => [slug, [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0]]));
  if (common.size === 0) return;
  for (const { path, data } of articles) {
    for (const [index, tag] of data.tags.entries()) {
      const other = common.get(toSegment(tag));
      if (other !== undefined && other !== tag) yield diagnose('tag-variant', path, { field: ['tags', index] }, { tag, other });
    }
  }
}
