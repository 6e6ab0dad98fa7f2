import { fixedPlace } from '../addresses/fixed-places.ts';
import type { IndexEntry } from '../props.ts';
import type { Site } from '../site.ts';
import { fillWord } from '../words/words.ts';
import { crumbs, pageMeta } from './page-meta.ts';
import { page, type Route } from './route.ts';

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
