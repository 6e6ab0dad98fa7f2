import { shared } from '../bytes/fingerprint.ts';
import { withData } from '../cache/kept-document.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleHistories } from '../history/histories.ts';
import { publicAuthor, publicCategory, publicDocument } from '../privacy/public-data.ts';
import type { createArticleViews } from '../readers/article-views.ts';
import type { AuthorEntry, PlainPage, QueryRedirect, Redirect, Site } from '../site.ts';
import { findWords } from '../words/words.ts';
import { isNews } from '../workflow/gate.ts';
import type { EditionAddresses, PlacedPage } from './addresses.ts';
import type { ArticleDraft } from './article-draft.ts';
import { createArticles } from './articles.ts';
import type { CategoryDraft } from './categories.ts';
import type { Pictures } from './pictures.ts';
import { redirectsOf } from './redirects.ts';
import type { Registry } from './registry.ts';
import type { Resolver } from './resolve.ts';
import { assetsOf, viewsScriptOf } from './site-assets.ts';
import { createSiteProps, type StyledAssets } from './site-props.ts';
import type { TagDraft } from './tags.ts';

type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** The input of the model from which each language of the site is made. */
export interface SiteInput {
  /** The configuration of the whole site. */
  readonly config: ResolvedConfig;
  readonly histories: ArticleHistories;
  readonly views?: ReturnType<typeof createArticleViews>;
  readonly theme: StyledAssets;
  /** Reads the files that the site's own generators ask for. */
  readonly reader: Pick<Site, 'read' | 'data'>;
  /** The moment for which the site is built, in milliseconds since the epoch. */
  readonly now: number;
}

/** What a language of the site is made with. */
export interface EditionInput extends SiteInput {
  /** Whether drafts, pending and future articles count as published. */
  readonly drafts: boolean;
  readonly pictures: Pictures;
  readonly resolver: Resolver;
  /** Whether routes see nothing private. */
  readonly isMasked: boolean;
  /** The articles of the site's own language by their paths, for another one. */
  readonly originals?: ReadonlyMap<string, ArticleDraft>;
  readonly report: (message: Diagnostic) => void;
}

/** One language of the site while the model fills it in. `site` is what routes will see. */
export interface Edition {
  readonly site: Draft<Site>;
  readonly articles: readonly ArticleDraft[];
  readonly categories: readonly CategoryDraft[];
  readonly pages: readonly Draft<PlainPage>[];
  readonly authors: readonly Draft<AuthorEntry>[];
  readonly tags: readonly TagDraft[];
}

/** Makes one language of the site; its references are not resolved yet. */
export function draftEdition(placed: EditionAddresses, input: EditionInput): Edition {
  const { config, categories, registry } = placed;
  const { pictures, isMasked, report } = input;
  const articles = createArticles({
    ...input,
    config,
    placed: placed.articles,
    registry,
    tagFiles: placed.tagFiles,
  });
  if (isMasked) mask({ articles: articles.all, categories, config });
  const pages = toPages(placed.pages);
  const named = new Set(articles.all.flatMap((article) => article.authors.map(({ address }) => address)));
  const entries = registry.entries.filter(({ isOwn, link }) => isOwn || named.has(link.address));
  const authors = toAuthors({ entries, pictures, isMasked });
  const old = redirectsOf({ articles: articles.all, pages, categories, config, report });
  const site = draftSite(input, { config, categories, articles, pages, authors, ...old, pictures });
  return {
    site,
    articles: articles.all,
    categories: [...categories.values()],
    pages,
    authors,
    tags: articles.tags,
  };
}

interface SiteParts {
  /** As the language sees it. */
  readonly config: ResolvedConfig;
  readonly categories: EditionAddresses['categories'];
  readonly articles: ReturnType<typeof createArticles>;
  readonly pages: readonly PlainPage[];
  readonly authors: readonly AuthorEntry[];
  readonly redirects: readonly Redirect[];
  readonly queryRedirects: readonly QueryRedirect[];
  readonly pictures: Pictures;
}

/** The site without its navigation, pictures and files, which are known once references are resolved. */
function draftSite({ config: whole, theme, views, reader, now }: SiteInput, parts: SiteParts): Draft<Site> {
  const { config, categories, articles, pages, authors, redirects, queryRedirects, pictures } = parts;
  const viewsScript = viewsScriptOf({ config: whole, views, theme });
  const props = createSiteProps({ config, whole, theme, pictures });
  return {
    config,
    editions: [],
    translations: new Map(),
    props,
    words: (language = config.site.language) => findWords(theme.words, language),
    articles: articles.listed,
    news: articles.listed.filter(({ document }) => isNews(document, now)),
    withdrawn: articles.withdrawn,
    categories,
    authors,
    pages,
    redirects,
    queryRedirects,
    tags: articles.tags,
    months: articles.months,
    pictures: [],
    files: [],
    own: new Map(),
    ...(viewsScript && { viewsScript }),
    assets: assetsOf({
      config: whole,
      theme,
      hasViews: viewsScript !== undefined,
      hasIcon: props.icons !== undefined,
    }),
    read: reader.read,
    data: reader.data,
  };
}

interface MaskInput {
  readonly articles: readonly ArticleDraft[];
  readonly categories: EditionAddresses['categories'];
  readonly config: ResolvedConfig;
}

/** Takes what is private out of the documents that routes see. */
function mask({ articles, categories, config }: MaskInput): void {
  for (const article of articles) {
    const { document, withdrawn, corrections } = article;
    article.document = publicDocument(document, { config, withdrawn, corrections });
  }
  for (const category of categories.values())
    category.document = withData(category.document, publicCategory(category.document.data));
}

/** Plain pages in their order. */
const toPages = (placed: readonly PlacedPage[]): Draft<PlainPage>[] =>
  placed
    .toSorted(
      (a, b) => a.document.data.order - b.document.data.order || (a.document.path < b.document.path ? -1 : 1),
    )
    .map(({ document, place }) => ({
      document,
      output: place.output,
      link: shared({ title: document.data.title, address: place.address }),
      resolved: [],
    }));

interface AuthorsInput {
  readonly entries: Registry['entries'];
  readonly pictures: Pictures;
  readonly isMasked: boolean;
}

const toAuthors = ({ entries, pictures, isMasked }: AuthorsInput): Draft<AuthorEntry>[] =>
  entries.map((entry) => {
    const { path: from, data } = entry.document;
    const { image, name } = data;
    const portrait =
      image &&
      pictures.card({
        from,
        url: image.src,
        alt: image.alt ?? name,
        focus: image.focus,
        field: ['image', 'src'],
      });
    const document = isMasked ? withData(entry.document, publicAuthor(data)) : entry.document;
    return { ...entry, document, resolved: [], ...(portrait && { portrait }) };
  });
