import { hasFeeds, hasSearch } from '../addresses/fixed-places.ts';
import { outputProblem, toOutputPath } from '../addresses/output-path.ts';
import { toAddress, toPlace } from '../addresses/permalink.ts';
import type { Address, SourcePath } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import { lazy } from '../bytes/lazy.ts';
import { withData } from '../cache/kept-document.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleHistories } from '../history/histories.ts';
import { configName } from '../places/find-config-file.ts';
import { publicAuthor, publicCategory, publicDocument } from '../privacy/public-data.ts';
import type { createArticleViews } from '../readers/article-views.ts';
import { listOwnRoutes } from '../routes/own-routes.ts';
import { routes } from '../routes/routes.ts';
import type {
  Article,
  AuthorEntry,
  PlainPage,
  PublishedFile,
  QueryRedirect,
  Redirect,
  Site,
} from '../site.ts';
import type { Asset } from '../stages/describe.ts';
import type { Document } from '../types.ts';
import { findWords } from '../words/words.ts';
import { isNews, nextChange } from '../workflow/gate.ts';
import {
  type Addresses,
  createServed,
  type EditionAddresses,
  giveAddresses,
  type PlacedPage,
  shownDocuments,
} from './addresses.ts';
import { type ArticleDraft, createArticles } from './articles.ts';
import type { CategoryDraft } from './categories.ts';
import { createFindArticle, createFindRefusal } from './find-article.ts';
import { fixedPages } from './fixed-pages.ts';
import { tellLostAddresses } from './known-addresses.ts';
import { createNavigation } from './navigation.ts';
import { type Pictures, planPictures } from './pictures.ts';
import { createPublicFiles, type PublicFiles, staticFolder } from './public-files.ts';
import { movedRedirects, toQueryRedirects, toRedirects } from './redirects.ts';
import type { FileIndex } from './references.ts';
import type { Registry } from './registry.ts';
import { createResolver, type Resolver } from './resolve.ts';
import { createSiteProps, type StyledAssets } from './site-props.ts';
import { createSuggest } from './suggest.ts';
import type { TagDraft } from './tags.ts';
import { tellHosts } from './tell-hosts.ts';
import { checkThemeSections } from './theme-sections.ts';
import { findTranslations } from './translations.ts';
import type { Unpublished, UnpublishedArticle } from './unpublished.ts';

export interface ModelInput {
  readonly documents: readonly Document[];
  readonly files: FileIndex;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly config: ResolvedConfig;
  readonly histories: ArticleHistories;
  readonly views?: ReturnType<typeof createArticleViews>;
  /** The text of the list of addresses that readers know, where there is one. */
  readonly knownAddresses?: string;
  readonly theme: StyledAssets;
  /** Reads the files that the site's own generators ask for. */
  readonly reader: Pick<Site, 'read' | 'data'>;
  /** The moment for which the site is built, in milliseconds since the epoch. */
  readonly now: number;
  /** Whether drafts, pending and future articles count as published. */
  readonly drafts?: boolean;
  /** Routes see what is private too: for reports, of which nothing is published. */
  readonly unmasked?: boolean;
}

export interface Modelled {
  readonly site: Site;
  /** Those that lists show, in all languages. */
  readonly articles: readonly Article[];
  readonly messages: readonly Diagnostic[];
  /** When the site next changes by itself, in milliseconds since the epoch. */
  readonly nextChange: () => number | undefined;
  /** Articles that are not published at that moment. */
  readonly unpublished: readonly UnpublishedArticle[];
}

type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type Report = (message: Diagnostic) => void;

/**
 * The barrier: from all documents to the whole site, with everything that needs to know more than one file.
 * Addresses come first, then what refers to them.
 */
export async function model(input: ModelInput): Promise<Modelled> {
  const { documents, files, assets, config, histories, now, drafts = false } = input;
  const messages: Diagnostic[] = [];
  const report: Report = (message) => void messages.push(message);
  const addresses = giveAddresses({ documents, config, histories, now, drafts, report });
  const { unpublished, targets } = addresses;
  const suggestFile = createSuggest(() => files.keys());
  const publicFiles = createPublicFiles({
    files,
    config,
    assets,
    isShown: shownDocuments(addresses),
    report,
  });
  const pictures = planPictures({ config, publicFiles, assets, suggest: suggestFile, report });
  let isListed = false;
  const isServed = createServed({
    config,
    targets,
    listOutputs: () => (isListed ? routes(site) : undefined),
  });
  const isUnpublished = unpublished.hasAddress;
  const refusals = refusalsOf(documents);
  const resolver = createResolver({
    config,
    blocks: input.theme.blocks,
    publicFiles,
    assets,
    pictures,
    targets,
    isServed,
    isUnpublished,
    refusals,
    suggestFile,
    report,
  });
  // Our own routes show nothing private. Others are given nothing of it, but only where there are some, as there are many documents.
  const isMasked = !input.unmasked && Object.values(config.routes).some((generator) => generator !== false);
  const draft = (edition: EditionAddresses, originals?: EditionInput['originals']): Edition =>
    draftEdition(edition, {
      ...input,
      drafts,
      pictures,
      resolver,
      isMasked,
      report,
      ...(originals && { originals }),
    });
  const [first, ...rest] = addresses.editions as [EditionAddresses, ...EditionAddresses[]];
  const own = draft(first);
  const originals = lazy(() => new Map(own.articles.map((article) => [article.document.path, article])));
  const editions = [own, ...rest.map((edition) => draft(edition, originals()))];
  const { site } = own;
  const sites = editions.map((edition) => edition.site);
  const translations = findTranslations({ editions: sites, unpublished, report });
  for (const edition of editions) Object.assign(edition.site, { editions: sites, translations });

  checkThemeSections({ config, editions: addresses.editions, report });
  if (securityEnd(config) <= now)
    report(
      diagnose(
        'security-expired',
        configName,
        { field: ['security', 'expires'] },
        { day: config.security?.expires ?? '' },
      ),
    );
  // The site's own generators are asked twice: where their outputs lie, since links may lead there, and what
  // they list of the whole site.
  for (const edition of editions) edition.site.own = await listOwnRoutes(edition.site);
  isListed = true;
  relate({ editions, unpublished, refusals, report });
  for (const { articles, pages, authors, categories, tags } of editions) {
    articles.forEach(resolve);
    for (const entry of [...pages, ...authors, ...categories])
      entry.resolved = resolver.references(entry.document);
    for (const tag of tags) if (tag.document) tag.resolved = resolver.references(tag.document);
  }
  for (const edition of editions)
    edition.site.props = withNavigation(edition.site, { isServed, publicFiles, report });
  site.pictures = pictures.planned();
  site.files = [...resolver.published(), ...staticFiles({ publicFiles, assets, report })];
  for (const edition of editions) edition.site.own = await listOwnRoutes(edition.site);
  tellHosts(site, report);
  if (input.knownAddresses !== undefined)
    tellLostAddresses({
      text: input.knownAddresses,
      site,
      documents,
      isServed: (address) => isServed(address) !== false,
      isUnpublished,
      report,
    });
  return {
    site,
    articles: sites.flatMap((each) => each.articles),
    messages,
    nextChange: lazy(() => nextChangeOf(addresses, { now, config })),
    unpublished: unpublished.articles,
  };
}

/** By which rule files were refused that are so wrong that they have no page, by their paths in NFC. */
const refusalsOf = (documents: readonly Document[]): Map<string, RuleId> =>
  new Map(
    documents.flatMap(({ kind, path, messages }) => {
      const error = kind === 'broken' ? messages.find(({ severity }) => severity === 'error') : undefined;
      return error ? [[path.normalize('NFC'), error.rule] as const] : [];
    }),
  );

interface EditionInput extends ModelInput {
  readonly drafts: boolean;
  readonly pictures: Pictures;
  readonly resolver: Resolver;
  readonly isMasked: boolean;
  /** The articles of the site's own language by their paths, for another one. */
  readonly originals?: ReadonlyMap<string, ArticleDraft>;
  readonly report: Report;
}

/** One language of the site while it is filled in: what can still change, and what routes see of it. */
interface Edition {
  readonly site: Draft<Site>;
  readonly articles: readonly ArticleDraft[];
  readonly categories: readonly CategoryDraft[];
  readonly pages: readonly Draft<PlainPage>[];
  readonly authors: readonly Draft<AuthorEntry>[];
  readonly tags: readonly TagDraft[];
}

/** One language of the site, without what references bring to it. */
function draftEdition(placed: EditionAddresses, input: EditionInput): Edition {
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

/** The site without what references bring to it: navigation, pictures and files. */
function draftSite({ config: whole, theme, views, reader, now }: ModelInput, parts: SiteParts): Draft<Site> {
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

/** What an article refers to is resolved, and what is wrong with it reported, when it is first asked for. */
const resolve = ({ card, image, preview, resolved, attachments }: Article): unknown => [
  card,
  image,
  preview,
  resolved,
  attachments,
];

/** When what the site says of its security is out of date. */
const securityEnd = ({ security }: ResolvedConfig): number =>
  security ? Date.parse(security.expires) : Number.POSITIVE_INFINITY;

function nextChangeOf(
  { editions, unpublished, held }: Addresses,
  { now, config }: { readonly now: number; readonly config: ResolvedConfig },
): number | undefined {
  const articles = [...editions.flatMap((edition) => edition.articles), ...unpublished.articles];
  const ofArticles = nextChange(
    articles.map(({ document }) => document),
    { now, config, held },
  );
  const next = Math.min(
    ...[ofArticles ?? Number.POSITIVE_INFINITY, securityEnd(config)].filter((at) => at > now),
  );
  return Number.isFinite(next) ? next : undefined;
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

interface RedirectsInput {
  readonly articles: readonly ArticleDraft[];
  readonly pages: readonly PlainPage[];
  readonly categories: EditionAddresses['categories'];
  readonly config: ResolvedConfig;
  readonly report: Report;
}

/** From the old addresses of articles, plain pages and categories, and of what lay below the latter. */
function redirectsOf({
  articles,
  pages,
  categories,
  config,
  report,
}: RedirectsInput): Pick<Site, 'redirects' | 'queryRedirects'> {
  const ofArticles = articles.flatMap(({ document, card: { title, lang }, output }) =>
    output !== undefined && document.data.aliases.length > 0
      ? [{ document, title, address: toAddress(config, output), lang }]
      : [],
  );
  const ofPages = pages.map(({ document, link }) => ({
    document,
    title: link.title,
    address: link.address,
    lang: document.data.lang ?? config.site.language,
  }));
  const ofCategories = [...categories.values()].map(({ document, link }) => ({
    document,
    title: link.title,
    address: link.address,
    lang: config.site.language,
  }));
  const named = [...ofArticles, ...ofPages, ...ofCategories].map(({ document, ...target }) => ({
    ...target,
    aliases: document.data.aliases,
    path: document.path,
    config,
    report,
  }));
  return {
    redirects: [
      ...named.flatMap(toRedirects),
      ...movedRedirects({ categories: categories.values(), articles, config }),
    ],
    queryRedirects: named.flatMap(toQueryRedirects),
  };
}

/** The address of the script that fetches numbers of readers; undefined when no page needs it. */
const viewsScriptOf = ({
  config,
  views,
  theme,
}: Pick<ModelInput, 'config' | 'views' | 'theme'>): Address | undefined =>
  views && config.views.show && !config.views.print && config.routes.views !== false
    ? toPlace(config, theme.views.name).address
    : undefined;

function assetsOf({
  config,
  theme,
  hasViews,
  hasIcon,
}: Pick<ModelInput, 'config' | 'theme'> & {
  readonly hasViews: boolean;
  readonly hasIcon: boolean;
}): Site['assets'] {
  const { style, layouts, blockStyle, blockScript, script, tools, viewer, views } = theme;
  const texts = [
    ...[style, ...Object.values(layouts), blockStyle, blockScript, script, tools, viewer],
    ...(hasViews ? [views] : []),
    ...(hasIcon ? [] : [theme.icon]),
    ...(hasSearch(config) ? [theme.search, theme.searchHelp, theme.searchStyle] : []),
    ...(hasFeeds(config) ? [theme.feedStyle] : []),
  ];
  return [
    ...texts.map(({ name, content }) => ({
      output: toPlace(config, name).output,
      content,
      encoding: 'utf8' as const,
    })),
    ...theme.files.map(({ name, base64 }) => ({
      output: toPlace(config, name).output,
      content: base64,
      encoding: 'base64' as const,
    })),
  ];
}

interface RelateInput {
  readonly editions: readonly Edition[];
  readonly unpublished: Unpublished;
  readonly refusals: ReadonlyMap<string, RuleId>;
  readonly report: Report;
}

/** Finds the articles that `related` names: in their own language first. */
function relate({ editions, unpublished, refusals, report }: RelateInput): void {
  const indexes = new Map(
    editions.map(
      ({ site, articles }) => [site, lazy(() => createFindArticle(articles, site.config))] as const,
    ),
  );
  const findRefusal = lazy(() => createFindRefusal(refusals));
  const suggest = createSuggest(() => [...indexes.values()].flatMap((index) => [...index().slugs()]));
  for (const { site, articles } of editions) {
    const own = indexes.get(site);
    const find = (written: string, path: SourcePath): ArticleDraft | undefined => {
      for (const index of new Set([own, ...indexes.values()])) {
        const found = index?.().find(written, path);
        if (found) return found;
      }
      return undefined;
    };
    for (const article of articles) {
      if (article.output === undefined) continue;
      const { data, path } = article.document;
      article.related = data.related.flatMap((written, number) => {
        const named = find(written, path);
        const field = { field: ['related', number] };
        if (!named && unpublished.isNamed(written, path))
          report(diagnose('unpublished-link', path, field, { url: written }));
        else if (named === article) report(diagnose('related-self', path, field, { url: written }));
        else if (!named) {
          const rule = findRefusal()(written, path);
          report(
            rule === undefined
              ? diagnose('unknown-related', path, field, suggest(written))
              : diagnose('refused-link', path, field, { url: written, rule }),
          );
        }
        return named && named !== article && !named.withdrawn ? [named] : [];
      });
    }
  }
}

interface NavigationInput {
  readonly isServed: ReturnType<typeof createServed>;
  readonly publicFiles: PublicFiles;
  readonly report: Report;
}

/** What is the same on every page, with the links of header and footer. */
function withNavigation(site: Site, { isServed, publicFiles, report }: NavigationInput): Site['props'] {
  const { config, categories, pages } = site;
  const isThere = (address: string): boolean =>
    isServed(address) !== false || publicFiles.statics().has(`content/_static${address}`);
  const navigation = createNavigation({
    config,
    categories: [...categories.values()],
    pages,
    isServed: isThere,
    fixedPages: fixedPages(site).map(({ title, address }) => ({ title, address })),
    report,
  });
  return shared({ ...site.props, ...navigation });
}

interface StaticInput {
  readonly publicFiles: PublicFiles;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly report: (message: Diagnostic) => void;
}

/**
 * The files of `content/_static/`, published as they are at the site's root. One whose name no output can
 * have is told.
 */
function staticFiles({ publicFiles, assets, report }: StaticInput): PublishedFile[] {
  return [...publicFiles.statics()].flatMap(([name, file]) => {
    const asset = assets.get(file.path);
    if (!asset) return [];
    if (asset.inLfs) {
      report(diagnose('lfs-pointer', file.path, {}, { url: file.path }));
      return [];
    }
    const written = name.slice(staticFolder.length);
    const output = toOutputPath(written);
    if (output) return [{ output, from: asset.path, digest: asset.digest }];
    report(
      diagnose(
        'bad-output',
        file.path,
        {},
        { output: JSON.stringify(written.slice(0, 80)).slice(1, -1), reason: outputProblem(written) ?? '' },
      ),
    );
    return [];
  });
}
