import { toPlace, toUrl } from '../addresses/permalink.ts';
import type { Site } from '../site.ts';
import { newsSitemapPlace } from './news-sitemap.ts';
import { file, type Route } from './route.ts';

/** `robots.txt` (RFC 9309): everything may be read, and the sitemaps are named. */
export function* robots(site: Site): Iterable<Route> {
  const { config } = site;
  const places = [toPlace(config, 'sitemap.xml'), newsSitemapPlace(site)];
  yield file(
    toPlace(config, 'robots.txt').output,
    () => ({
      sitemaps:
        config.routes.sitemaps === false
          ? []
          : places.flatMap((place) => (place ? [toUrl(config, place.address)] : [])),
    }),
    ({ sitemaps }) =>
      `User-agent: *\nAllow: /\n${sitemaps.map((url) => `\nSitemap: ${url}`).join('')}${sitemaps.length > 0 ? '\n' : ''}`,
  );
}
