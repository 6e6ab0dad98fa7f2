import { toPlace } from '../content/permalink.ts';
import type { Link } from '../props.ts';
import type { Site } from '../site.ts';
import type { Address } from '../types.ts';
import { listRoutes } from './list.ts';
import { crumbs, pageMeta } from './page-meta.ts';
import { page, type Route } from './route.ts';

/** The list of months, and the articles of each month. */
export function* archive(site: Site): Iterable<Route> {
  const vietnamese = site.props.language === 'vi';
  const place = toPlace(site.config, vietnamese ? 'luu-tru/' : 'archive/');
  const self: Link = { title: vietnamese ? 'Lưu trữ' : 'Archive', address: place.address };
  yield page(place.output, 'archive', () => ({
    site: site.props,
    page: pageMeta(site, { title: self.title, description: vietnamese ? `Tất cả bài viết của ${site.props.title} theo tháng.` : `All articles of ${site.props.title} by month.`, address: place.address, breadcrumb: crumbs(site) }),
    years: [...new Set(site.months.map(({ year }) => year))].map((year) => ({
      year,
      months: site.months.filter((month) => month.year === year).map(({ month, link }) => ({ month, address: link.address as Address })),
    })),
  }));
  for (const { year, month, link, articles } of site.months) {
    const heading = vietnamese ? `Tháng ${month} năm ${year}` : new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, month - 1));
    yield* listRoutes({
      site,
      articles,
      address: link.address as Address,
      size: Math.max(site.config.lists.category, 20),
      list: () => ({ kind: 'month', heading, description: '', children: [] }),
      meta: () => ({ description: vietnamese ? `Các bài viết của ${site.props.title} trong tháng ${month} năm ${year}.` : `Articles of ${site.props.title} in ${heading}.`, breadcrumb: [...crumbs(site), self] }),
    });
  }
}
