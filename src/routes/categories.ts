import type { Article, Site } from '../site.ts';
import { toBody } from './body.ts';
import { toFeed } from './feeds.ts';
import { featuredIn } from './home.ts';
import { listRoutes } from './list.ts';
import { crumbs } from './page-meta.ts';
import type { Route } from './route.ts';

/** The index of each category, with its subcategories' articles; those featured in the section come first. */
export function* categories(site: Site): Iterable<Route> {
  for (const category of site.categories.values()) {
    const { document, link, children, parent, articles } = category;
    const address = link.address;
    yield* listRoutes({
      site,
      articles,
      source: { path: document.path },
      address,
      size: site.config.lists.category,
      list: () => ({
        kind: 'category',
        heading: link.title,
        description: document.data.description ?? '',
        children: children.filter((child) => !child.document.data.hidden).map((child) => child.link),
        ...toFeed(site, address),
        ...(document.words > 0 && { body: toBody(document, category.resolved) }),
      }),
      meta: () => ({ description: document.data.description, category, breadcrumb: crumbs(site, parent) }),
      first: featuredFirst,
    });
  }
}

const featuredFirst = (articles: readonly Article[]): readonly Article[] => [
  ...featuredIn(articles, 'section'),
  ...articles.filter((article) => article.featured !== 'section'),
];
