import { toPlace } from '../addresses/permalink.ts';
import { digestOf } from '../bytes/digest.ts';
import type { ArticleProps } from '../props.ts';
import type { Article, Site } from '../site.ts';
import { file, type Route } from './route.ts';

/** Articles in a file of numbers, at most: some 30 kB, a third of that compressed. */
const most = 2000;

/**
 * The numbers of readers that pages fetch, in one file, or, on a large site, in files by the article's key.
 */
export function* views(site: Site): Iterable<Route> {
  if (!site.viewsScript) return;
  const shards = new Map<string, [string, number][]>([['', []]]);
  for (const article of site.articles) {
    if (!article.views?.total || article.output === undefined) continue;
    const key = keyOf(article);
    const shard = key.slice(0, digitsOf(site));
    const counts = shards.get(shard);
    if (counts) counts.push([key, article.views.total]);
    else shards.set(shard, [[key, article.views.total]]);
  }
  for (const [shard, counts] of shards) {
    if (counts.length === 0 && shards.size > 1) continue;
    yield file(
      placeOf(site, shard).output,
      () => ({ counts: counts.sort(([a], [b]) => (a < b ? -1 : 1)) }),
      ({ counts: sorted }) => JSON.stringify(Object.fromEntries(sorted)),
    );
  }
}

/** The number of readers for an article's page, or the file to fetch it from. */
export function readersOf(article: Article, site: Site): ArticleProps['readers'] {
  if (!site.config.views.show || !article.views || article.output === undefined || article.withdrawn)
    return undefined;
  if (site.config.views.print) return article.views.total || undefined;
  if (!site.viewsScript) return undefined;
  const key = keyOf(article);
  return { file: placeOf(site, key.slice(0, digitsOf(site))).address, key, script: site.viewsScript };
}

const keyOf = ({ card }: Article): string => `a${digestOf(card.address).slice(0, 9)}`;
const placeOf = (site: Site, shard: string) =>
  toPlace(site.config, shard === '' ? 'views.json' : `views/${shard}.json`);

const digits = new WeakMap<Site, number>();
/** Letters of the key that name its file, so that no file has too many numbers. */
function digitsOf(site: Site): number {
  let count = digits.get(site);
  if (count === undefined)
    digits.set(site, (count = site.articles.length <= most ? 0 : site.articles.length <= most * 16 ? 2 : 3));
  return count;
}
