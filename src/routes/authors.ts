import { fixedPlace } from '../addresses/fixed-places.ts';
import type { Site } from '../site.ts';
import { toBody } from './body.ts';
import { hasFeed, toFeed } from './feeds.ts';
import { crumbsTo } from './indexes.ts';
import { listRoutes } from './list.ts';
import type { Route } from './route.ts';

/** The pages of each author of the registry: who it is, and the articles. */
export function* authors(site: Site): Iterable<Route> {
  const breadcrumb = crumbsTo(site, 'authors');
  for (const { document, link, articles, portrait, resolved, isOwn } of site.authors) {
    const { name, role } = document.data;
    yield* listRoutes({
      site,
      articles,
      source: { path: document.path },
      address: link.address,
      size: site.config.lists.author,
      list: () => ({
        kind: 'author',
        heading: name,
        description: '',
        children: [],
        ...(hasFeed(site, 'authors') && toFeed(site, link.address)),
        author: { name, ...(role !== undefined && { role }), ...(portrait && { image: portrait }) },
        ...(isOwn && document.words > 0 && { body: toBody(document, resolved) }),
      }),
      meta: () => ({
        description: (isOwn && document.excerpt) || undefined,
        type: 'profile',
        breadcrumb,
        ...(hasFeed(site, 'authors') && { feed: link }),
        list: fixedPlace(site.config, 'authors').address,
      }),
    });
  }
}
