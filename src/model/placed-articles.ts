import { nameOf, type Trees } from '../addresses/language-of.ts';
import { type Place, permalink, toPlace } from '../addresses/permalink.ts';
import { isServable } from '../addresses/servable.ts';
import type { Address } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ArticleDocument } from '../types.ts';
import type { Approval } from '../workflow/approval.ts';
import { standing } from '../workflow/gate.ts';
import type { CategoryDraft, HeldBy } from './categories.ts';
import type { Claims } from './claims.ts';
import { type DocumentPlace, freeSlug, isNamedByDate, placeDocument } from './document-place.ts';
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
  /** Where it stood while its category had other addresses. */
  readonly movedFrom: readonly Address[];
  readonly withdrawn: boolean;
  /** The address of the original, whose text is shown because there is no translation. */
  readonly original?: Address;
}

interface Input {
  readonly documents: readonly ArticleDocument[];
  readonly categories: CategoryIndex;
  readonly heldBy: HeldBy;
  readonly config: ResolvedConfig;
  readonly claims: Claims;
  readonly now: number;
  readonly drafts: boolean;
  readonly approval: Approval;
  /** Collects the articles that are not published. */
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
  heldBy,
  config,
  claims,
  now,
  drafts,
  approval,
  hide,
  report,
}: Input): PlacedArticle[] {
  const placed: PlacedArticle[] = [];
  const unpublished: (() => void)[] = [];
  for (const document of namedFirst(documents, config)) {
    const { data, path } = document;
    const listed = findCategories({ document, categories, heldBy, trees: config, report });
    const category = listed?.[0];
    if (!listed || !category) continue;
    const found = placeArticle({ document, category, config, claims, report });
    if (!found) continue;
    const { slug, place, field } = found;
    const movedFrom = oldPlaces({ document, category, slug, place, config });
    const problem = approval.problem(document, listed);
    for (const message of unlikelyDates(document, now)) report(message);
    const remark = problem ?? approval.change(document, listed);
    if (remark) report(remark);
    const state = standing(document, { now, config, drafts, held: problem !== undefined });
    const claim = (): boolean => data.link !== undefined || claims.claim(place, path, field);
    if (state === 'unpublished') {
      unpublished.push(claim);
      hide({ document, category, slug, output: place.output, movedFrom });
    } else if (claim())
      placed.push({
        document,
        category,
        listed,
        slug,
        place,
        movedFrom,
        withdrawn: state === 'withdrawn',
      });
  }
  // An address that another article has now is not a former address.
  const isFree = (address: Address): boolean =>
    !claims.isTaken(toPlace(config, address.slice(config.site.base.length)));
  const freed = placed.map((entry) =>
    entry.movedFrom.every(isFree) ? entry : { ...entry, movedFrom: entry.movedFrom.filter(isFree) },
  );
  for (const claim of unpublished) claim();
  return newestFirst(freed);
}

/** Articles of equal dates are ordered by path. */
export const newestFirst = (articles: readonly PlacedArticle[]): PlacedArticle[] =>
  articles
    .map((article) => ({ article, time: Date.parse(article.document.data.date) }))
    .sort((a, b) => b.time - a.time || (a.article.document.path < b.article.document.path ? -1 : 1))
    .map(({ article }) => article);

/** Those whose address cannot give way first. */
const namedFirst = (documents: readonly ArticleDocument[], trees: Trees): readonly ArticleDocument[] => [
  ...documents.filter((document) => !givesWay(document, trees)),
  ...documents.filter((document) => givesWay(document, trees)),
];
const givesWay = ({ path, data }: ArticleDocument, trees: Trees): boolean =>
  data.slug === undefined && data.permalink === undefined && isNamedByDate(nameOf(path, trees));

interface PlaceInput extends Pick<Input, 'config' | 'claims' | 'report'> {
  readonly document: ArticleDocument;
  readonly category: CategoryDraft;
}

function placeArticle({ document, category, config, claims, report }: PlaceInput): DocumentPlace | undefined {
  const { path, data } = document;
  const toPlace = (slug: string): Place => patternPlace({ config, data, category: category.slug, slug });
  if (!givesWay(document, config)) return placeDocument({ path, data, config, report, toPlace });
  const isFree = (slug: string): boolean => !claims.isTaken(toPlace(slug));
  const slug = freeSlug({ path: nameOf(path, config), title: data.title, isFree });
  return { slug, place: toPlace(slug) };
}

interface PatternInput extends Pick<Input, 'config'> {
  readonly data: ArticleDocument['data'];
  readonly category: string;
  readonly slug: string;
}

/** Where an article stands by the pattern of articles. */
const patternPlace = ({ config, data, category, slug }: PatternInput): Place =>
  permalink(config, 'article', {
    category,
    slug,
    year: data.date.slice(0, 4),
    month: data.date.slice(5, 7),
    day: data.date.slice(8, 10),
  });

interface OldPlacesInput extends Pick<PlacedArticle, 'document' | 'category' | 'slug' | 'place'> {
  readonly config: ResolvedConfig;
}

/** Where an article stood while its category had other addresses; one of its own address never moved. */
function oldPlaces({ document, category, slug, place, config }: OldPlacesInput): readonly Address[] {
  const { data } = document;
  if (category.oldSlugs.length === 0 || data.permalink !== undefined || data.link !== undefined) return none;
  return category.oldSlugs.flatMap((old) => {
    const { output, address } = patternPlace({ config, data, category: old, slug });
    return output !== place.output && isServable(output) ? [address] : [];
  });
}
const none: readonly Address[] = [];
