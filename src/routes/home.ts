import { toPlace } from '../addresses/permalink.ts';
import type { HomePart } from '../config/theme-schema.ts';
import type { HomeBlock } from '../props.ts';
import type { Article, Category, Site } from '../site.ts';
import { pageMeta } from './page-meta.ts';
import { page, type Route } from './route.ts';

/** How many of the newest articles are searched for those featured on the front page. */
const window = 2000;

type SectionForm = Extract<HomeBlock, { kind: 'section' }>['as'];
/** Forms of sections, in turn, so that no two neighbours look alike. */
const forms = ['feature', 'columns', 'list'] as const satisfies readonly SectionForm[];
/** From how many stories on a section fills columns. */
const columns = 3;

/**
 * The front page: its parts as `theme.home` lists them, else the lead story with those marked as featured, the
 * latest, each top category that has more, and the most read. No article stands there twice, but among the
 * most read.
 */
export function* home(site: Site): Iterable<Route> {
  const place = toPlace(site.config, '');
  yield page(place.output, 'home', () => {
    const context: Context = { site, take: createTake() };
    const parts = site.config.theme.home ?? defaultParts(site);
    // The lead and the sections that are named come before the latest, wherever they stand.
    const blocks = new Map<HomePart, HomeBlock | undefined>();
    for (const part of [...parts].sort((a, b) => rankOf(a) - rankOf(b)))
      blocks.set(part, toBlock(part, context));
    return {
      site: site.props,
      page: pageMeta(site, { title: '', description: site.props.description, address: place.address }),
      blocks: parts.flatMap((part) => blocks.get(part) ?? []),
    };
  });
}

/** The lead first, then the latest, then the rest in their order. */
const rankOf = (part: HomePart): number => ('lead' in part ? 0 : 'latest' in part ? 1 : 2);

type Take = (candidates: readonly Article[], count: number) => Article[];

/** Takes articles that were not taken before. */
function createTake(): Take {
  const shown = new Set<Article>();
  return (candidates, count) => {
    const taken: Article[] = [];
    for (const article of candidates) {
      if (taken.length === count) break;
      if (shown.has(article)) continue;
      shown.add(article);
      taken.push(article);
    }
    return taken;
  };
}

function defaultParts(site: Site): HomePart[] {
  const { lists, views } = site.config;
  return [
    { lead: 'split' },
    ...(lists.latest > 0 ? [{ latest: lists.latest }] : []),
    ...topCategories(site).map(({ key }) => ({ section: key })),
    ...(views.mostRead > 0 ? [{ mostRead: views.mostRead }] : []),
  ];
}

const topCategories = (site: Site): Category[] =>
  [...site.categories.values()].filter((category) => !category.parent && !category.document.data.hidden);

interface Context {
  readonly site: Site;
  readonly take: Take;
  /** That of the section above. */
  form?: SectionForm;
}

/** A part with its articles; undefined when it has none to show. */
function toBlock(part: HomePart, context: Context): HomeBlock | undefined {
  const { site, take } = context;
  if ('part' in part) return { kind: 'part', part: part.part };
  if ('lead' in part) return toLead(part, context);
  if ('section' in part) return toSection(part, context);
  const articles =
    'latest' in part ? take(site.articles, part.latest) : mostRead(site).slice(0, part.mostRead);
  return articles.length === 0
    ? undefined
    : { kind: 'latest' in part ? 'latest' : 'mostRead', cards: cardsOf(articles) };
}

function toLead(
  { lead: as, count }: Extract<HomePart, { lead: unknown }>,
  { site, take }: Context,
): HomeBlock | undefined {
  const featured = featuredIn(site.articles.slice(0, window), 'home');
  const ordered = featured.filter((article) => article.featuredOrder !== undefined);
  const [lead] = take(
    [...ordered, ...featured.filter((article) => article.card.image), ...featured, ...site.articles],
    1,
  );
  if (!lead) return undefined;
  const beside = take(featured, count ?? site.config.lists.featured);
  return { kind: 'lead', as, lead: lead.card, cards: cardsOf(beside) };
}

function toSection(
  { section, as, count }: Extract<HomePart, { section: unknown }>,
  context: Context,
): HomeBlock | undefined {
  const { site, take } = context;
  const category = site.categories.get(section);
  if (!category) return undefined;
  const articles = take(category.articles, count ?? site.config.lists.block);
  if (articles.length === 0) return undefined;
  const form = as ?? nextForm(context.form, articles);
  context.form = form;
  return {
    kind: 'section',
    as: form,
    category: category.link,
    children: category.children.filter((child) => !child.document.data.hidden).map((child) => child.link),
    cards: cardsOf(articles),
  };
}

/** The form after that of the section above, where the stories are enough for it. */
function nextForm(above: SectionForm | undefined, articles: readonly Article[]): SectionForm {
  const at = (forms as readonly (SectionForm | undefined)[]).indexOf(above);
  const next = forms[(at + 1) % forms.length] ?? 'feature';
  return next === 'columns' && articles.length < columns ? 'list' : next;
}

const cardsOf = (articles: readonly Article[]) => articles.map((article) => article.card);

/** The most read of the last days that were counted; of equals the newer one. */
export function mostRead({ articles }: Site): Article[] {
  const read = articles.filter((article) => (article.views?.recent ?? 0) > 0);
  return read.sort((a, b) => (b.views?.recent ?? 0) - (a.views?.recent ?? 0) || a.rank - b.rank);
}

/** Those of the articles that are featured there, in their order: by their number, then as they come. */
export const featuredIn = (articles: readonly Article[], place: 'home' | 'section'): Article[] =>
  articles
    .filter(({ featured }) => featured === place)
    .sort((a, b) => orderOf(a) - orderOf(b) || a.rank - b.rank);

/** Behind all that have one, for an article without a number. */
const orderOf = ({ featuredOrder }: Article): number => featuredOrder ?? Number.MAX_VALUE;
