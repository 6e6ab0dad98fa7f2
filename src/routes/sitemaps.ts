import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { toPlace, toUrl } from '../content/permalink.ts';
import type { Article, Site } from '../site.ts';
import type { Address, DateTime, Url } from '../types.ts';
import { file, type Route } from './route.ts';

interface Entry {
  readonly url: Url;
  readonly changed?: DateTime;
}

/** The protocol allows 50,000 addresses in a file. */
const limit = 45_000;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * `sitemap.xml` names the others: one for lists and plain pages, and one or more for the articles of each year.
 * So a new article changes one file: lists carry no date, and full shards of a year are counted from its oldest article.
 */
export function* sitemaps(site: Site): Iterable<Route> {
  const { config } = site;
  const place = (name: string) => toPlace(config, name);
  const years = groupByYear(site.articles);
  const shards = [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([year, articles]) => {
      const entries = articles
        .filter((article) => article.output !== undefined)
        .reverse()
        .map(({ card, updated }) => ({ url: toUrl(config, card.address as Address), changed: updated ?? card.date }));
      return Array.from({ length: Math.ceil(entries.length / limit) }, (_, index) => ({
        name: `sitemap-${year}${index === 0 ? '' : `-${index + 1}`}.xml`,
        entries: entries.slice(index * limit, (index + 1) * limit),
      }));
    });
  const lists = [
    site.props.home,
    ...[...site.categories.values()].map(({ link }) => link.address),
    ...site.tags.map(({ link }) => link.address),
    ...site.authors.map(({ link }) => link.address),
    ...site.pages.map(({ link }) => link.address),
  ];
  yield file(place('sitemap-pages.xml').output, () => ({ entries: lists.map((address): Entry => ({ url: toUrl(config, address as Address) })) }), toUrlset);
  for (const { name, entries } of shards) yield file(place(name).output, () => ({ entries }), toUrlset);
  yield file(place('sitemap.xml').output, () => ({ urls: ['sitemap-pages.xml', ...shards.map(({ name }) => name)].map((name) => toUrl(config, place(name).address)) }), toIndex);
}

function groupByYear(articles: readonly Article[]): Map<string, Article[]> {
  const years = new Map<string, Article[]>();
  for (const article of articles) {
    const year = article.card.date.slice(0, 4);
    const known = years.get(year);
    if (known) known.push(article);
    else years.set(year, [article]);
  }
  return years;
}

const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' } as const;
const toUrlset = ({ entries }: { entries: readonly Entry[] }): string =>
  toXml([
    declaration,
    x(
      'urlset',
      { xmlns: namespace },
      entries.map(({ url, changed }) => x('url', [x('loc', url), ...(changed === undefined ? [] : [x('lastmod', changed)])])),
    ),
  ]);
const toIndex = ({ urls }: { urls: readonly Url[] }): string =>
  toXml([
    declaration,
    x(
      'sitemapindex',
      { xmlns: namespace },
      urls.map((url) => x('sitemap', [x('loc', url)])),
    ),
  ]);

/** `robots.txt` (RFC 9309): everything may be read, and the sitemap is named. */
export function* robots(site: Site): Iterable<Route> {
  yield file(
    toPlace(site.config, 'robots.txt').output,
    () => ({ sitemap: site.config.routes.sitemaps === false ? undefined : toUrl(site.config, toPlace(site.config, 'sitemap.xml').address) }),
    ({ sitemap }) => `User-agent: *\nAllow: /\n${sitemap ? `\nSitemap: ${sitemap}\n` : ''}`,
  );
}
