import { documentKind } from '../addresses/document-kind.ts';
import { editionsOf } from '../addresses/editions.ts';
import { languageOf } from '../addresses/language-of.ts';
import { type Place, permalink, toOutput } from '../addresses/permalink.ts';
import type { Url } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleHistories } from '../history/histories.ts';
import type { CategoryDocument, Document, PageDocument, TagDocument } from '../types.ts';
import { createApproval } from '../workflow/approval.ts';
import { type CategoryDraft, growCategories, type HeldBy, withParents } from './categories.ts';
import { type Claims, createClaims } from './claims.ts';
import { placeDocument } from './document-place.ts';
import { withFallbacks } from './fallbacks.ts';
import { indexCategories, partsOf, toSlugPath } from './find-categories.ts';
import { createHeldBy, folderCategories } from './folder-categories.ts';
import { dropEmpty, nameCategories } from './named-categories.ts';
import { type PlacedArticle, placeArticles } from './placed-articles.ts';
import { createRegistry, type Registry } from './registry.ts';
import type { Target } from './resolve-link.ts';
import { createUnpublished, type Unpublished } from './unpublished.ts';

interface Input {
  readonly documents: readonly Document[];
  readonly config: ResolvedConfig;
  readonly histories: ArticleHistories;
  readonly now: number;
  readonly drafts: boolean;
  readonly report: (message: Diagnostic) => void;
}

/** A plain page with its address. */
export interface PlacedPage {
  readonly document: PageDocument;
  readonly place: Place;
}

/** What has an address in one language of the site. */
export interface EditionAddresses {
  /** The configuration as this language sees it. */
  readonly config: ResolvedConfig;
  readonly categories: ReadonlyMap<string, CategoryDraft>;
  readonly registry: Registry;
  readonly pages: readonly PlacedPage[];
  readonly articles: readonly PlacedArticle[];
  readonly tagFiles: readonly TagDocument[];
}

/** Every document that has an address, and the documents that have none. */
export interface Addresses {
  /** That of the site's own language first. */
  readonly editions: readonly EditionAddresses[];
  readonly unpublished: Unpublished;
  /** Paths of articles whose approval does not count. */
  readonly held: ReadonlySet<string>;
  /** Where each document can be found, by its path in NFC; `null` for one that is not published. */
  readonly targets: ReadonlyMap<string, Target | null>;
}

/** Gives every document its address, one language after another. */
export function giveAddresses(input: Input): Addresses {
  const { documents, config, report } = input;
  const shared = {
    ...input,
    claims: createClaims(report),
    unpublished: createUnpublished(config),
    held: new Set<string>(),
  };
  const placed = editionsOf(config).map((edition) =>
    giveInLanguage({ ...shared, config: edition, documents: ofLanguage(documents, edition) }),
  );
  const [own] = placed as [EditionAddresses];
  const editions = placed.map((edition) => withFallbacks(edition, { own, claims: shared.claims }));
  const { unpublished, held } = shared;
  return { editions, unpublished, held, targets: targetsOf(documents, editions) };
}

/** The documents of a language's tree, and the profiles of authors, who are the same in all. */
const ofLanguage = (documents: readonly Document[], edition: ResolvedConfig): readonly Document[] =>
  edition.edition
    ? documents.filter(
        ({ path }) =>
          languageOf(path, edition) === edition.site.language || documentKind(path, edition) === 'author',
      )
    : documents;

interface EditionInput extends Input {
  readonly claims: Claims;
  readonly unpublished: Unpublished;
  readonly held: Set<string>;
}

/** To categories first, then to authors, plain pages, and articles in the order of their paths. */
function giveInLanguage(input: EditionInput): EditionAddresses {
  const { documents, config, histories, claims, unpublished, held, report } = input;
  const heldBy = createHeldBy(documents, config);
  const { categories, made } = allCategories(documents, { config, claims, heldBy, report });
  const registry = createRegistry(documents, { config, claims });
  const pages = placePages(ofKind(documents, 'page'), { config, claims, report });
  const approval = createApproval({ config, registry, commitOf: histories.approvalOf });
  const articles = placeArticles({
    ...input,
    documents: ofKind(documents, 'article'),
    categories: indexCategories(categories),
    heldBy,
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
  dropEmpty(categories, { made, used: articles.flatMap(({ listed }) => listed) });
  return { config, categories, registry, pages, articles, tagFiles: ofKind(documents, 'tag') };
}

interface CategoriesInput extends Pick<Input, 'config' | 'report'> {
  readonly claims: Claims;
  readonly heldBy: HeldBy;
}

/** The categories of the folders and, where the site wants them, those that articles name. */
function allCategories(
  documents: readonly Document[],
  { config, claims, heldBy, report }: CategoriesInput,
): { categories: Map<string, CategoryDraft>; made: ReadonlySet<CategoryDocument> } {
  const ofFolders = folderCategories(documents, { heldBy, trees: config });
  if (!config.categories.fromFrontMatter)
    return { categories: growCategories(ofFolders, { config, claims, report }), made: new Set() };
  const silent = () => {};
  const folders = growCategories(ofFolders, { config, claims: createClaims(silent), report: silent });
  const categoryIndex = indexCategories(folders);
  // A name that is nearly a folder's name is a typing error: it is reported, and makes no category, neither
  // itself nor below it.
  const isSlip = (name: string): boolean =>
    categoryIndex.find(name) === undefined && categoryIndex.near(name) !== undefined;
  const isKnown = (name: string): boolean =>
    categoryIndex.find(name) !== undefined ||
    [name, toSlugPath(name)].some((folder) => heldBy(folder) !== undefined) ||
    withParents(partsOf(name).join('/')).some(isSlip);
  const keyBySlug = new Map([...folders].map(([key, { slug }]) => [slug, key]));
  const made = nameCategories(ofKind(documents, 'article'), { isKnown, keyBySlug });
  return {
    categories: growCategories([...ofFolders, ...made], { config, claims, report }),
    made: new Set(made),
  };
}

const ofKind = <Kind extends Document['kind']>(documents: readonly Document[], kind: Kind) =>
  documents.filter((document): document is Extract<Document, { kind: Kind }> => document.kind === kind);

function placePages(
  documents: readonly PageDocument[],
  { config, claims, report }: Pick<Input, 'config' | 'report'> & { readonly claims: Claims },
): PlacedPage[] {
  return documents.flatMap((document) => {
    const { path, data } = document;
    const toPlace = (slug: string): Place => permalink(config, 'page', { slug });
    const placed = placeDocument({ path, data, config, report, toPlace });
    const isFree = placed !== undefined && claims.claim(placed.place, path, placed.field);
    return isFree ? [{ document, place: placed.place }] : [];
  });
}

function targetsOf(
  documents: readonly Document[],
  editions: readonly EditionAddresses[],
): Map<string, Target | null> {
  const keyOf = ({ path }: Document): string => path.normalize('NFC');
  const targets = new Map<string, Target | null>(documents.map((document) => [keyOf(document), null]));
  for (const { categories, registry, pages, articles } of editions) {
    const profiles = registry.entries.filter(({ isOwn }) => isOwn);
    for (const { document, link } of [...categories.values(), ...profiles])
      targets.set(keyOf(document), { address: link.address, document });
    for (const { document, place } of pages)
      targets.set(keyOf(document), { address: place.address, document });
    for (const { document, place, original } of articles) {
      if (original !== undefined) continue;
      const { link } = document.data;
      targets.set(
        keyOf(document),
        link === undefined ? { address: place.address, document } : { address: link as Url },
      );
    }
  }
  return targets;
}

/** Whether each document, by its path in NFC, has a page that shows what it holds. */
export function shownDocuments({ targets, editions }: Addresses): Map<string, boolean> {
  const isShown = new Map([...targets].map(([source, target]) => [source, target !== null]));
  for (const { document, withdrawn } of editions.flatMap(({ articles }) => articles))
    if (withdrawn) isShown.set(document.path.normalize('NFC'), false);
  return isShown;
}

interface ServedInput {
  readonly config: ResolvedConfig;
  readonly targets: Addresses['targets'];
  /**
   * All outputs, asked for when an address is none of a document: a tag's page, a feed. Undefined as long as
   * they are not known.
   */
  readonly listOutputs: () => Iterable<{ readonly output: string }> | undefined;
}

/** Finds what the site serves at an address: a document, another output, or nothing. */
export function createServed({
  config,
  targets,
  listOutputs,
}: ServedInput): (address: string) => Target | boolean {
  const documentByOutput = lazy(() => {
    const byOutput = new Map<string, Target>();
    for (const target of targets.values()) {
      const output = target ? toOutput(config, target.address) : undefined;
      if (target && output) byOutput.set(output, target);
    }
    return byOutput;
  });
  let outputs: ReadonlySet<string> | undefined;
  const isOutput = (output: string): boolean => {
    const listed = outputs ? undefined : listOutputs();
    if (listed) outputs = new Set(Array.from(listed, (route) => route.output));
    return outputs?.has(output) ?? false;
  };
  return (address) => {
    const output = toOutput(config, address) ?? toOutput(config, `${config.site.base}${address.slice(1)}`);
    return output === undefined ? false : (documentByOutput().get(output) ?? isOutput(output));
  };
}
