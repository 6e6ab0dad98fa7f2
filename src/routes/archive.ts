import { fixedPlace } from '../addresses/fixed-places.ts';
import type { Link } from '../props.ts';
import type { Site } from '../site.ts';
import { words } from '../words/titles.ts';
import { listRoutes } from './list.ts';
import { crumbs, pageMeta } from './page-meta.ts';
import { page, type Route } from './route.ts';

/** The list of months, and the articles of each month. */
export function* archive(site: Site): Iterable<Route> {
  const w = words(site.props.language);
  const place = fixedPlace(site.config, 'archive');
  const self: Link = { title: w.archive, address: place.address };
  yield page(place.output, 'archive', () => ({
    site: site.props,
    page: pageMeta(site, {
      title: self.title,
      description: w.archiveOf(site.props.title),
      address: place.address,
      breadcrumb: crumbs(site),
    }),
    years: [...new Set(site.months.map(({ year }) => year))].map((year) => ({
      year,
      months: site.months
        .filter((month) => month.year === year)
        .map(({ month, link }) => ({ month, address: link.address })),
    })),
  }));
  for (const { year, month, link, articles } of site.months) {
    const heading = w.month(year, month);
    yield* listRoutes({
      site,
      articles,
      address: link.address,
      size: site.config.lists.month,
      list: () => ({ kind: 'month', heading, description: '', children: [] }),
      meta: () => ({
        description: w.articlesOf(site.props.title, heading),
        breadcrumb: [...crumbs(site), self],
      }),
    });
  }
}
