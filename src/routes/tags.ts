import { fixedPlace } from '../addresses/fixed-places.ts';
import type { Site } from '../site.ts';
import { words } from '../words/titles.ts';
import { listRoutes } from './list.ts';
import { crumbs } from './page-meta.ts';
import type { Route } from './route.ts';

/** The pages of each tag. */
export function* tags(site: Site): Iterable<Route> {
  const w = words(site.props.language);
  for (const { link, articles } of site.tags) {
    yield* listRoutes({
      site,
      articles,
      address: link.address,
      size: site.config.lists.tag,
      list: () => ({ kind: 'tag', heading: link.title, description: '', children: [] }),
      meta: () => ({
        description: w.tagged(site.props.title, link.title),
        breadcrumb: crumbs(site),
        list: fixedPlace(site.config, 'tags').address,
      }),
    });
  }
}
