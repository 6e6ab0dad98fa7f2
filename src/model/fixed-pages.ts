import {
  correctionsPlace,
  feedsPlace,
  fixedPlace,
  hasFeeds,
  hasSearch,
  searchPlace,
} from '../addresses/fixed-places.ts';
import type { Address } from '../brands.ts';
import { isCorrected } from '../routes/corrections.ts';
import type { Site } from '../site.ts';

/** A page that a language has once and that no document makes. */
export interface FixedPage {
  /** The same in all languages. */
  readonly key: string;
  readonly title: string;
  readonly address: Address;
}

/** The fixed pages that the site has besides the front page, in the order of the footer. */
export function fixedPages(site: Site): FixedPage[] {
  const { config, articles, tags, authors } = site;
  const { routes } = config;
  const w = site.words();
  const hasIndex = (kind: 'tags' | 'authors', list: readonly unknown[]): boolean =>
    routes.indexes !== false && routes[kind] !== false && list.length > 0;
  const pages: readonly (readonly [isThere: boolean, page: FixedPage])[] = [
    [
      routes.archive !== false,
      { key: 'archive', title: w.archive, address: fixedPlace(config, 'archive').address },
    ],
    [
      routes.corrections !== false && articles.some(isCorrected),
      { key: 'corrections', title: w.corrections, address: correctionsPlace(config).address },
    ],
    [hasIndex('tags', tags), { key: 'tags', title: w.tags, address: fixedPlace(config, 'tags').address }],
    [
      hasIndex('authors', authors),
      { key: 'authors', title: w.authors, address: fixedPlace(config, 'authors').address },
    ],
    [hasSearch(config), { key: 'search', title: w.search, address: searchPlace(config).address }],
    [hasFeeds(config), { key: 'feeds', title: w.feeds, address: feedsPlace(config).address }],
  ];
  return pages.flatMap(([isThere, page]) => (isThere ? [page] : []));
}
