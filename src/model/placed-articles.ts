import { type Place, permalink, toSegment } from '../addresses/permalink.ts';
import type { SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleDocument } from '../types.ts';
import type { Approval } from '../workflow/approval.ts';
import { standing } from '../workflow/gate.ts';
import type { CategoryDraft } from './categories.ts';
import type { Claims } from './claims.ts';
import { type CategoryIndex, findCategories } from './find-categories.ts';
import { unlikelyDates } from './unlikely-dates.ts';
import type { Unpublished } from './unpublished.ts';

/** An article that is published, or whose page says that it was withdrawn, with its category and address. */
export interface PlacedArticle {
  readonly document: ArticleDocument;
  readonly category: CategoryDraft;
  /** `category` and those of `categories`. */
  readonly listed: readonly CategoryDraft[];
  readonly slug: string;
  readonly place: Place;
  readonly withdrawn: boolean;
}

interface Input {
  readonly documents: readonly ArticleDocument[];
  readonly categories: CategoryIndex;
  readonly config: ResolvedConfig;
  readonly claims: Claims;
  readonly now: number;
  readonly drafts: boolean;
  readonly approval: Approval;
  /** Gets to know what is not published. */
  readonly hide: Unpublished['add'];
  readonly report: (message: Diagnostic) => void;
}

/**
 * Newest first. What is not published claims its address last, so that no draft takes the page of a published
 * article.
 */
export function placeArticles({
  documents,
  categories,
  config,
  claims,
  now,
  drafts,
  approval,
  hide,
  report,
}: Input): PlacedArticle[] {
  const placed: (PlacedArticle & { readonly time: number })[] = [];
  const unpublished: (() => void)[] = [];
  for (const document of documents) {
    const { data, path } = document;
    const listed = findCategories({ document, categories, report });
    const category = listed?.[0];
    if (!listed || !category) continue;
    const slug = toSegment(data.slug ?? fileSlug(path));
    if (data.slug !== undefined) checkSlug({ written: data.slug, used: slug, path, report });
    const place = permalink(config, 'article', {
      category: category.slug,
      slug,
      year: data.date.slice(0, 4),
      month: data.date.slice(5, 7),
    });
    const problem = approval.problem(document, listed);
    for (const message of unlikelyDates(document, now)) report(message);
    const remark = problem ?? approval.change(document, listed);
    if (remark) report(remark);
    const state = standing(document, { now, config, drafts, held: problem !== undefined });
    const claim = (): boolean =>
      data.link !== undefined || claims.claim(place, path, data.slug === undefined ? undefined : ['slug']);
    if (state === 'unpublished') {
      unpublished.push(claim);
      hide({ document, category, slug, output: place.output });
    } else if (claim())
      placed.push({
        document,
        category,
        listed,
        slug,
        place,
        withdrawn: state === 'withdrawn',
        time: Date.parse(data.date),
      });
  }
  for (const claim of unpublished) claim();
  return placed.sort((a, b) => b.time - a.time || (a.document.path < b.document.path ? -1 : 1));
}

/** Tells of a slug that its author may take for a path. */
export function checkSlug({
  written,
  used,
  path,
  report,
}: {
  written: string;
  used: string;
  path: SourcePath;
  report: Input['report'];
}): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (!/[/\\\u0000-\u001F\u007F]|^\.+$/.test(written)) return;
  report(
    diagnose(
      'slug-path',
      path,
      { field: ['slug'] },
      { slug: JSON.stringify(written.slice(0, 80)).slice(1, -1), used },
    ),
  );
}

const dated = /^\d{4}-\d{2}-\d{2}-/;

/** File or folder name without extension and date: the document's part of the address. */
export function fileSlug(source: SourcePath): string {
  const named = source.endsWith('/index.md')
    ? source.slice(0, -'/index.md'.length)
    : source.slice(0, -'.md'.length);
  const name = named.slice(named.lastIndexOf('/') + 1);
  return dated.test(name) ? name.slice('2026-11-16-'.length) : name;
}
