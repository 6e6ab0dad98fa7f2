import type { Address } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { PageLink } from '../site.ts';
import { isVietnamese } from '../words/vietnamese.ts';
import { type Place, patternOf, toPlace } from './permalink.ts';

/**
 * Where the pages stand that exist once: the list of months, of tags, of authors. Each is above what it
 * lists.
 */
export function fixedPlace(config: ResolvedConfig, name: 'archive' | 'tags' | 'authors'): Place {
  const pattern = patternOf(config, ({ archive: 'month', tags: 'tag', authors: 'author' } as const)[name]);
  return toPlace(config, pattern.slice(1, pattern.indexOf(':')));
}

/** Where the page of all corrections stands. */
export const correctionsPlace = (config: ResolvedConfig): Place =>
  toPlace(config, isVietnamese(config.site.language) ? 'dinh-chinh/' : 'corrections/');

/** Where the page stands on which readers search; the files of its index lie below. */
export const searchPlace = (config: ResolvedConfig): Place =>
  toPlace(config, isVietnamese(config.site.language) ? 'tim-kiem/' : 'search/');

/** Where browsers find how the site is searched. */
export const openSearchPlace = (config: ResolvedConfig): Place =>
  toPlace(config, `${searchPlace(config).address.slice(config.site.base.length)}opensearch.xml`);

/** Whether readers can search the site. */
export const hasSearch = ({ search, routes }: ResolvedConfig): boolean =>
  search !== false && routes.search !== false;

/** Where the page stands that lists the feeds. */
export const feedsPlace = (config: ResolvedConfig): Place =>
  toPlace(config, isVietnamese(config.site.language) ? 'rss/' : 'feeds/');

/** Whether the site has feeds. */
export const hasFeeds = ({ feeds, routes }: ResolvedConfig): boolean =>
  routes.feeds !== false && feeds.formats.length > 0;

/** Formats of feeds by their names in the configuration. */
export const feedFormats = {
  rss: { name: 'RSS', file: 'rss.xml', type: 'application/rss+xml' },
  atom: { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  json: { name: 'JSON Feed', file: 'feed.json', type: 'application/feed+json' },
} as const;
export type FeedFormat = keyof typeof feedFormats;

/** Address of the feed of a list: `/kinh-te/rss.xml`. */
export const feedAddress = (config: ResolvedConfig, list: Address, format: FeedFormat): Address =>
  toPlace(config, `${list.slice(config.site.base.length)}${feedFormats[format].file}`).address;

/** The feed that a list's page links to, in the first format of the site; undefined where there are no feeds. */
export function mainFeed(config: ResolvedConfig, list: Address): PageLink | undefined {
  const [format] = config.routes.feeds === false ? [] : config.feeds.formats;
  return format && { title: feedFormats[format].name, address: feedAddress(config, list, format) };
}
