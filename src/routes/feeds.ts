import {
  type FeedFormat,
  feedAddress,
  feedFormats,
  feedsPlace,
  hasFeeds,
  mainFeed,
} from '../addresses/fixed-places.ts';
import { toOutput, toUrl } from '../addresses/permalink.ts';
import type { Address, OutputPath } from '../brands.ts';
import type { Article, Site } from '../site.ts';
import { toBody } from './body.ts';
import { type Feed, toAtom, toRss } from './feed-xml.ts';
import { toJsonFeed } from './json-feed.ts';
import { crumbs, pageMeta } from './page-meta.ts';
import { toPreviewImage } from './preview-image.ts';
import { type FeedRoute, page, type Route } from './route.ts';

/** Whether each tag, or each author, has a feed. */
export const hasFeed = ({ config }: Site, kind: 'tags' | 'authors'): boolean =>
  config.feeds[kind] && config.routes.feeds !== false && config.routes[kind] !== false;

/** The feed of a list, as its page links to it. */
export const toFeed = ({ config }: Site, list: Address): { readonly feed?: Address } => {
  const feed = mainFeed(config, list);
  return feed ? { feed: feed.address } : {};
};

/** Feeds of the site and of each category; by option of each tag and author. */
export function* feeds(site: Site): Iterable<Route> {
  if (!hasFeeds(site.config)) return;
  const { title, description, home } = site.props;
  const lists = [
    ...site.categories.values(),
    ...(hasFeed(site, 'tags') ? site.tags : []),
    ...(hasFeed(site, 'authors') ? site.authors : []),
  ];
  yield* feedRoutes(site, { list: home, title, description, articles: site.articles });
  yield feedsPage(site, [{ title, address: home }, ...lists.map(({ link }) => link)]);
  for (const { link, document, articles } of lists)
    yield* feedRoutes(site, {
      list: link.address,
      title: `${link.title} – ${title}`,
      description: (document && 'description' in document.data && document.data.description) || link.title,
      articles,
    });
}

/** The page that lists the feeds. */
function feedsPage(
  site: Site,
  lists: readonly { readonly title: string; readonly address: Address }[],
): Route {
  const { config } = site;
  const w = site.words();
  const { address, output } = feedsPlace(config);
  return page(output as OutputPath, 'feeds', () => ({
    site: site.props,
    page: pageMeta(site, {
      title: w.feeds,
      description: w.feedsHelp,
      address,
      breadcrumb: crumbs(site),
      noindex: true,
    }),
    heading: w.feeds,
    lists: lists.map((list) => ({
      title: list.title,
      feeds: config.feeds.formats.map((format) => ({
        title: feedFormats[format].name,
        address: feedAddress(config, list.address, format),
      })),
    })),
  }));
}

interface Listed extends Pick<Feed, 'title' | 'description'> {
  readonly list: Address;
  /** Newest first. */
  readonly articles: readonly Article[];
}

function* feedRoutes(site: Site, { list, title, description, articles }: Listed): Iterable<Route> {
  const { config } = site;
  for (const format of config.feeds.formats) {
    const address = feedAddress(config, list, format);
    const output = toOutput(config, address);
    if (output === undefined) continue;
    yield {
      kind: 'feed',
      output,
      data: (): Feed => ({
        title,
        description,
        url: toUrl(config, list),
        self: toUrl(config, address),
        lang: site.props.language,
        style: site.props.assets.feedStyle,
        hub: config.feeds.hub,
        publisher: site.props.organisation.name,
        // Those that are links to other sites have no page here that a feed could name.
        entries: firstWithPage(articles, config.lists.feed).map((article) => toEntry(site, article)),
      }),
      render: render[format],
    };
  }
}

function toEntry({ config }: Site, article: Article): Feed['entries'][number] {
  const { card, updated, authors, preview, document, image, resolved } = article;
  const url = toUrl(config, card.address);
  return {
    card,
    url,
    updated: updated ?? card.date,
    authors: authors.map(({ name, address }) => ({ name, ...(address && { url: toUrl(config, address) }) })),
    ...(preview && { image: toPreviewImage(preview, { alt: card.image?.alt ?? '', config }) }),
    ...(config.feeds.content === 'full' && {
      text: {
        url,
        path: document.path,
        lang: card.lang,
        body: toBody(document, resolved, document.data.dateline),
        ...(image && { image }),
      },
    }),
  };
}

const render: Record<FeedFormat, FeedRoute['render']> = { rss: toRss, atom: toAtom, json: toJsonFeed };

function firstWithPage(articles: readonly Article[], count: number): Article[] {
  const chosen: Article[] = [];
  for (const article of articles) {
    if (chosen.length === count) break;
    if (article.output !== undefined && article.original === undefined) chosen.push(article);
  }
  return chosen;
}
