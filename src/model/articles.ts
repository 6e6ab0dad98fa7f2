import type { ResolvedConfig } from '../config.ts';
import { permalink } from '../content/permalink.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { shared } from '../fingerprint.ts';
import type { ReaderNumbers } from '../newsroom/article-views.ts';
import type { ArticleHistories } from '../newsroom/history.ts';
import type { Card } from '../props.ts';
import type { Article, Month } from '../site.ts';
import type { Url } from '../types.ts';
import type { CategoryDraft } from './categories.ts';
import type { Pictures } from './pictures.ts';
import type { PlacedArticle } from './placed-articles.ts';
import { isRemote } from './references.ts';
import type { Registry } from './registry.ts';
import type { Resolver } from './resolve.ts';
import { createTags, type TagDraft } from './tags.ts';

/** An article while the model fills it in; routes see it read-only. */
export type ArticleDraft = { -readonly [Key in keyof Article]: Article[Key] };

interface Input {
  readonly placed: readonly PlacedArticle[];
  readonly config: ResolvedConfig;
  readonly registry: Registry;
  readonly histories: ArticleHistories;
  /** Numbers of readers; absent when they are not counted. */
  readonly views?: (address: string, aliases: readonly string[]) => ReaderNumbers;
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

/** Articles with their cards, put into every list that shows them. Their references are resolved when they are asked for, which must not be before all have an address. */
export function createArticles({ placed, config, registry, histories, views, pictures, resolver, now, drafts, report }: Input): Articles {
  const all: ArticleDraft[] = [];
  const listed: ArticleDraft[] = [];
  const withdrawn: ArticleDraft[] = [];
  const months = new Map<string, Month & { readonly articles: Article[] }>();
  const tags = createTags(
    placed.toReversed().flatMap(({ document, withdrawn: gone }) => (gone ? [] : document.data.tags)),
    config,
  );
  for (const entry of placed) {
    const { document, category, slug, place } = entry;
    const { data, path } = document;
    const authors = data.authors.map((name, index) => registry.find(name, { path, field: ['authors', index], report }));
    const ownTags = entry.withdrawn ? [] : [...new Set(data.tags.map(tags.find))];
    const image = entry.withdrawn ? undefined : data.image;
    const figure = image && resolver.figure(path, image);
    const local = image && figure && !isRemote(image.src) ? { from: path, url: image.src, alt: image.alt ?? '', focus: image.focus, field: ['image', 'src'] } : undefined;
    const cardImage = local && pictures.card(local);
    const preview = local && pictures.preview(local);
    const featured = data.pinnedUntil === undefined || Date.parse(data.pinnedUntil) > now ? data.featured : undefined;
    const history = entry.withdrawn ? undefined : histories.versionsOf(document);
    const updated = data.updated ?? history?.[0]?.date;
    const card: Card = shared({
      title: data.title,
      address: data.link === undefined ? place.address : (data.link as Url),
      external: data.link !== undefined,
      summary: entry.withdrawn ? '' : (data.summary ?? document.excerpt),
      date: data.date,
      ...(updated !== undefined && !entry.withdrawn && Date.parse(updated) > Date.parse(data.date) && { updated }),
      lang: data.lang ?? config.site.language,
      type: data.type,
      category: category.link,
      authors: authors.map((author) => author.name),
      ...(cardImage && { image: cardImage }),
    });
    const approver = config.workflow.showApprover ? nameOf(data.approvedBy, registry) : undefined;
    const hasBody = data.link === undefined && !entry.withdrawn;
    // Empty while they are resolved, should a generator of the site's own ask meanwhile.
    let resolved: Article['resolved'] | undefined = hasBody ? undefined : [];
    let attachments: Article['attachments'] | undefined = hasBody ? undefined : [];
    const article: ArticleDraft = {
      document,
      slug,
      card,
      category,
      authors,
      rank: entry.withdrawn ? -1 : listed.length,
      tags: ownTags,
      withdrawn: entry.withdrawn,
      get resolved() {
        if (!resolved) {
          resolved = [];
          resolved = resolver.references(document);
        }
        return resolved;
      },
      get attachments() {
        return (attachments ??= resolver.attachments(path, data.attachments));
      },
      related: [],
      ...(data.link === undefined && { output: place.output }),
      ...(featured && { featured }),
      ...(updated !== undefined && { updated }),
      ...(views && data.link === undefined && { views: views(place.address, data.aliases) }),
      ...(history && { history: shared(history) }),
      ...(approver !== undefined && { approvedBy: approver }),
      corrections: drafts ? data.corrections : data.corrections.filter(({ date }) => Date.parse(date) <= now),
      ...(figure && { image: figure }),
      ...(preview && { preview }),
    };
    all.push(article);
    if (entry.withdrawn) {
      withdrawn.push(article);
      continue;
    }
    listed.push(article);
    category.own.push(article);
    for (const list of withParents(entry.listed)) list.articles.push(article);
    for (const tag of ownTags) tag.articles.push(article);
    for (const author of new Set(authors)) registry.byAddress.get(author.address ?? '')?.articles.push(article);
    monthOf(months, data.date, config).articles.push(article);
  }
  return { all, listed, withdrawn, tags: tags.sorted(), months: [...months.values()].sort((a, b) => (a.slug < b.slug ? 1 : -1)) };
}

function monthOf(months: Map<string, Month & { readonly articles: Article[] }>, date: string, config: ResolvedConfig): Month & { readonly articles: Article[] } {
  const key = date.slice(0, 7);
  let month = months.get(key);
  if (!month) {
    const [year = '', number = ''] = key.split('-');
    const { address } = permalink(config, 'month', { year, month: number });
    months.set(key, (month = { slug: key, link: shared({ title: key, address }), year: Number(year), month: Number(number), articles: [] }));
  }
  return month;
}

/** The name of somebody; undefined for one who is known by an address or account alone. */
function nameOf(written: string | undefined, registry: Registry): string | undefined {
  if (written === undefined) return undefined;
  return registry.entry(written)?.document.data.name ?? (written.includes('@') ? undefined : written);
}

/** The categories, each once, with all above them. */
function withParents(categories: readonly CategoryDraft[]): Set<CategoryDraft> {
  const all = new Set<CategoryDraft>();
  for (const category of categories) for (let at: CategoryDraft | undefined = category; at; at = at.parent) all.add(at);
  return all;
}
