import { permalink } from '../addresses/permalink.ts';
import type { DateTime, Url } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleHistories } from '../history/histories.ts';
import type { createArticleViews } from '../readers/article-views.ts';
import type { Article, Month } from '../site.ts';
import type { TagDocument } from '../types.ts';
import { correctionTime, pinEndOf } from '../workflow/counted-dates.ts';
import { ArticleDraft, type ArticleFields } from './article-draft.ts';
import { createArticleParts } from './article-parts.ts';
import type { CategoryDraft } from './categories.ts';
import type { Pictures } from './pictures.ts';
import type { PlacedArticle } from './placed-articles.ts';
import type { Registry } from './registry.ts';
import type { Resolver } from './resolve.ts';
import { shownDate, withShownDates } from './shown-date.ts';
import { createTags, type TagDraft } from './tags.ts';

interface Input {
  readonly placed: readonly PlacedArticle[];
  readonly config: ResolvedConfig;
  readonly registry: Registry;
  readonly tagFiles: readonly TagDocument[];
  /** The articles of the site's own language by their paths, where those of another one are made. */
  readonly originals?: ReadonlyMap<string, ArticleDraft>;
  readonly histories: ArticleHistories;
  /** Numbers of readers; absent when they are not counted. */
  readonly views?: ReturnType<typeof createArticleViews>;
  readonly pictures: Pictures;
  readonly resolver: Resolver;
  readonly now: number;
  /** Whether what is not due yet counts as published. */
  readonly drafts: boolean;
  readonly report: (message: Diagnostic) => void;
}

interface Articles {
  /** All, withdrawn ones too, newest first. */
  readonly all: readonly ArticleDraft[];
  readonly listed: readonly ArticleDraft[];
  readonly withdrawn: readonly ArticleDraft[];
  readonly tags: readonly TagDraft[];
  readonly months: readonly Month[];
}

/**
 * Makes the articles and puts them into every list that shows them. Their references are resolved on first
 * use, which must not come before every document has an address.
 */
export function createArticles(input: Input): Articles {
  const { placed, config, registry, report } = input;
  const all: ArticleDraft[] = [];
  const listed: ArticleDraft[] = [];
  const withdrawn: ArticleDraft[] = [];
  const months = new Map<string, Month & { readonly articles: Article[] }>();
  const tagNames = placed.toReversed().flatMap(tagsOf);
  const tags = createTags(tagNames, { config, files: input.tagFiles, report });
  const parts = createArticleParts(input);
  for (const entry of placed) {
    const { document, category } = entry;
    const { data, path } = document;
    // Mistakes of an original are reported in its own language only.
    const reportOnce = entry.original === undefined ? report : () => {};
    const authors = data.authors.map((name, index) =>
      registry.find(name, { path, field: ['authors', index], report: reportOnce }),
    );
    const ownTags = unique(tagsOf(entry).map(tags.find));
    const rank = entry.withdrawn ? -1 : listed.length;
    const article = new ArticleDraft(fieldsOf(entry, { ...input, rank, authors, tags: ownTags }), parts);
    all.push(article);
    if (entry.withdrawn) {
      withdrawn.push(article);
      continue;
    }
    listed.push(article);
    category.own.push(article);
    for (const list of withParents(entry.listed)) list.articles.push(article);
    for (const tag of ownTags) tag.articles.push(article);
    for (const author of unique(authors))
      registry.byAddress.get(author.address ?? '')?.articles.push(article);
    monthOf(months, data.date, config).articles.push(article);
  }
  const newestFirst = [...months.values()].sort((a, b) => (a.slug < b.slug ? 1 : -1));
  return { all, listed, withdrawn, tags: tags.sorted(), months: newestFirst };
}

/** The tags under which lists show an article: those of an original are words of another language. */
const tagsOf = ({ document, withdrawn, original }: PlacedArticle): readonly string[] =>
  withdrawn || original !== undefined ? [] : document.data.tags;

type FieldsInput = Input & Pick<ArticleFields, 'rank' | 'authors' | 'tags'>;

function fieldsOf(entry: PlacedArticle, input: FieldsInput): ArticleFields {
  const { document, category, slug, place, movedFrom, withdrawn, original } = entry;
  const { data } = document;
  const { config, registry, histories, views, now, drafts, rank, authors, tags } = input;
  const history = withdrawn ? undefined : histories.versionsOf(document);
  const isPage = data.link === undefined;
  const isPinned = pinEndOf(data) > now;
  const isDue = (_: unknown, index: number): boolean => correctionTime(data, index) <= now;
  const corrections = drafts ? data.corrections : data.corrections.filter(isDue);
  const updated = lastUpdate(data.updated ?? history?.[0]?.date, corrections, data.date);
  return {
    document,
    rank,
    slug,
    address: isPage ? place.address : (data.link as Url),
    output: isPage ? place.output : undefined,
    movedFrom,
    original,
    category,
    tags,
    authors,
    ...(isPinned ? toFeatured(data.featured) : { featured: undefined, featuredOrder: undefined }),
    withdrawn,
    updated: updated && shownDate(updated, config),
    history: history && shared(withShownDates(history, config)),
    corrections: withShownDates(corrections, config),
    approvedBy: config.workflow.showApprover ? nameOf(data.approvedBy, registry) : undefined,
    views:
      isPage && original === undefined
        ? views?.({ address: place.address, aliases: data.aliases, movedFrom })
        : undefined,
  };
}

/** The later of the last update and the last correction that came after the article. */
const lastUpdate = (
  updated: DateTime | undefined,
  corrections: readonly { readonly date: DateTime }[],
  published: DateTime,
): DateTime | undefined =>
  corrections.reduce(
    (last, { date }) => (Date.parse(date) > Date.parse(last ?? published) ? date : last),
    updated,
  );

/** Where an article is featured, and its place there. */
function toFeatured(
  written: ArticleFields['document']['data']['featured'],
): Pick<ArticleFields, 'featured' | 'featuredOrder'> {
  if (typeof written !== 'object') return { featured: written, featuredOrder: undefined };
  return 'home' in written
    ? { featured: 'home', featuredOrder: written.home }
    : { featured: 'section', featuredOrder: written.section };
}

function monthOf(
  months: Map<string, Month & { readonly articles: Article[] }>,
  date: string,
  config: ResolvedConfig,
): Month & { readonly articles: Article[] } {
  const key = date.slice(0, 7);
  let month = months.get(key);
  if (!month) {
    const [year = '', number = ''] = key.split('-');
    const { address } = permalink(config, 'month', { year, month: number });
    months.set(
      key,
      (month = {
        slug: key,
        link: shared({ title: key, address }),
        year: Number(year),
        month: Number(number),
        articles: [],
      }),
    );
  }
  return month;
}

/** The name to show for somebody; undefined when only an e-mail address or an account is known. */
function nameOf(written: string | undefined, registry: Registry): string | undefined {
  if (written === undefined) return undefined;
  return registry.entry(written)?.document.data.name ?? (written.includes('@') ? undefined : written);
}

/** The categories, each once, with all above them. */
function withParents(categories: readonly CategoryDraft[]): CategoryDraft[] {
  const all: CategoryDraft[] = [];
  for (const category of categories)
    for (let at: CategoryDraft | undefined = category; at; at = at.parent)
      if (!all.includes(at)) all.push(at);
  return all;
}

/** Each value once; for lists of a few. */
const unique = <Value>(values: readonly Value[]): readonly Value[] =>
  values.length < 2 ? values : values.filter((value, index) => values.indexOf(value) === index);
