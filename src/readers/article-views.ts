import type { ResolvedConfig } from '../config/config.ts';
import type { ReaderNumbers } from '../site.ts';
import { type AddressedArticle, aliasAddresses } from './article-addresses.ts';
import type { ViewsData } from './views-data.ts';
import { daysBefore, lastDay } from './views-data.ts';

/** The data file, relative to the site's folder. */
export const viewsPath = 'content/_data/views.json';

/**
 * Makes the function that gives the reader numbers of an article, its old addresses included. The last days
 * end with the newest day in the data, so that time alone changes no page. Days in the future do not count: a
 * wrong one would hide all others.
 */
export function createArticleViews(
  { articles, logs }: ViewsData,
  config: ResolvedConfig,
): (article: AddressedArticle) => ReaderNumbers {
  const latest = logs.reduce((most, { time }) => Math.max(most, time), Number.NEGATIVE_INFINITY);
  // One more day, since time zones are up to fourteen hours ahead.
  const limit =
    logs.length > 0 ? new Date((latest + 24 * 60 * 60) * 1000).toISOString().slice(0, 10) : '9999-12-31';
  const since = daysBefore(lastDay(Object.values(articles), limit), config.views.days - 1);
  return ({ address, aliases, movedFrom }) => {
    let total = 0;
    let recent = 0;
    for (const name of new Set([address, ...aliasAddresses(aliases, config), ...movedFrom])) {
      const views = articles[name];
      if (!views) continue;
      total += views.total;
      for (const [day, number] of Object.entries(views.days))
        if (day >= since && day <= limit) recent += number;
    }
    return { total, recent };
  };
}
