import type { routeNames } from '../config.ts';
import type { Site } from '../site.ts';
import type { SourcePath } from '../types.ts';
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
import type { Generator, Route, RouteSource } from './route.ts';
import { robots, sitemaps } from './sitemaps.ts';
import { tags } from './tags.ts';
import { views } from './views.ts';

/** The default generators by the names under which `routes` in the configuration replaces them or switches them off. */
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
} as const satisfies Record<(typeof routeNames)[number], Generator>;

/** The default generators whose pages show the body of a document. */
const ofDocuments = { categories, pages, articles, authors };

/** A route with the generator that listed it. */
export type ListedRoute = Route & { readonly by: string; readonly source?: RouteSource };

/** The default generators for which all references have to be resolved. */
const ofReferences = { files, pictures };

interface Choice {
  /** Of the default generators only the pages of these documents. */
  readonly only?: ReadonlySet<SourcePath>;
  /** Without what references lead to. */
  readonly hasty?: boolean;
}

/** Every output of the site, with the name of the generator that lists it; or a choice of them, with all of the site's own generators. */
export function* routes(site: Site, { only, hasty = false }: Choice = {}): Iterable<ListedRoute> {
  const own = site.config.routes;
  const chosen: Record<string, Generator | false> = { ...generators, ...own };
  for (const [by, generator] of Object.entries(chosen)) {
    if (!generator || (!(by in own) && ((only && !(by in ofDocuments)) || (hasty && by in ofReferences)))) continue;
    for (const route of listRoutes({ name: by, generator, site })) if (!only || by in own || ('source' in route && route.source && only.has(route.source.path))) yield Object.assign(route, { by });
  }
}
