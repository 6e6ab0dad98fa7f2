import { outputProblem, toOutputPath } from '../addresses/output-path.ts';
import { permalink, toOutput, toPlace, toSegment } from '../addresses/permalink.ts';
import type { Address, Url } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import { lazy } from '../bytes/lazy.ts';
import { withData } from '../cache/kept-document.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleHistories } from '../history/histories.ts';
import { publicAuthor, publicCategory, publicDocument } from '../privacy/public-data.ts';
import type { createArticleViews } from '../readers/article-views.ts';
import { routes } from '../routes/routes.ts';
import type { Article, AuthorEntry, PlainPage, PublishedFile, Site } from '../site.ts';
import type { Asset } from '../stages/describe.ts';
import type { Document } from '../types.ts';
import { createApproval } from '../workflow/approval.ts';
import { nextChange } from '../workflow/gate.ts';
import { createArticles } from './articles.ts';
import { growCategories } from './categories.ts';
import { createClaims } from './claims.ts';
import { createFindArticle } from './find-article.ts';
import { createNavigation } from './navigation.ts';
import { planPictures } from './pictures.ts';
import { checkSlug, fileSlug, placeArticles } from './placed-articles.ts';
import { createPublicFiles, type PublicFiles, staticFolder } from './public-files.ts';
import { toRedirects } from './redirects.ts';
import type { FileIndex } from './references.ts';
import { createRegistry } from './registry.ts';
import { createResolver, type Target } from './resolve.ts';
import { createSiteProps, type ThemeAssets } from './site-props.ts';
import { createSuggest } from './suggest.ts';
import { createUnpublished, type UnpublishedArticle } from './unpublished.ts';

export interface ModelInput {
  readonly documents: readonly Document[];
  readonly files: FileIndex;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly config: ResolvedConfig;
  readonly histories: ArticleHistories;
  readonly views?: ReturnType<typeof createArticleViews>;
  readonly theme: ThemeAssets;
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
  readonly messages: readonly Diagnostic[];
  /** When the site next changes by itself, in milliseconds since the epoch. */
  readonly nextChange: () => number | undefined;
  /** Articles that are not published at that moment. */
  readonly unpublished: readonly UnpublishedArticle[];
}

type Draft<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * The barrier: from all documents to the whole site, with everything that needs to know more than one file.
 */
export function model({
  documents,
  files,
  assets,
  config,
  histories,
  views,
  theme,
  reader,
  now,
  drafts = false,
  unmasked = false,
}: ModelInput): Modelled {
  const messages: Diagnostic[] = [];
  const report = (message: Diagnostic): void => void messages.push(message);
  const ofKind = <Kind extends Document['kind']>(kind: Kind) =>
    documents.filter((document): document is Extract<Document, { kind: Kind }> => document.kind === kind);
  const claims = createClaims(report);
  const suggestFile = createSuggest(() => files.keys());

  // Addresses: categories first, then authors, plain pages, articles in the order of their paths.
  const categories = growCategories(ofKind('category'), { config, claims });
  const registry = createRegistry(ofKind('author'), { config, claims });
  const placedPages = ofKind('page').flatMap((document) => {
    const slug = toSegment(document.data.slug ?? fileSlug(document.path));
    if (document.data.slug !== undefined)
      checkSlug({ written: document.data.slug, used: slug, path: document.path, report });
    const place = permalink(config, 'page', { slug });
    return claims.claim(place, document.path, document.data.slug === undefined ? undefined : ['slug'])
      ? [{ document, place }]
      : [];
  });
  const approval = createApproval({ config, registry, commitOf: histories.approvalOf });
  const held = new Set<string>();
  const unpublished = createUnpublished(config);
  const placed = placeArticles({
    documents: ofKind('article'),
    categories,
    config,
    claims,
    now,
    drafts,
    report,
    hide: unpublished.add,
    approval: {
      ...approval,
      problem: (document, listed) => {
        const problem = approval.problem(document, listed);
        if (problem) held.add(document.path);
        return problem;
      },
    },
  });

  const targets = new Map<string, Target | null>(
    documents.map((document) => [document.path.normalize('NFC'), null]),
  );
  const setTarget = (document: Exclude<Document, { kind: 'broken' }>, address: Target['address']): void =>
    void targets.set(document.path.normalize('NFC'), { address, document });
  for (const { document, link } of [...categories.values(), ...registry.entries])
    setTarget(document, link.address);
  for (const { document, place } of placedPages) setTarget(document, place.address);
  for (const { document, place } of placed) {
    const { link } = document.data;
    if (link === undefined) setTarget(document, place.address);
    else targets.set(document.path.normalize('NFC'), { address: link as Url });
  }

  const isShown = new Map([...targets].map(([source, target]) => [source, target !== null]));
  for (const { document, withdrawn } of placed)
    if (withdrawn) isShown.set(document.path.normalize('NFC'), false);
  const publicFiles = createPublicFiles({ files, config, isShown, report });
  const pictures = planPictures({ config, publicFiles, assets, suggest: suggestFile, report });

  // Links by address may lead to any output: a tag's page, a feed. Those are known once the site is whole.
  const served = lazy(() => {
    const known = new Map<string, Target>();
    for (const target of targets.values()) {
      const output = target ? toOutput(config, target.address) : undefined;
      if (target && output) known.set(output, target);
    }
    return known;
  });
  let outputs: ReadonlySet<string> | undefined;
  const isOutput = (output: string): boolean => {
    if (!outputs) {
      // While a generator of the site's own lists its outputs, none is known.
      outputs = new Set();
      outputs = new Set([...routes(site)].map((route) => route.output));
    }
    return outputs.has(output);
  };
  const isServed = (address: string): Target | boolean => {
    const output = toOutput(config, address) ?? toOutput(config, `${config.site.base}${address.slice(1)}`);
    return output === undefined ? false : (served().get(output) ?? isOutput(output));
  };
  const resolver = createResolver({
    config,
    publicFiles,
    assets,
    pictures,
    targets,
    isServed,
    isUnpublished: unpublished.hasAddress,
    suggestFile,
    report,
  });

  const articles = createArticles({
    placed,
    config,
    registry,
    histories,
    views,
    pictures,
    resolver,
    now,
    drafts,
    report,
  });
  // Our own routes show nothing private. Others are given nothing of it, but only where there are some, as
  // there are many documents.
  const isMasked = !unmasked && Object.values(config.routes).some((generator) => generator !== false);
  if (isMasked) {
    for (const article of articles.all)
      article.document = publicDocument(article.document, {
        config,
        withdrawn: article.withdrawn,
        corrections: article.corrections,
      });
    for (const category of categories.values())
      category.document = withData(category.document, publicCategory(category.document.data));
  }
  const pages = placedPages
    .sort(
      (a, b) => a.document.data.order - b.document.data.order || (a.document.path < b.document.path ? -1 : 1),
    )
    .map(
      ({ document, place }): Draft<PlainPage> => ({
        document,
        output: place.output,
        link: shared({ title: document.data.title, address: place.address }),
        resolved: [],
      }),
    );
  const authors = registry.entries.map((entry): Draft<AuthorEntry> => {
    const { image, name } = entry.document.data;
    const portrait =
      image &&
      pictures.card({
        from: entry.document.path,
        url: image.src,
        alt: image.alt ?? name,
        focus: image.focus,
        field: ['image', 'src'],
      });
    const document = isMasked ? withData(entry.document, publicAuthor(entry.document.data)) : entry.document;
    return { ...entry, document, resolved: [], ...(portrait && { portrait }) };
  });
  const redirects = [
    ...articles.all
      .filter((article) => article.output !== undefined && article.document.data.aliases.length > 0)
      .map(({ document, card }) => ({
        document,
        title: card.title,
        address: card.address as Address,
        lang: card.lang,
      })),
    ...pages.map(({ document, link }) => ({
      document,
      title: link.title,
      address: link.address as Address,
      lang: document.data.lang ?? config.site.language,
    })),
  ].flatMap(({ document, ...target }) =>
    toRedirects({ ...target, aliases: document.data.aliases, path: document.path, config, report }),
  );
  const has = {
    corrections: articles.listed.some(
      (article) => article.output !== undefined && article.corrections.length > 0,
    ),
    tags: articles.tags.length > 0 && config.routes.tags !== false,
    authors: authors.length > 0 && config.routes.authors !== false,
  };
  const viewsScript =
    views && config.views.show && !config.views.print && config.routes.views !== false
      ? toPlace(config, theme.views.name).address
      : undefined;
  const site: Draft<Site> = {
    config,
    props: createSiteProps({ config, theme, pictures }),
    articles: articles.listed,
    withdrawn: articles.withdrawn,
    categories,
    authors,
    pages,
    redirects,
    tags: articles.tags,
    months: articles.months,
    pictures: [],
    files: [],
    ...(viewsScript && { viewsScript }),
    assets: [
      ...[theme.style, theme.script, ...(viewsScript ? [theme.views] : [])].map(({ name, content }) => ({
        output: toPlace(config, name).output,
        content,
        encoding: 'utf8' as const,
      })),
      ...theme.files.map(({ name, base64 }) => ({
        output: toPlace(config, name).output,
        content: base64,
        encoding: 'base64' as const,
      })),
    ],
    read: reader.read,
    data: reader.data,
  };

  const named = lazy(() => createFindArticle(articles.all));
  const suggestArticle = createSuggest(() => named().slugs());
  for (const article of articles.all) {
    if (article.output === undefined) continue;
    const { data, path } = article.document;
    article.related = data.related.flatMap((written, index) => {
      const found = named().find(written, path);
      if (!found && unpublished.isNamed(written, path))
        report(diagnose('unpublished-link', path, { field: ['related', index] }, { url: written }));
      else if (found === article)
        report(diagnose('related-self', path, { field: ['related', index] }, { url: written }));
      else if (!found)
        report(diagnose('unknown-related', path, { field: ['related', index] }, suggestArticle(written)));
      return found && found !== article && !found.withdrawn ? [found] : [];
    });
  }
  const resolve = ({ card, image, preview, resolved, attachments }: Article) => [
    card,
    image,
    preview,
    resolved,
    attachments,
  ];
  articles.all.forEach(resolve);
  for (const entry of [...pages, ...authors, ...categories.values()])
    entry.resolved = resolver.references(entry.document);
  const isThere = (address: string): boolean =>
    isServed(address) !== false || publicFiles.statics().has(`content/_static${address}`);
  site.props = shared({
    ...site.props,
    ...createNavigation({
      config,
      categories: [...categories.values()],
      pages,
      isServed: isThere,
      has,
      report,
    }),
  });
  site.pictures = pictures.planned();
  site.files = [...resolver.published(), ...staticFiles({ publicFiles, assets, report })];
  return {
    site,
    messages,
    nextChange: lazy(() =>
      nextChange(
        [...placed, ...unpublished.articles].map(({ document }) => document),
        { now, config, held },
      ),
    ),
    unpublished: unpublished.articles,
  };
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
