import { isRemote } from '../addresses/locate.ts';
import { permalink } from '../addresses/permalink.ts';
import type { DateTime, Url } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleHistories } from '../history/histories.ts';
import { articleCard } from '../images/cards.ts';
import type { Card, Figure } from '../props.ts';
import type { createArticleViews } from '../readers/article-views.ts';
import type { Article, Month, PreviewPicture } from '../site.ts';
import type { TagDocument } from '../types.ts';
import { correctionTime, pinEndOf } from '../workflow/counted-dates.ts';
import type { CategoryDraft } from './categories.ts';
import type { Pictures } from './pictures.ts';
import type { PlacedArticle } from './placed-articles.ts';
import type { Registry } from './registry.ts';
import type { Resolver } from './resolve.ts';
import { shownDate, withShownDates } from './shown-date.ts';
import { createTags, type TagDraft } from './tags.ts';

type Fields = Omit<Article, 'card' | 'image' | 'preview' | 'resolved' | 'attachments' | 'related'>;

/** What an article shows that is worked out when it is asked for. */
interface Maker {
  readonly card: (article: ArticleDraft) => Card;
  readonly figure: (article: ArticleDraft) => Figure | undefined;
  readonly preview: (article: ArticleDraft) => PreviewPicture | undefined;
  readonly references: (article: ArticleDraft) => Article['resolved'];
  readonly attachments: (article: ArticleDraft) => Article['attachments'];
}

/**
 * An article while the model fills it in; routes see it read-only. A class, since there are many: all have
 * the same fields in the same order, and those that wait until they are asked for cost nothing before.
 */
export class ArticleDraft implements Article {
  document: Fields['document'];
  readonly rank: Fields['rank'];
  readonly slug: Fields['slug'];
  readonly address: Fields['address'];
  readonly output: Fields['output'];
  readonly movedFrom: Fields['movedFrom'];
  readonly original: Fields['original'];
  readonly category: Fields['category'];
  readonly tags: Fields['tags'];
  readonly authors: Fields['authors'];
  readonly featured: Fields['featured'];
  readonly featuredOrder: Fields['featuredOrder'];
  readonly withdrawn: Fields['withdrawn'];
  readonly updated: Fields['updated'];
  readonly history: Fields['history'];
  readonly corrections: Fields['corrections'];
  readonly approvedBy: Fields['approvedBy'];
  readonly views: Fields['views'];
  related: Article['related'] = [];
  readonly #maker: Maker;
  #card: Card | undefined;
  #image: Figure | null | undefined;
  #preview: PreviewPicture | null | undefined;
  #resolved: Article['resolved'] | undefined;
  #attachments: Article['attachments'] | undefined;

  constructor(fields: Fields, maker: Maker) {
    this.document = fields.document;
    this.rank = fields.rank;
    this.slug = fields.slug;
    this.address = fields.address;
    this.output = fields.output;
    this.movedFrom = fields.movedFrom;
    this.original = fields.original;
    this.category = fields.category;
    this.tags = fields.tags;
    this.authors = fields.authors;
    this.featured = fields.featured;
    this.featuredOrder = fields.featuredOrder;
    this.withdrawn = fields.withdrawn;
    this.updated = fields.updated;
    this.history = fields.history;
    this.corrections = fields.corrections;
    this.approvedBy = fields.approvedBy;
    this.views = fields.views;
    this.#maker = maker;
  }
  get card(): Card {
    this.#card ??= this.#maker.card(this);
    return this.#card;
  }
  get image(): Figure | undefined {
    if (this.#image === undefined) this.#image = this.#maker.figure(this) ?? null;
    return this.#image ?? undefined;
  }
  get preview(): PreviewPicture | undefined {
    if (this.#preview === undefined) this.#preview = this.#maker.preview(this) ?? null;
    return this.#preview ?? undefined;
  }
  get resolved(): Article['resolved'] {
    if (!this.#resolved) {
      // Empty while they are resolved, should a generator of the site's own ask meanwhile.
      this.#resolved = [];
      this.#resolved = this.#maker.references(this);
    }
    return this.#resolved;
  }
  get attachments(): Article['attachments'] {
    this.#attachments ??= this.#maker.attachments(this);
    return this.#attachments;
  }
}

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
 * Articles, put into every list that shows them. What they refer to is resolved when it is asked for, which
 * must not be before all have an address.
 */
export function createArticles(input: Input): Articles {
  const { placed, config, registry, report } = input;
  const all: ArticleDraft[] = [];
  const listed: ArticleDraft[] = [];
  const withdrawn: ArticleDraft[] = [];
  const months = new Map<string, Month & { readonly articles: Article[] }>();
  const tagNames = placed.toReversed().flatMap(tagsOf);
  const tags = createTags(tagNames, { config, files: input.tagFiles, report });
  const maker = createMaker(input);
  for (const entry of placed) {
    const { document, category } = entry;
    const { data, path } = document;
    // What is wrong with an original is told where it is one.
    const tell = entry.original === undefined ? report : () => {};
    const authors = data.authors.map((name, index) =>
      registry.find(name, { path, field: ['authors', index], report: tell }),
    );
    const ownTags = unique(tagsOf(entry).map(tags.find));
    const rank = entry.withdrawn ? -1 : listed.length;
    const article = new ArticleDraft(fieldsOf(entry, { ...input, rank, authors, tags: ownTags }), maker);
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

type FieldsInput = Input & Pick<Fields, 'rank' | 'authors' | 'tags'>;

function fieldsOf(entry: PlacedArticle, input: FieldsInput): Fields {
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
  written: Fields['document']['data']['featured'],
): Pick<Fields, 'featured' | 'featuredOrder'> {
  if (typeof written !== 'object') return { featured: written, featuredOrder: undefined };
  return 'home' in written
    ? { featured: 'home', featuredOrder: written.home }
    : { featured: 'section', featuredOrder: written.section };
}

type MakerInput = Pick<Input, 'config' | 'pictures' | 'resolver' | 'originals'>;

function createMaker({ config, pictures, resolver, originals }: MakerInput): Maker {
  const originalOf = ({ document, original }: ArticleDraft): ArticleDraft | undefined =>
    original === undefined ? undefined : originals?.get(document.path);
  const hasBody = ({ output, withdrawn }: ArticleDraft): boolean => output !== undefined && !withdrawn;
  return {
    card: (article) => toCard(article, { config, pictures }),
    figure: (article) => {
      const original = originalOf(article);
      if (original) return original.image;
      const { document, withdrawn } = article;
      return document.data.image && !withdrawn
        ? resolver.figure(document.path, document.data.image)
        : undefined;
    },
    preview: (article) => {
      if (article.withdrawn) return undefined;
      const picture = pictureOf(article) ?? pictureIn(article);
      const { document, category } = article;
      return (
        (picture && pictures.preview(picture)) ??
        articleCard(config, { title: document.data.title, kicker: category.link.title })
      );
    },
    references: (article) =>
      originalOf(article)?.resolved ?? (hasBody(article) ? resolver.references(article.document) : []),
    attachments: (article) =>
      originalOf(article)?.attachments ??
      (hasBody(article)
        ? resolver.attachments(article.document.path, article.document.data.attachments)
        : []),
  };
}

function toCard(article: ArticleDraft, { config, pictures }: Pick<Input, 'config' | 'pictures'>): Card {
  const { document, updated, address, withdrawn, original } = article;
  const { data } = document;
  const card: { -readonly [Key in keyof Card]: Card[Key] } = {
    title: data.title,
    address,
    external: data.link !== undefined,
    summary: withdrawn ? '' : (data.summary ?? document.excerpt),
    date: shownDate(data.date, config),
    lang:
      data.lang ??
      (original === undefined ? config.site.language : config.edition?.own) ??
      config.site.language,
    type: data.type,
    category: article.category.link,
    authors: article.authors.map((author) => author.name),
    tags: withdrawn || original !== undefined ? [] : data.tags,
  };
  if (original !== undefined) card.original = true;
  if (updated !== undefined && !withdrawn && Date.parse(updated) > Date.parse(data.date))
    card.updated = updated;
  const picture = pictureOf(article);
  const image = picture && pictures.card(picture);
  if (image) card.image = image;
  return shared(card);
}

/** The picture that versions are made of; undefined for one of another server, or one that cannot be shown. */
function pictureOf({ document: { path, data }, image }: ArticleDraft) {
  if (!data.image || !image || isRemote(data.image.src)) return undefined;
  const { src, alt = '', focus } = data.image;
  return { from: path, url: src, alt, focus, field: ['image', 'src'] };
}

/** The first picture of the body that a preview can be made of. */
function pictureIn({ document: { path, references }, resolved }: ArticleDraft) {
  for (const [index, reference] of references.entries()) {
    const shown = resolved[index];
    if (reference.kind !== 'picture' || shown?.kind !== 'picture') continue;
    const { url, alt, line, column } = reference;
    if (!isRemote(url) && !/\.svg$/i.test(url)) return { from: path, url, alt, line, column };
  }
  return undefined;
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

/** The name of somebody; undefined for one who is known by an address or account alone. */
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
