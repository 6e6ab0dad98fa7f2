import type { ResolvedConfig } from '../config.ts';
import { aliasAddresses } from './article-addresses.ts';
import type { ViewsData } from './views-data.ts';

/** Where the numbers lie, relative to the site's folder. */
export const viewsPath = 'content/_data/views.json';

export interface ReaderNumbers {
  readonly total: number;
  /** Within the last days that were counted, as many as `views.days` says. */
  readonly recent: number;
}

/** Gives the numbers of readers of an article, those of its old addresses included. The last days end with the newest one in the data, so that time alone changes no page. */
export function createArticleViews({ articles }: ViewsData, config: ResolvedConfig): (address: string, aliases: readonly string[]) => ReaderNumbers {
  let newest = '';
  for (const { days } of Object.values(articles)) for (const day of Object.keys(days)) if (day.localeCompare(newest, 'en') > 0) newest = day;
  const since = newest === '' ? '' : new Date(Date.parse(newest) - (config.views.days - 1) * 86_400_000).toISOString().slice(0, 10);
  return (address, aliases) => {
    let total = 0;
    let recent = 0;
    for (const name of new Set([address, ...aliasAddresses(aliases, config)])) {
      const views = articles[name];
      if (!views) continue;
      total += views.total;
      for (const [day, number] of Object.entries(views.days)) if (day >= since) recent += number;
    }
    return { total, recent };
  };
}
