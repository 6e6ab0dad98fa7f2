import { type FeedFormat, feedAddress } from '../addresses/fixed-places.ts';
import { toOutput, toUrl } from '../addresses/permalink.ts';
import type { Address } from '../brands.ts';
import type { Article, Site } from '../site.ts';
import { type Feed, toAtom, toRss } from './feed-xml.ts';
import { file, type Route } from './route.ts';

/** RSS and Atom of the site and of each category. */
export function* feeds(site: Site): Iterable<Route> {
  yield* feedRoutes(site, site.props.home, site.props.title, site.props.description, site.articles);
  for (const { link, document, articles } of site.categories.values()) {
    yield* feedRoutes(
      site,
      link.address,
      `${link.title} – ${site.props.title}`,
      document.data.description ?? link.title,
      articles,
    );
  }
}

function* feedRoutes(
  site: Site,
  list: Address,
  title: string,
  description: string,
  articles: readonly Article[],
): Iterable<Route> {
  const { config } = site;
  for (const format of ['rss', 'atom'] as const) {
    const address = feedAddress(config, list, format);
    const output = toOutput(config, address);
    if (output === undefined) continue;
    yield file(
      output,
      (): Feed => ({
        title,
        description,
        url: toUrl(config, list),
        self: toUrl(config, address),
        lang: site.props.language,
        publisher: site.props.organisation.name,
        // Those that are links to other sites have no page here that a feed could name.
        entries: firstWithPage(articles, config.lists.feed).map(({ card, updated }) => ({
          card,
          url: toUrl(config, card.address),
          updated: updated ?? card.date,
        })),
      }),
      render[format],
    );
  }
}

const render: Record<FeedFormat, (feed: Feed) => string> = { rss: toRss, atom: toAtom };
function firstWithPage(articles: readonly Article[], count: number): Article[] {
  const chosen: Article[] = [];
  for (const article of articles) {
    if (chosen.length === count) break;
    if (article.output !== undefined && article.original === undefined) chosen.push(article);
  }
  return chosen;
}
