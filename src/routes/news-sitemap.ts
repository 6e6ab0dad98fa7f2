import { x } from 'xastscript';
import { toPlace, toUrl } from '../addresses/permalink.ts';
import type { DateTime, Url } from '../brands.ts';
import { toXml } from '../bytes/markup.ts';
import type { Article, Site } from '../site.ts';
import { type FileRoute, file } from './route.ts';

interface Entry {
  readonly url: Url;
  readonly title: string;
  readonly date: DateTime;
  /** The newspaper, in the language of the page. */
  readonly name: string;
  readonly language: string;
}

/** A news sitemap may name as many pages. */
const most = 1000;

/** Where it stands; undefined while nothing is news, since a sitemap must not be empty. */
export const newsSitemapPlace = (site: Site) =>
  site.editions.some((edition) => edition.news.some(isListed))
    ? toPlace(site.config, 'news-sitemap.xml')
    : undefined;

const isListed = ({ output, original }: Article): boolean => output !== undefined && original === undefined;

/** The articles of the last two days in all languages, as Google News asks for them. */
export function newsSitemap(site: Site): FileRoute | undefined {
  const place = newsSitemapPlace(site);
  return place && file(place.output, () => ({ entries: entriesOf(site) }), toNews);
}

const entriesOf = (site: Site): Entry[] =>
  site.editions
    .flatMap(({ config, props, news }) =>
      news.filter(isListed).map(({ card }) => ({
        url: toUrl(config, card.address),
        title: card.title,
        date: card.date,
        name: props.title,
        language: toNewsLanguage(card.lang),
      })),
    )
    .sort((a, b) => Date.parse(b.date) - Date.parse(a.date))
    .slice(0, most);

/** ISO 639; Chinese alone is told apart by its script. */
const toNewsLanguage = (lang: string): string => {
  const [language = lang] = lang.split('-');
  if (language !== 'zh') return language;
  return /-(?:Hant|TW|HK|MO)\b/i.test(lang) ? 'zh-tw' : 'zh-cn';
};

const toNews = ({ entries }: { readonly entries: readonly Entry[] }): string =>
  toXml([
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x(
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      },
      entries.map(({ url, title, date, name, language }) =>
        x('url', [
          x('loc', url),
          x('news:news', [
            x('news:publication', [x('news:name', name), x('news:language', language)]),
            x('news:publication_date', date),
            x('news:title', title),
          ]),
        ]),
      ),
    ),
  ]);
