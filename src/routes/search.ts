import { x } from 'xastscript';
import { fixedPlace, openSearchPlace, searchPlace } from '../addresses/fixed-places.ts';
import { toPlace, toUrl } from '../addresses/permalink.ts';
import { toXml } from '../bytes/markup.ts';
import type { Site, Tag } from '../site.ts';
import { fillWord } from '../words/words.ts';
import { mostRead } from './home.ts';
import { crumbs, pageMeta } from './page-meta.ts';
import { file, page, type Route } from './route.ts';
import { searchIndex } from './search-index.ts';

/** The page on which readers search, and the index that its script reads. */
export function* search(site: Site): Iterable<Route> {
  const { config } = site;
  if (config.search === false) return;
  const w = site.words();
  const { language, title: portal } = site.props;
  const place = searchPlace(config);
  const { archive, tags } = config.routes;
  yield page(place.output, 'search', () => ({
    site: site.props,
    page: pageMeta(site, {
      title: w.search,
      description: fillWord(w.searchOf, { site: portal }, language),
      address: place.address,
      breadcrumb: crumbs(site),
      noindex: true,
    }),
    heading: w.search,
    index: below(site, '').address,
    ...(archive !== false && { archive: fixedPlace(config, 'archive').address }),
    ...(tags !== false && site.tags.length > 0 && { tags: fixedPlace(config, 'tags').address }),
    mostRead: mostRead(site)
      .slice(0, config.views.mostRead)
      .map(({ card }) => card),
  }));
  yield file(
    openSearchPlace(config).output,
    () => ({
      title: portal,
      description: fillWord(w.searchOf, { site: portal }, language),
      url: toUrl(config, place.address),
      language,
    }),
    toOpenSearch,
  );
  yield file(
    below(site, 'names.json').output,
    () => namesOf(site),
    (names) => JSON.stringify(names),
  );
  yield* searchIndex({ site, at: (name) => below(site, name).output, ...config.search });
}

/** A file of the index: below the page. */
const below = ({ config }: Site, name: string) => {
  const { address } = searchPlace(config);
  return toPlace(config, `${address.slice(config.site.base.length)}index/${name}`);
};

/** Names that filters offer, at most of one kind. */
const most = 400;

/** A name by which articles are filtered, what it is called, and its page. */
export type Name = readonly [name: string, title: string, address: string];

/** What filters and suggestions offer; of tags and authors those that most articles have. */
function namesOf({ categories, authors, tags, props }: Site) {
  const { compare } = new Intl.Collator(props.language);
  const mostUsed = (lists: readonly Pick<Tag, 'link' | 'articles'>[]): Name[] =>
    lists
      .filter(({ articles }) => articles.length > 0)
      .toSorted((a, b) => b.articles.length - a.articles.length || compare(a.link.title, b.link.title))
      .slice(0, most)
      .map(({ link }): Name => [link.title, link.title, link.address])
      .sort(([a], [b]) => compare(a, b));
  return {
    category: [...categories.values()]
      .filter(({ articles }) => articles.length > 0)
      .map(({ key, link }): Name => [key, link.title, link.address]),
    author: mostUsed(authors),
    tag: mostUsed(tags),
  };
}

interface Description {
  readonly title: string;
  readonly description: string;
  /** Of the page. */
  readonly url: string;
  readonly language: string;
}

/** OpenSearch 1.1: how browsers search the site from their address bar. */
const toOpenSearch = ({ title, description, url, language }: Description): string =>
  toXml([
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
      // The specification allows so many characters.
      x('ShortName', [...title].slice(0, 16).join('')),
      x('Description', [...description].slice(0, 1024).join('')),
      x('Url', { type: 'text/html', template: `${url}?q={searchTerms}` }),
      x('Language', language),
      x('InputEncoding', 'UTF-8'),
    ]),
  ]);
