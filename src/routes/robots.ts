import { toPlace, toUrl } from '../addresses/permalink.ts';
import type { Site } from '../site.ts';
import { newsSitemapPlace } from './news-sitemap.ts';
import { file, type Route } from './route.ts';

/**
 * Those who read the web to train models, by the names that they give for `robots.txt`. Search engines are
 * none, nor programs that fetch a page for a reader.
 */
const trainers = [
  'AI2Bot',
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-training-data-crawler',
  'Diffbot',
  'Google-Extended',
  'GPTBot',
  'ICC-Crawler',
  'meta-externalagent',
  'omgili',
  'PanguBot',
  'Timpibot',
];

interface Rules {
  readonly sitemaps: readonly string[];
  readonly refused: readonly string[];
}

/**
 * `robots.txt` (RFC 9309): everything may be read, and the sitemaps are named. Where training is refused, so
 * does `/.well-known/tdmrep.json` (the TDM Reservation Protocol).
 */
export function* robots(site: Site): Iterable<Route> {
  const { config } = site;
  const { training, policy } = config.robots;
  const isRefused = training === 'refuse';
  const places = [toPlace(config, 'sitemap.xml'), newsSitemapPlace(site)];
  yield file(
    toPlace(config, 'robots.txt').output,
    (): Rules => ({
      sitemaps:
        config.routes.sitemaps === false
          ? []
          : places.flatMap((place) => (place ? [toUrl(config, place.address)] : [])),
      refused: isRefused ? trainers : [],
    }),
    toRobots,
  );
  if (isRefused)
    yield file(
      toPlace(config, '.well-known/tdmrep.json').output,
      () => ({ policy }),
      (data) =>
        `${JSON.stringify([{ location: '/', 'tdm-reservation': 1, ...(data.policy && { 'tdm-policy': data.policy }) }])}\n`,
    );
}

const toRobots = ({ sitemaps, refused }: Rules): string =>
  [
    ...(refused.length > 0 ? [[...refused.map((name) => `User-agent: ${name}`), 'Disallow: /']] : []),
    ['User-agent: *', 'Allow: /'],
    ...(sitemaps.length > 0 ? [sitemaps.map((url) => `Sitemap: ${url}`)] : []),
  ]
    .map((group) => `${group.join('\n')}\n`)
    .join('\n');
