import { feedAddress, feedFormats } from '../addresses/fixed-places.ts';
import { toUrl } from '../addresses/permalink.ts';
import type { Address, Language } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import type { Link, PageMeta } from '../props.ts';
import type { Category, Site } from '../site.ts';
import { alternatesOf, languagesOf } from './languages.ts';

interface Input {
  readonly title: string;
  /** The site's own when missing; none when empty. */
  readonly description?: string;
  /** Of the page, on this site: `/kinh-te/`. Absent on a page that stands at any address. */
  readonly address?: string;
  readonly lang?: Language;
  readonly type?: PageMeta['type'];
  readonly breadcrumb?: readonly Link[];
  readonly category?: Category;
  readonly image?: PageMeta['image'];
  readonly noindex?: boolean;
  /** What has a feed of its own besides a category: a tag, an author. */
  readonly feed?: Link;
  /** The list that leads here, where that is no part of the breadcrumb: its translation stands for this page's. */
  readonly list?: Address;
  /** Where the same text stands in its own language, for want of a translation. */
  readonly original?: Address;
}

/** What the head, the header and the breadcrumb of a page say. */
export function pageMeta(site: Site, input: Input): PageMeta {
  const { title, description, address, lang, type = 'website', breadcrumb = [] } = input;
  const { category, image, noindex, feed, original = address } = input;
  const alternates = noindex || address === undefined ? [] : alternatesOf(site, address);
  return {
    title,
    description: description ?? site.props.description,
    ...(original !== undefined && { canonical: toUrl(site.config, original) }),
    lang: lang ?? site.props.language,
    type,
    ...(image && { image }),
    breadcrumb,
    ...(category && { section: sectionOf(site, category) }),
    ...(category?.link.accent !== undefined && { accent: category.link.accent }),
    ...(site.editions.length > 1 && { languages: languagesOf(site, input) }),
    ...(alternates.length > 0 && { alternates }),
    feeds: feed ? [...ownFeeds(site, feed), ...feedsOf(site)] : feedsOf(site, category),
    ...(noindex && { noindex }),
  };
}

const breadcrumbs = new WeakMap<object, readonly Link[]>();

/** From the front page down to, and with, the category. */
export function crumbs(site: Site, category?: Category): readonly Link[] {
  const owner = category ?? site;
  let links = breadcrumbs.get(owner);
  if (!links)
    breadcrumbs.set(
      owner,
      (links = shared(
        category
          ? [...crumbs(site, category.parent), category.link]
          : [shared({ title: site.words().homeTitle, address: site.props.home })],
      )),
    );
  return links;
}

/**
 * The nearest category of those above, and with, this one that the navigation has; the top one when it has
 * none.
 */
const sectionOf = (site: Site, category: Category): string =>
  category.parent && !site.props.navigation.some(({ key }) => key === category.key)
    ? sectionOf(site, category.parent)
    : category.key;

const feedLists = new WeakMap<object, PageMeta['feeds']>();
function feedsOf(site: Site, category?: Category): PageMeta['feeds'] {
  const owner = category ?? site;
  let feeds = feedLists.get(owner);
  if (!feeds) {
    const { title, home } = site.props;
    const own = category ? ownFeeds(site, category.link) : [];
    feeds = shared(site.config.routes.feeds === false ? [] : [...own, ...toFeeds(site, home, title)]);
    feedLists.set(owner, feeds);
  }
  return feeds;
}

const ownFeeds = (site: Site, { title, address }: Link): PageMeta['feeds'] =>
  toFeeds(site, address as Address, `${title} – ${site.props.title}`);

const toFeeds = (site: Site, list: Address, title: string): PageMeta['feeds'] =>
  site.config.feeds.formats.map((format) => ({
    title: `${title} (${feedFormats[format].name})`,
    address: feedAddress(site.config, list, format),
    type: feedFormats[format].type,
  }));
