import { x } from 'xastscript';
import { type Place, toAddress, toPlace, toUrl } from '../addresses/permalink.ts';
import type { DateTime, Url } from '../brands.ts';
import { toXml } from '../bytes/to-xml.ts';
import type { Article, Site } from '../site.ts';
import { type Alternate, alternatesOf } from './languages.ts';
import { file, type Route } from './route.ts';

interface Entry {
  readonly url: Url;
  readonly changed?: DateTime;
  /** The same page in other languages, itself included. */
  readonly alternates?: readonly Alternate[];
}

/** The protocol allows 50,000 addresses in a file. */
const limit = 45_000;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A page that is no article, and whether a generator of the site's own made it. */
export interface ListedPage {
  readonly route: Route;
  readonly own: boolean;
}

/**
 * `sitemap.xml` names the others, in each language those of lists, plain pages and the pages of the site's own
 * generators, and one or more for the articles of each year. So a new article changes few files: lists carry
 * no date, and full shards of a year are counted from its oldest article.
 */
export function* sitemaps(site: Site, pagesOf: (edition: Site) => readonly ListedPage[]): Iterable<Route> {
  const { config } = site;
  const shards = site.editions.flatMap((edition) => shardsOf(edition, pagesOf(edition)));
  for (const { output, entries } of shards) yield file(output, () => ({ entries: entries() }), toUrlset);
  yield file(
    toPlace(config, 'sitemap.xml').output,
    () => ({ urls: shards.map(({ address }) => toUrl(config, address)) }),
    toIndex,
  );
}

interface Shard extends Place {
  readonly entries: () => readonly Entry[];
}

/** The sitemaps of one language. */
function shardsOf(site: Site, pages: readonly ListedPage[]): Shard[] {
  const { config } = site;
  const years = groupByYear(site.articles);
  const ofYears = [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([year, articles]) => {
      const entries = articles
        .filter((article) => article.output !== undefined && article.original === undefined)
        .reverse()
        .map(({ card, updated }) => toEntry(site, card.address, updated ?? card.date));
      return toShards(`sitemap-${year}`, entries).map(({ name, items }) => ({ name, entries: () => items }));
    });
  const ofPages = toShards('sitemap-pages', pages).map(({ name, items }) => ({
    name,
    // What a page says of itself is not known before the site is whole.
    entries: () =>
      items
        .filter(({ own, route }) => !own || isIndexed(route))
        .map(({ route }) => toEntry(site, toAddress(config, route.output))),
  }));
  return [...ofPages, ...ofYears].map(({ name, entries }) => ({ ...toPlace(config, name), entries }));
}

function toEntry({ config, translations }: Site, address: string, changed?: DateTime): Entry {
  const others = translations.get(address);
  return {
    url: toUrl(config, address),
    ...(changed !== undefined && { changed }),
    ...(others && { alternates: alternatesOf(others, config) }),
  };
}

/**
 * Whether search engines may show the page: none that leads elsewhere, and none whose template is told
 * `noindex`.
 */
function isIndexed(route: Route): boolean {
  if (route.kind !== 'page' || route.template === 'redirect') return false;
  const props: object = route.props();
  const page: unknown = Reflect.get(props, 'page');
  return !(typeof page === 'object' && page !== null && Reflect.get(page, 'noindex') === true);
}

/** Cuts what one file cannot hold. */
const toShards = <Item>(name: string, items: readonly Item[]): { name: string; items: readonly Item[] }[] =>
  Array.from({ length: Math.ceil(items.length / limit) }, (_, index) => ({
    name: `${name}${index === 0 ? '' : `-${index + 1}`}.xml`,
    items: items.slice(index * limit, (index + 1) * limit),
  }));

function groupByYear(articles: readonly Article[]): Map<string, Article[]> {
  const years = new Map<string, Article[]>();
  for (const article of articles) {
    const year = article.card.date.slice(0, 4);
    const ofYear = years.get(year);
    if (ofYear) ofYear.push(article);
    else years.set(year, [article]);
  }
  return years;
}

const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' } as const;
/** The sitemap of some pages. */
export const toUrlset = ({ entries }: { entries: readonly Entry[] }): string =>
  toXml([
    declaration,
    x(
      'urlset',
      {
        xmlns: namespace,
        ...(entries.some(({ alternates }) => alternates) && {
          'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
        }),
      },
      entries.map(({ url, changed, alternates = [] }) =>
        x('url', [
          x('loc', url),
          ...(changed === undefined ? [] : [x('lastmod', changed)]),
          ...alternates.map(({ lang, url: href }) =>
            x('xhtml:link', { rel: 'alternate', hreflang: lang, href }),
          ),
        ]),
      ),
    ),
  ]);
/** The sitemap that names the others. */
export const toIndex = ({ urls }: { urls: readonly Url[] }): string =>
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
    () => ({
      sitemap:
        site.config.routes.sitemaps === false
          ? undefined
          : toUrl(site.config, toPlace(site.config, 'sitemap.xml').address),
    }),
    ({ sitemap }) => `User-agent: *\nAllow: /\n${sitemap ? `\nSitemap: ${sitemap}\n` : ''}`,
  );
}
