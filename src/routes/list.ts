import { numberedPlace, toPlace } from '../addresses/permalink.ts';
import type { Address, OutputPath } from '../brands.ts';
import type { ListProps } from '../props.ts';
import type { Article, Site } from '../site.ts';
import { fillWord } from '../words/words.ts';
import { pageMeta } from './page-meta.ts';
import { paginate } from './paginate.ts';
import { page, type Route, type RouteSource } from './route.ts';

interface ListInput {
  readonly site: Site;
  readonly articles: readonly Article[];
  /** The document that describes the list, for messages. */
  readonly source?: RouteSource;
  readonly address: Address;
  readonly size: number;
  /** What stands on every page of the list. */
  readonly list: () => Omit<ListProps, 'site' | 'page' | 'cards' | 'pinned' | 'pagination'>;
  readonly meta: () => Omit<Parameters<typeof pageMeta>[1], 'title' | 'address'>;
  /** Order of the cards on the first page; as given when missing. */
  readonly first?: (articles: readonly Article[]) => readonly Article[];
}

/** The pages of a list: the first one at its own address, the archive at numbered ones. */
export function* listRoutes({
  site,
  articles,
  source,
  address,
  size,
  list,
  meta,
  first,
}: ListInput): Iterable<Route> {
  const { config } = site;
  const pages = paginate(articles, size);
  const places = pages.map(({ number }) =>
    number === undefined
      ? { address, output: toPlace(config, address.slice(config.site.base.length)).output }
      : numberedPlace(config, address, number),
  );
  for (const [index, { number, items }] of pages.entries()) {
    const place = places[index] as { address: Address; output: OutputPath };
    yield page(
      place.output,
      'list',
      () => {
        const { body, ...shown } = list();
        const ordered = number === undefined && first ? first(items) : items;
        const title =
          number === undefined
            ? shown.heading
            : fillWord(site.words().numbered, { title: shown.heading, number }, site.props.language);
        return {
          site: site.props,
          page: pageMeta(site, {
            ...(number !== undefined && { list: address }),
            ...meta(),
            title,
            address: place.address,
          }),
          ...shown,
          ...(body && number === undefined && { body }),
          pinned: ordered === items ? 0 : ordered.filter(({ featured }) => featured === 'section').length,
          cards: ordered.map((article) => article.card),
          pagination: {
            ...(number !== undefined && { number, first: address }),
            ...(places[index - 1] && { newer: places[index - 1]?.address }),
            ...(places[index + 1] && { older: places[index + 1]?.address }),
          },
        };
      },
      source,
    );
  }
}
