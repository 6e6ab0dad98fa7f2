import { fixedPlace } from '../addresses/fixed-places.ts';
import type { Link } from '../props.ts';
import type { Site } from '../site.ts';
import { fillWord, monthTitle } from '../words/words.ts';
import { listRoutes } from './list.ts';
import { crumbs, pageMeta } from './page-meta.ts';
import { page, type Route } from './route.ts';

/** The list of months, and the articles of each month. */
export function* archive(site: Site): Iterable<Route> {
  const w = site.words();
  const { language, title: portal } = site.props;
  const place = fixedPlace(site.config, 'archive');
  const self: Link = { title: w.archive, address: place.address };
  yield page(place.output, 'archive', () => ({
    site: site.props,
    page: pageMeta(site, {
      title: self.title,
      description: fillWord(w.archiveOf, { site: portal }, language),
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
    const heading = monthTitle(year, month, language);
    yield* listRoutes({
      site,
      articles,
      address: link.address,
      size: site.config.lists.month,
      list: () => ({ kind: 'month', heading, description: '', children: [] }),
      meta: () => ({
        description: fillWord(w.articlesOf, { site: portal, month: heading }, language),
        breadcrumb: [...crumbs(site), self],
      }),
    });
  }
}
