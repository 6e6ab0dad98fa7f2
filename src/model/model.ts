import { shared } from '../bytes/fingerprint.ts';
import { lazy } from '../bytes/lazy.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { configName } from '../places/find-config-file.ts';
import { listOwnRoutes } from '../routes/own-routes.ts';
import { type ListedRoute, routes } from '../routes/routes.ts';
import type { Article, Site } from '../site.ts';
import type { Asset } from '../stages/describe.ts';
import type { Document } from '../types.ts';
import { nextChange } from '../workflow/gate.ts';
import {
  type Addresses,
  createServed,
  type EditionAddresses,
  giveAddresses,
  shownDocuments,
} from './addresses.ts';
import { checkHosts } from './check-hosts.ts';
import { draftEdition, type Edition, type EditionInput, type SiteInput } from './draft-edition.ts';
import { fixedPages } from './fixed-pages.ts';
import { reportLostAddresses } from './known-addresses.ts';
import { createNavigation } from './navigation.ts';
import { planPictures } from './pictures.ts';
import { createPublicFiles, type PublicFiles, staticFiles } from './public-files.ts';
import type { FileIndex } from './references.ts';
import { relate } from './related.ts';
import { createResolver, type Resolver } from './resolve.ts';
import { createSuggest } from './suggest.ts';
import { checkThemeSections } from './theme-sections.ts';
import { findTranslations } from './translations.ts';
import type { Unpublished, UnpublishedArticle } from './unpublished.ts';

export interface ModelInput extends SiteInput {
  readonly documents: readonly Document[];
  readonly files: FileIndex;
  readonly assets: ReadonlyMap<string, Asset>;
  /** The text of the list of addresses that readers know, where there is one. */
  readonly knownAddresses?: string;
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

type Report = (message: Diagnostic) => void;

/**
 * The barrier: from all documents to the whole site, with everything that needs to know more than one file.
 * Addresses come first, then what refers to them.
 */
export async function model(input: ModelInput): Promise<Modelled> {
  const { config, now, drafts = false } = input;
  const messages: Diagnostic[] = [];
  const report: Report = (message) => void messages.push(message);
  const addresses = giveAddresses({ ...input, drafts, report });
  const { unpublished } = addresses;
  let listed: Site | undefined;
  const listOutputs = () => listed && routes(listed);
  const references = createReferences({ ...input, addresses, listOutputs, report });
  const editions = draftEditions(addresses, { ...input, ...references, drafts, report });
  const site = joinEditions({ editions, unpublished, report });
  checkThemeSections({ config, editions: addresses.editions, report });
  checkSecurity({ config, now, report });
  // The site's own generators are asked twice. References need the addresses of their outputs, since links
  // may lead there; and what they list may depend on resolved references, as pictures and files do.
  await listOwn(editions);
  listed = site;
  relate({ editions, unpublished, refusals: references.refusals, report });
  for (const edition of editions) resolveReferences(edition, references.resolver);
  for (const edition of editions)
    edition.site.props = withNavigation(edition.site, { ...references, report });
  site.pictures = references.pictures.planned();
  site.files = [...references.resolver.published(), ...staticFiles({ ...input, ...references, report })];
  await listOwn(editions);
  checkHosts(site, report);
  reportLost(input, { ...references, site, report });
  return {
    site,
    articles: editions.flatMap((edition) => edition.site.articles),
    messages,
    nextChange: lazy(() => nextChangeOf(addresses, { now, config })),
    unpublished: unpublished.articles,
  };
}

interface ReferencesInput extends ModelInput {
  readonly addresses: Addresses;
  /** All outputs; undefined as long as they are not known. */
  readonly listOutputs: () => Iterable<ListedRoute> | undefined;
  readonly report: Report;
}

/** Makes the parts that resolve links and pictures, and that plan the files they need. */
function createReferences(input: ReferencesInput) {
  const { documents, files, assets, config, theme, addresses, listOutputs, report } = input;
  const { targets, unpublished } = addresses;
  const suggestFile = createSuggest(() => files.keys());
  const isShown = shownDocuments(addresses);
  const publicFiles = createPublicFiles({ files, config, assets, isShown, report });
  const pictures = planPictures({ config, publicFiles, assets, suggest: suggestFile, report });
  const isServed = createServed({ config, targets, listOutputs });
  const isUnpublished = unpublished.hasAddress;
  const refusals = refusalsOf(documents);
  const resolver = createResolver({
    config,
    blocks: theme.blocks,
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
  return { publicFiles, pictures, isServed, isUnpublished, refusals, resolver };
}

type DraftInput = Omit<EditionInput, 'isMasked' | 'originals'> & Pick<ModelInput, 'unmasked'>;

/** The languages of the site, its own first; the others show its articles where they have no translation. */
function draftEditions(addresses: Addresses, input: DraftInput): readonly [Edition, ...Edition[]] {
  // The default routes show nothing private. Private fields are removed only where the site has generators of
  // its own, since there are many documents.
  const isMasked =
    !input.unmasked && Object.values(input.config.routes).some((generator) => generator !== false);
  const [first, ...rest] = addresses.editions as [EditionAddresses, ...EditionAddresses[]];
  const own = draftEdition(first, { ...input, isMasked });
  const originals = lazy(() => new Map(own.articles.map((article) => [article.document.path, article])));
  return [
    own,
    ...rest.map((edition) => draftEdition(edition, { ...input, isMasked, originals: originals() })),
  ];
}

interface JoinInput {
  readonly editions: readonly [Edition, ...Edition[]];
  readonly unpublished: Unpublished;
  readonly report: Report;
}

/** Links the languages of the site to each other, and their translations. Returns the site's own language. */
function joinEditions({ editions, unpublished, report }: JoinInput): Edition['site'] {
  const sites = editions.map((edition) => edition.site);
  const translations = findTranslations({ editions: sites, unpublished, report });
  for (const site of sites) Object.assign(site, { editions: sites, translations });
  return editions[0].site;
}

interface SecurityInput {
  readonly config: ResolvedConfig;
  readonly now: number;
  readonly report: Report;
}

/** Reports that what the site says of its security is out of date. */
function checkSecurity({ config, now, report }: SecurityInput): void {
  const day = config.security?.expires ?? '';
  if (securityEnd(config) <= now)
    report(diagnose('security-expired', configName, { field: ['security', 'expires'] }, { day }));
}

/** Asks the site's own generators what they list. */
async function listOwn(editions: readonly Edition[]): Promise<void> {
  for (const { site } of editions) site.own = await listOwnRoutes(site);
}

/** Resolves what the documents of a language refer to. */
function resolveReferences(edition: Edition, resolver: Resolver): void {
  const { articles, pages, authors, categories, tags } = edition;
  articles.forEach(resolveArticle);
  for (const entry of [...pages, ...authors, ...categories])
    entry.resolved = resolver.references(entry.document);
  for (const tag of tags) if (tag.document) tag.resolved = resolver.references(tag.document);
}

interface LostInput {
  readonly site: Site;
  readonly isServed: ReturnType<typeof createServed>;
  readonly isUnpublished: (address: string) => boolean;
  readonly report: Report;
}

/** Reports addresses of the site's list of them at which nothing stands any more. */
function reportLost({ knownAddresses: text, documents }: ModelInput, lost: LostInput): void {
  const isServed = (address: string): boolean => lost.isServed(address) !== false;
  if (text !== undefined) reportLostAddresses({ ...lost, text, documents, isServed });
}

/** The rule by which each broken document was refused, by its path in NFC. */
const refusalsOf = (documents: readonly Document[]): Map<string, RuleId> =>
  new Map(
    documents.flatMap(({ kind, path, messages }) => {
      const error = kind === 'broken' ? messages.find(({ severity }) => severity === 'error') : undefined;
      return error ? [[path.normalize('NFC'), error.rule] as const] : [];
    }),
  );

/**
 * Reads the parts of an article that are computed on first use: their references are resolved then, and
 * mistakes reported.
 */
const resolveArticle = ({ card, image, preview, resolved, attachments }: Article): unknown => [
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
