import { fixedPlace } from '../addresses/fixed-places.ts';
import type { Site } from '../site.ts';
import { fillWord } from '../words/words.ts';
import { toBody } from './body.ts';
import { hasFeed, toFeed } from './feeds.ts';
import { crumbsTo } from './indexes.ts';
import { listRoutes } from './list.ts';
import type { Route } from './route.ts';

/** The pages of each tag. */
export function* tags(site: Site): Iterable<Route> {
  const w = site.words();
  const breadcrumb = crumbsTo(site, 'tags');
  const { language, title: portal } = site.props;
  for (const { link, articles, document, resolved } of site.tags) {
    yield* listRoutes({
      site,
      articles,
      ...(document && { source: { path: document.path } }),
      address: link.address,
      size: site.config.lists.tag,
      list: () => ({
        kind: 'tag',
        heading: link.title,
        description: document?.data.description ?? '',
        children: [],
        ...(hasFeed(site, 'tags') && toFeed(site, link.address)),
        ...(document && document.words > 0 && { body: toBody(document, resolved) }),
      }),
      meta: () => ({
        description:
          document?.data.description ?? fillWord(w.tagged, { site: portal, tag: link.title }, language),
        breadcrumb,
        ...(hasFeed(site, 'tags') && { feed: link }),
        list: fixedPlace(site.config, 'tags').address,
      }),
    });
  }
}
