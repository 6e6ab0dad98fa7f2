import { fixedPlace } from '../addresses/fixed-places.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { IndexEntry, Link } from '../props.ts';
import type { Site } from '../site.ts';
import { fillWord } from '../words/words.ts';
import { crumbs, pageMeta } from './page-meta.ts';
import { page, type Route } from './route.ts';

/** From the front page down to, and with, the list of all tags or of all authors, where there is one. */
export const crumbsTo = (site: Site, kind: 'tags' | 'authors'): readonly Link[] => {
  const isListed = site.config.routes.indexes !== false && site.config.routes[kind] !== false;
  return isListed
    ? [...crumbs(site), shared({ title: site.words()[kind], address: fixedPlace(site.config, kind).address })]
    : crumbs(site);
};

/** The lists of all tags and of all authors. */
export function* indexes(site: Site): Iterable<Route> {
  const w = site.words();
  const { language, title: portal } = site.props;
  if (site.tags.length > 0 && site.config.routes.tags !== false)
    yield index(
      site,
      'tags',
      w.tags,
      fillWord(w.allTags, { site: portal }, language),
      site.tags.map(({ link, articles }) => ({ ...link, count: articles.length })),
    );
  if (site.authors.length > 0 && site.config.routes.authors !== false)
    yield index(
      site,
      'authors',
      w.authors,
      fillWord(w.allAuthors, { site: portal }, language),
      site.authors.map(({ link, articles, document, portrait }) => ({
        ...link,
        count: articles.length,
        ...(document.data.role !== undefined && { role: document.data.role }),
        ...(portrait && { image: portrait }),
      })),
    );
}

function index(
  site: Site,
  kind: 'tags' | 'authors',
  heading: string,
  description: string,
  links: readonly IndexEntry[],
): Route {
  const { address, output } = fixedPlace(site.config, kind);
  const { compare } = new Intl.Collator(site.props.language);
  return page(output, 'index', () => ({
    site: site.props,
    page: pageMeta(site, { title: heading, description, address, breadcrumb: crumbs(site) }),
    kind,
    heading,
    links: [...links].sort((a, b) => compare(a.title, b.title)),
  }));
}
