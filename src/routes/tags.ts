import type { Site } from '../site.ts';
import type { Address } from '../types.ts';
import { listRoutes } from './list.ts';
import { crumbs } from './page-meta.ts';
import type { Route } from './route.ts';

/** The pages of each tag. */
export function* tags(site: Site): Iterable<Route> {
  const vietnamese = site.props.language === 'vi';
  for (const { link, articles } of site.tags) {
    yield* listRoutes({
      site,
      articles,
      address: link.address as Address,
      size: site.config.lists.tag,
      list: () => ({ kind: 'tag', heading: link.title, description: '', children: [] }),
      meta: () => ({ description: vietnamese ? `Các bài viết có từ khóa “${link.title}” trên ${site.props.title}.` : `Articles tagged “${link.title}” on ${site.props.title}.`, breadcrumb: crumbs(site) }),
    });
  }
}

