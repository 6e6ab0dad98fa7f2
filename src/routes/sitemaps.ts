import { x } from 'xastscript';
import { type Place, toAddress, toPlace, toUrl } from '../addresses/permalink.ts';
import type { DateTime, Url } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import { toXml } from '../bytes/markup.ts';
import type { Alternate } from '../props.ts';
import type { Article, Site } from '../site.ts';
import { alternatesOf } from './languages.ts';
import { newsSitemap } from './news-sitemap.ts';
import { file, type Route } from './route.ts';

interface Entry {
  readonly url: Url;
  readonly changed?: DateTime;
  /** Pictures that the page shows. */
  readonly images?: readonly Url[];
  /** The same page in other languages, itself included. */
  readonly alternates?: readonly Alternate[];
}

/** The protocol allows 50,000 addresses in a file. */
const limit = 45_000;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const imageNamespace = 'http://www.google.com/schemas/sitemap-image/1.1';

/** A page that is no article, and whether a generator of the site's own made it. */
export interface ListedPage {
  readonly route: Route;
  readonly own: boolean;
}

/**
 * `sitemap.xml` names the others, in each language those of lists, plain pages and the pages of the site's own
 * generators, and one or more for the articles of each year; and `news-sitemap.xml`. So a new article changes
 * few files: lists carry no date, and full shards of a year are counted from its oldest article.
 */
export function* sitemaps(site: Site, pagesOf: (edition: Site) => readonly ListedPage[]): Iterable<Route> {
  const { config } = site;
  const shards = site.editions.flatMap((edition) => shardsOf(edition, pagesOf(edition)));
  for (const { output, entries } of shards) yield file(output, () => ({ entries: entries() }), toUrlset);
  const news = newsSitemap(site);
  if (news) yield news;
  yield file(
    toPlace(config, 'sitemap.xml').output,
    () => ({
      sitemaps: shards.map(({ address, changed }): Entry => ({ url: toUrl(config, address), ...changed() })),
    }),
    toIndex,
  );
}

interface Shard extends Place {
  readonly entries: () => readonly Entry[];
  /** When any of its pages last changed, where pages say so. */
  readonly changed: () => Pick<Entry, 'changed'>;
}

/** The sitemaps of one language. */
function shardsOf(site: Site, pages: readonly ListedPage[]): Shard[] {
  const { config } = site;
  const years = groupByYear(site.articles);
  const ofYears = [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([year, articles]) => {
      const listed = articles
        .filter(({ output, original }) => output !== undefined && original === undefined)
        .reverse();
      return toShards(`sitemap-${year}`, listed).map(({ name, items }) => {
        // Routes are listed while references are being resolved, so entries are made later.
        const entries = lazy(() => items.map((article) => toEntry(site, article.address, article)));
        return { name, entries, changed: () => lastOf(entries()) };
      });
    });
  const ofPages = toShards('sitemap-pages', pages).map(({ name, items }) => ({
    name,
    // Props need the whole site, so they are asked for later.
    entries: () =>
      items
        .filter(({ own, route }) => !own || isIndexed(route))
        .map(({ route }) => toEntry(site, toAddress(config, route.output))),
    changed: () => ({}),
  }));
  return [...ofPages, ...ofYears].map(({ name, ...shard }) => ({ ...toPlace(config, name), ...shard }));
}

function toEntry(site: Site, address: string, article?: Article): Entry {
  const { config } = site;
  const alternates = alternatesOf(site, address);
  return {
    url: toUrl(config, address),
    ...(article && { changed: article.updated ?? article.card.date, images: imagesOf(article, config) }),
    ...(alternates.length > 0 && { alternates }),
  };
}

/** The pictures of an article and its text, each once, at most as many as a sitemap may name. */
function imagesOf({ image, resolved }: Article, config: Site['config']): Url[] {
  const shown = resolved.flatMap((reference) => (reference?.kind === 'picture' ? [reference.figure] : []));
  const urls = [...(image ? [image] : []), ...shown].map(({ picture }) =>
    'remote' in picture ? (picture.remote as Url) : toUrl(config, picture.src),
  );
  return [...new Set(urls)].slice(0, 1000);
}

const lastOf = (entries: readonly Entry[]): Pick<Entry, 'changed'> => {
  let last: DateTime | undefined;
  for (const { changed } of entries)
    if (changed !== undefined && (last === undefined || Date.parse(changed) > Date.parse(last)))
      last = changed;
  return last === undefined ? {} : { changed: last };
};

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
        ...(entries.some(({ images }) => images?.length) && { 'xmlns:image': imageNamespace }),
      },
      entries.map(({ url, changed, images = [], alternates = [] }) =>
        x('url', [
          x('loc', url),
          ...(changed === undefined ? [] : [x('lastmod', changed)]),
          ...images.map((image) => x('image:image', [x('image:loc', image)])),
          ...alternates.map(({ lang, url: href }) =>
            x('xhtml:link', { rel: 'alternate', hreflang: lang, href }),
          ),
        ]),
      ),
    ),
  ]);
/** The sitemap that names the others. */
export const toIndex = ({ sitemaps }: { sitemaps: readonly Entry[] }): string =>
  toXml([
    declaration,
    x(
      'sitemapindex',
      { xmlns: namespace },
      sitemaps.map(({ url, changed }) =>
        x('sitemap', [x('loc', url), ...(changed === undefined ? [] : [x('lastmod', changed)])]),
      ),
    ),
  ]);
