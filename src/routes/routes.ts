import type { routeNames } from '../config/config.ts';
import type { Site } from '../site.ts';
import { archive } from './archive.ts';
import { articles } from './articles.ts';
import { authors } from './authors.ts';
import { categories } from './categories.ts';
import { corrections } from './corrections.ts';
import { feeds } from './feeds.ts';
import { assets, files, pictures } from './files.ts';
import { home } from './home.ts';
import { indexes } from './indexes.ts';
import { listRoutes } from './list-routes.ts';
import { notFound, pages } from './pages.ts';
import { redirects } from './redirects.ts';
import type { Route, RouteGenerator, RouteSource } from './route.ts';
import { robots, sitemaps } from './sitemaps.ts';
import { tags } from './tags.ts';
import { views } from './views.ts';

/**
 * The default generators by the names under which `routes` in the configuration replaces them or switches
 * them off.
 */
export const generators = {
  home,
  categories,
  pages,
  articles,
  indexes,
  archive,
  corrections,
  authors,
  tags,
  notFound,
  feeds,
  sitemaps,
  robots,
  files,
  pictures,
  redirects,
  views,
  assets,
} as const satisfies Record<(typeof routeNames)[number], RouteGenerator>;

/** A route with the generator that listed it. */
export type ListedRoute = Route & { readonly by: string; readonly source?: RouteSource };

/** Every output of the site, with the name of the generator that lists it. */
export function* routes(site: Site): Iterable<ListedRoute> {
  const chosen: Record<string, RouteGenerator | false> = { ...generators, ...site.config.routes };
  for (const [name, generator] of Object.entries(chosen))
    if (generator)
      for (const route of listRoutes({ name, generator, site })) yield Object.assign(route, { by: name });
}
