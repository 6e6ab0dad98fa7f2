import path from 'node:path/posix';
import type { ResolvedConfig } from '../config.ts';
import { type Place, permalink, toOutput, toPlace, toSegment } from '../content/permalink.ts';
import { nearest } from '../content/nearest.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { shared } from '../fingerprint.ts';
import { type CategoryDraft, growCategories } from '../model/categories.ts';
import { nextChange, standing } from '../model/gate.ts';
import { planPictures } from '../model/pictures.ts';
import type { FileIndex } from '../model/references.ts';
import { createRegistry } from '../model/registry.ts';
import { createResolver, type Target } from '../model/resolve.ts';
import { createSuggest } from '../model/suggest.ts';
import { createSiteProps, type ThemeAssets } from '../model/site-props.ts';
import type { Card } from '../props.ts';
import type { Article, AuthorEntry, Month, PlainPage, Redirect, Site, Tag } from '../site.ts';
import type { Address, ArticleDocument, Document, OutputPath, SourcePath, Url } from '../types.ts';
import { routes } from '../routes/routes.ts';
import { lazy } from '../lazy.ts';
import type { Asset } from './describe.ts';

export interface ModelInput {
  readonly documents: readonly Document[];
  readonly files: FileIndex;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly config: ResolvedConfig;
  readonly theme: ThemeAssets;
  /** The moment for which the site is built, in milliseconds since the epoch. */
  readonly now: number;
}

export interface Modelled {
  readonly site: Site;
  readonly messages: readonly Diagnostic[];
  /** When the site next changes by itself, in milliseconds since the epoch. */
  readonly nextChange?: number;
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type ArticleDraft = Writable<Article>;
interface TagDraft extends Tag {
  readonly articles: Article[];
}

/** The barrier: from all documents to the whole site, with everything that needs to know more than one file. */
export function model({ documents, files, assets, config, theme, now }: ModelInput): Modelled {
  const messages: Diagnostic[] = [];
  const report = (message: Diagnostic): void => void messages.push(message);
  const ofKind = <Kind extends Document['kind']>(kind: Kind) => documents.filter((document): document is Extract<Document, { kind: Kind }> => document.kind === kind);
  const suggestFile = createSuggest(() => files.keys());
  const suggestArticle = createSuggest(() => bySlug.keys());
  const pictures = planPictures({ config, files, assets, suggest: suggestFile, report });
  const categories = growCategories(ofKind('category'), config);
  const registry = createRegistry(ofKind('author'), config);
  const articleDocuments = ofKind('article');

  // Addresses, each once: categories first, then plain pages, then articles in the order of their paths.
  const owners = new Map<string, SourcePath>();
  const claim = (place: Place, path: SourcePath): boolean => {
    const owner = owners.get(place.output);
    if (owner === undefined) owners.set(place.output, path);
    else report(diagnose('duplicate-address', path, {}, { address: place.address, other: owner }));
    return owner === undefined;
  };
  for (const category of categories.values()) claim(toPlace(config, category.link.address.slice(config.site.base.length)), category.document.path);
  const targets = new Map<string, Target | null>(documents.map((document) => [document.path.normalize('NFC'), null]));
  const setTarget = (document: Exclude<Document, { kind: 'broken' }>, address: Address | Url): void => void targets.set(document.path.normalize('NFC'), { address, headings: document.headings });
  for (const category of categories.values()) setTarget(category.document, category.link.address);
  for (const entry of registry.entries) setTarget(entry.document, entry.link.address);

  const placedPages = ofKind('page').flatMap((document) => {
    const place = permalink(config, 'page', { slug: document.data.slug ? toSegment(document.data.slug) : toSegment(fileSlug(document.path)) });
    if (!claim(place, document.path)) return [];
    setTarget(document, place.address);
    return [{ document, place }];
  });

  const placed = articleDocuments.flatMap((document) => placeArticle(document));
  function placeArticle(document: ArticleDocument) {
    const folder = folderOf(document.path);
    const key = document.data.category?.replace(/^\/|\/$/g, '') ?? folder;
    const category = categories.get(key);
    const unknown = [key, ...document.data.categories].find((name) => !categories.has(name));
    if (!category || unknown !== undefined) {
      const near = nearest(unknown ?? key, categories.keys());
      report(diagnose('unknown-category', document.path, {}, { category: unknown ?? key, ...(near !== undefined && { near }) }));
      return [];
    }
    const state = standing(document, { now, config });
    const slug = toSegment(document.data.slug ?? fileSlug(document.path));
    const place = permalink(config, 'article', { category: category.slug, slug, year: document.data.date.slice(0, 4), month: document.data.date.slice(5, 7) });
    if (document.data.link === undefined && !claim(place, document.path)) return [];
    if (state === 'unpublished') return [];
    setTarget(document, (document.data.link as Url | undefined) ?? place.address);
    return [{ document, category, slug, place, withdrawn: state === 'withdrawn', time: Date.parse(document.data.date) }];
  }
  placed.sort((a, b) => b.time - a.time || (a.document.path < b.document.path ? -1 : 1));

  const served = new Map<string, Target>();
  for (const target of targets.values()) {
    const output = target ? toOutput(config, target.address) : undefined;
    if (target && output) served.set(output, target);
  }
  let outputs: () => ReadonlySet<string> = () => new Set();
  const isServed = (address: string): Target | boolean => {
    const output = toOutput(config, address) ?? toOutput(config, `${config.site.base}${address.slice(1)}`);
    return output === undefined ? false : (served.get(output) ?? outputs().has(output));
  };
  const resolver = createResolver({ config, files, assets, pictures, targets, isServed, suggestFile, report });

  // Articles, newest first, and the lists that they stand in.
  const tags = new Map<string, TagDraft>();
  const spellings = commonSpellings(placed.flatMap(({ document }) => document.data.tags));
  const toTag = (written: string): TagDraft => {
    const slug = toSegment(written);
    let tag = tags.get(slug);
    if (!tag) {
      const { address } = permalink(config, 'tag', { slug });
      tags.set(slug, (tag = { slug, link: shared({ title: spellings.get(slug) ?? written, address }), articles: [] }));
    }
    return tag;
  };
  const months = new Map<string, Month & { articles: Article[] }>();
  const articles: Article[] = [];
  const withdrawn: Article[] = [];
  const drafts: ArticleDraft[] = [];
  const bySlug = new Map<string, ArticleDraft>();
  const byPath = new Map<string, ArticleDraft>();
  const redirects: Redirect[] = [];
  for (const { document, category, slug, place, withdrawn: isWithdrawn } of placed) {
    const { data } = document;
    const authors = data.authors.map((name) => registry.find(name, document.path, report));
    const image = data.image && { ...data.image, alt: data.image.alt ?? '' };
    const local = image && !/^https?:/i.test(image.src) ? { from: document.path, url: image.src, alt: image.alt, focus: image.focus } : undefined;
    const figure = image && resolver.figure(document.path, image);
    const cardImage = figure && local && pictures.card(local);
    const pinned = data.featured !== undefined && (data.pinnedUntil === undefined || Date.parse(data.pinnedUntil) > now);
    const card: Card = shared({
      title: data.title,
      address: data.link !== undefined ? (data.link as Url) : place.address,
      external: data.link !== undefined,
      summary: data.summary ?? document.excerpt,
      date: data.date,
      lang: data.lang ?? config.site.language,
      type: data.type,
      category: category.link,
      authors: authors.map((author) => author.name),
      ...(cardImage && { image: cardImage }),
    });
    const articleTags = isWithdrawn ? [] : [...new Set(data.tags.map(toTag))];
    const article: ArticleDraft = {
      document, slug, card, category, authors,
      rank: isWithdrawn ? -1 : articles.length,
      tags: articleTags,
      withdrawn: isWithdrawn,
      resolved: [], attachments: [], related: [],
      ...(data.link === undefined && { output: place.output }),
      ...(pinned && { featured: data.featured }),
      ...(figure && { image: figure }),
      ...(figure && local && { preview: pictures.preview(local) }),
    };
    drafts.push(article);
    byPath.set(document.path.normalize('NFC'), article);
    if (!bySlug.has(slug)) bySlug.set(slug, article);
    if (data.link === undefined) redirects.push(...toRedirects(data.aliases, card.title, place.address, card.lang));
    if (isWithdrawn) {
      withdrawn.push(article);
      continue;
    }
    articles.push(article);
    category.own.push(article);
    for (const listed of listedIn([category, ...data.categories.flatMap((key) => categories.get(key) ?? [])])) listed.articles.push(article);
    for (const tag of articleTags) tag.articles.push(article);
    for (const author of authors) registry.byAddress.get(author.address ?? '')?.articles.push(article);
    monthOf(data.date).articles.push(article);
  }
  function monthOf(date: string): { articles: Article[] } {
    const key = date.slice(0, 7);
    let month = months.get(key);
    if (!month) {
      const [year = '', number = ''] = key.split('-');
      const { address } = permalink(config, 'month', { year, month: number });
      months.set(key, (month = { slug: key, link: shared({ title: key, address }), year: Number(year), month: Number(number), articles: [] }));
    }
    return month;
  }
  function toRedirects(aliases: readonly string[], title: string, address: Address, lang: string): Redirect[] {
    return aliases.flatMap((alias) => {
      const output = toOutput(config, `${config.site.base}${alias.replace(/^\/+/, '')}`);
      return output && !output.split('/').includes('..') ? [{ output, title, address, lang }] : [];
    });
  }

  const pages = placedPages
    .sort((a, b) => a.document.data.order - b.document.data.order || (a.document.path < b.document.path ? -1 : 1))
    .map(({ document, place }): Writable<PlainPage> => {
      redirects.push(...toRedirects(document.data.aliases, document.data.title, place.address, document.data.lang ?? config.site.language));
      return { document, output: place.output, link: shared({ title: document.data.title, address: place.address }), resolved: [] };
    });
  const authors = registry.entries.map((entry): Writable<AuthorEntry> => {
    const { image, name } = entry.document.data;
    const portrait = image && pictures.card({ from: entry.document.path, url: image.src, alt: image.alt ?? name, focus: image.focus });
    return { ...entry, resolved: [], ...(portrait && { portrait }) };
  });
  const site: Writable<Site> = {
    config, articles, withdrawn, categories, authors, pages, redirects,
    props: createSiteProps({ config, theme, categories: [...categories.values()], pages, pictures, has: { tags: tags.size > 0 && config.routes.tags !== false, authors: authors.length > 0 && config.routes.authors !== false } }),
    tags: [...tags.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    months: [...months.values()].sort((a, b) => (a.slug < b.slug ? 1 : -1)),
    pictures: [],
    files: [],
    assets: [theme.style, theme.script].map(({ name, content }) => ({ output: toPlace(config, name).output, content })),
  };

  // What needs the addresses of all: links may lead to any output, a tag's page or a feed.
  outputs = lazy(() => new Set<string>([...routes(site)].map((route) => route.output)));
  for (const article of drafts) {
    if (article.output === undefined) continue;
    const { document } = article;
    article.related = document.data.related.flatMap((written) => {
      const found = findArticle(written, document.path);
      if (found && found !== article && found.rank >= 0) return [found];
      if (!found || found === article) report(diagnose('unknown-related', document.path, {}, suggestArticle(written)));
      return [];
    });
    if (article.withdrawn) continue;
    article.resolved = resolver.references(document);
    article.attachments = resolver.attachments(document.path, document.data.attachments);
  }
  for (const entry of [...pages, ...authors, ...categories.values()]) entry.resolved = resolver.references(entry.document);
  site.pictures = pictures.planned();
  site.files = [...resolver.published(), ...staticFiles(files, assets)];
  return { site, messages, nextChange: nextChange(articleDocuments, now) };

  function findArticle(written: string, from: SourcePath): ArticleDraft | undefined {
    const folder = from.slice(0, from.lastIndexOf('/'));
    const plain = written.normalize('NFC').replace(/^\/|\/$/g, '');
    for (const candidate of [folder, 'content'].flatMap((base) => ['', '.md', '/index.md'].map((end) => path.join(base, `${plain}${end}`)))) {
      const found = byPath.get(candidate);
      if (found) return found;
    }
    return bySlug.get(plain.slice(plain.lastIndexOf('/') + 1).replace(/\.md$/, ''));
  }
}

/** File or folder name without extension and date: the article's part of the address. */
const fileSlug = (source: SourcePath): string => {
  const named = source.endsWith('/index.md') ? source.slice(0, -'/index.md'.length) : source.slice(0, -'.md'.length);
  return named.slice(named.lastIndexOf('/') + 1).replace(/^\d{4}-\d{2}-\d{2}-/, '');
};

/** The folder that is the article's category. */
const folderOf = (source: SourcePath): string => {
  const parts = source.normalize('NFC').split('/').slice(1, -1);
  return (source.endsWith('/index.md') ? parts.slice(0, -1) : parts).join('/');
};

/** A category, each once, with all above it. */
function listedIn(categories: readonly CategoryDraft[]): Set<CategoryDraft> {
  const all = new Set<CategoryDraft>();
  for (const category of categories) for (let at: CategoryDraft | undefined = category; at; at = at.parent) all.add(at);
  return all;
}

/** For each tag's slug the spelling used most; of equals the first in code point order. */
function commonSpellings(tags: readonly string[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const tag of tags) {
    const slug = toSegment(tag);
    let spellings = counts.get(slug);
    if (!spellings) counts.set(slug, (spellings = new Map()));
    spellings.set(tag, (spellings.get(tag) ?? 0) + 1);
  }
  return new Map([...counts].map(([slug, spellings]) => [slug, [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? slug]));
}

/** The files of `content/_static/`, published as they are at the site's root. */
function staticFiles(files: FileIndex, assets: ReadonlyMap<string, Asset>): { output: OutputPath; from: SourcePath; digest: Asset['digest'] }[] {
  const prefix = 'content/_static/';
  return [...files.keys()].filter((file) => file.startsWith(prefix)).flatMap((file) => {
    const asset = assets.get(files.get(file)?.path ?? '');
    return asset ? [{ output: file.slice(prefix.length) as OutputPath, from: asset.path, digest: asset.digest }] : [];
  });
}
