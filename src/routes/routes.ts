import { lazy } from '../bytes/lazy.ts';
import type { Site } from '../site.ts';
import { archive } from './archive.ts';
import { articles } from './articles.ts';
import { authors } from './authors.ts';
import { cards } from './cards.ts';
import { categories } from './categories.ts';
import { corrections } from './corrections.ts';
import { delivery } from './delivery.ts';
import { feeds } from './feeds.ts';
import { assets, files, pictures } from './files.ts';
import { home } from './home.ts';
import { humans } from './humans.ts';
import { indexes } from './indexes.ts';
import { manifest } from './manifest.ts';
import { notFound, pages, redirects } from './pages.ts';
import { robots } from './robots.ts';
import type { Route, RouteSource } from './route.ts';
import { search } from './search.ts';
import { security } from './security.ts';
import { type ListedPage, sitemaps } from './sitemaps.ts';
import { tags } from './tags.ts';
import { views } from './views.ts';

/** Lists the default outputs of one kind, synchronously. */
type DefaultGenerator = (site: Site) => Iterable<Route>;

interface Row {
  readonly generator: DefaultGenerator;
  /** Whether it makes pages that readers look for: those stand in the sitemap. */
  readonly pages: boolean;
  /** It lists what the whole site has once, in whatever languages. */
  readonly once?: true;
}

/**
 * The default outputs by the names under which `routes` in the configuration replaces them or switches them
 * off. A further one is a file in this folder and a line here.
 */
export const registry = {
  home: { generator: home, pages: true },
  categories: { generator: categories, pages: true },
  pages: { generator: pages, pages: true },
  articles: { generator: articles, pages: true },
  indexes: { generator: indexes, pages: true },
  archive: { generator: archive, pages: true },
  corrections: { generator: corrections, pages: true },
  authors: { generator: authors, pages: true },
  tags: { generator: tags, pages: true },
  notFound: { generator: notFound, pages: false },
  feeds: { generator: feeds, pages: false },
  sitemaps: { generator: (site) => sitemaps(site, listedPages), pages: false, once: true },
  robots: { generator: robots, pages: false, once: true },
  security: { generator: security, pages: false, once: true },
  files: { generator: files, pages: false, once: true },
  pictures: { generator: pictures, pages: false, once: true },
  cards: { generator: cards, pages: false },
  redirects: { generator: redirects, pages: false },
  views: { generator: views, pages: false },
  search: { generator: search, pages: false },
  humans: { generator: humans, pages: false, once: true },
  manifest: { generator: manifest, pages: false },
  assets: { generator: assets, pages: false, once: true },
  delivery: { generator: (site) => delivery(site, servedBy(site)), pages: false, once: true },
} as const satisfies Record<string, Row>;

type RouteName = keyof typeof registry;

/** The default generators by their names, for sites that build on them. */
export const generators = Object.fromEntries(
  Object.entries(registry).map(([name, { generator }]) => [name, generator]),
) as Readonly<Record<RouteName, DefaultGenerator>>;

/** A route with the generator that listed it. */
export type ListedRoute = Route & { readonly by: string; readonly source?: RouteSource };

/** Every output of the site, with the name of the generator that lists it. */
export function* routes(site: Site): Iterable<ListedRoute> {
  for (const name of namesOf(site))
    for (const edition of isPerLanguage(name) ? site.editions : [site])
      for (const route of listOf(name, edition)) yield Object.assign(route, { by: name });
}

/** Whether a route is a page that readers look for. */
export const isForReaders = ({ kind, by }: ListedRoute): boolean =>
  kind === 'page' && rows[by]?.pages !== false;

/** Whether each language of the site has outputs of this name; those that are none of ours are listed once. */
export const isPerLanguage = (name: string): boolean => rows[name] !== undefined && !rows[name].once;

/** The names of the generators that the site has not switched off: the default ones and its own. */
const namesOf = ({ config }: Site): string[] =>
  Object.keys({ ...generators, ...config.routes }).filter((name) => config.routes[name] !== false);

const rows: Readonly<Record<string, Row>> = registry;

/** The routes of a generator. Those of the site's own were listed by the model. */
const listOf = (name: string, site: Site): Iterable<Route> =>
  name in site.config.routes ? (site.own.get(name) ?? []) : (rows[name]?.generator(site) ?? []);

/** Whether an output is made by anything but a redirect; asked for only where hosts are told of redirects. */
export function servedBy(site: Site): (output: string) => boolean {
  const outputs = lazy(() => {
    const names = namesOf(site).filter((name) => name !== 'redirects' && name !== 'delivery');
    const all = names.flatMap((name) =>
      (isPerLanguage(name) ? site.editions : [site]).flatMap((edition) => [...listOf(name, edition)]),
    );
    return new Set<string>(all.map(({ output }) => output));
  });
  return (output) => outputs().has(output);
}

/** Every page that readers look for, but articles, each once. */
function listedPages(site: Site): ListedPage[] {
  const own = site.config.routes;
  const seen = new Set<string>(
    Object.values(own).some(Boolean) ? site.articles.map(({ output }) => output ?? '') : [],
  );
  const listed: ListedPage[] = [];
  for (const name of namesOf(site)) {
    if (rows[name]?.pages === false || (name === 'articles' && !(name in own))) continue;
    for (const route of listOf(name, site)) {
      if (route.kind !== 'page' || seen.has(route.output)) continue;
      seen.add(route.output);
      listed.push({ route, own: name in own });
    }
  }
  return listed;
}
