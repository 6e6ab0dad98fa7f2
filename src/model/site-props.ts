import type { ResolvedConfig } from '../config.ts';
import { toPlace } from '../content/permalink.ts';
import { shared } from '../fingerprint.ts';
import type { Link, NavigationItem, SiteProps } from '../props.ts';
import { correctionsPlace, fixedPlace } from '../routes/fixed-places.ts';
import { words } from '../routes/words.ts';
import type { PlainPage } from '../site.ts';
import type { Address, SourcePath, Url } from '../types.ts';
import type { CategoryDraft } from './categories.ts';
import type { Pictures } from './pictures.ts';

/** The theme's files that every page refers to. */
export interface ThemeAssets {
  readonly style: { readonly name: string; readonly content: string };
  readonly script: { readonly name: string; readonly content: string };
  /** Fetches the numbers of readers. */
  readonly views: { readonly name: string; readonly content: string };
}

interface Input {
  readonly config: ResolvedConfig;
  readonly theme: ThemeAssets;
  readonly categories: readonly CategoryDraft[];
  readonly pages: readonly PlainPage[];
  readonly pictures: Pictures;
  /** Which lists of all there are. */
  readonly has: { readonly corrections: boolean; readonly tags: boolean; readonly authors: boolean };
}

/** What is the same on every page. */
export function createSiteProps({ config, theme, categories, pages, pictures, has }: Input): SiteProps {
  const { site } = config;
  const { name, lines, email, telephone, logo } = site.organisation;
  const place = (path: string): Address => toPlace(config, path).address;
  const byKey = new Map(categories.map((category) => [category.key, category]));
  const root = 'content/_index.md' as SourcePath;
  const logoPicture = logo === undefined ? undefined : pictures.full({ from: root, url: logo, alt: '' });
  const iconPicture = site.icon === undefined ? undefined : pictures.full({ from: root, url: site.icon, alt: '' });

  const toItem = (category: CategoryDraft, title = category.link.title): NavigationItem => ({
    key: category.key,
    title,
    address: category.link.address,
    children: category.children.filter((child) => !child.document.data.hidden).map((child) => toItem(child)),
  });
  const toNavigation = ({ title, to }: { title?: string; to: string }): NavigationItem => {
    const category = byKey.get(to.replace(/^\/|\/$/g, ''));
    return category ? toItem(category, title) : { key: to, title: title ?? to, address: address(to), children: [] };
  };
  const address = (to: string): Address => (to.startsWith('/') ? place(to.slice(1)) : (to as Address));

  const w = words(site.language);
  const fixed: Link[] = [
    ...(config.routes.archive === false ? [] : [{ title: w.archive, address: fixedPlace(config, 'archive').address }]),
    ...(config.routes.corrections === false || !has.corrections ? [] : [{ title: w.corrections, address: correctionsPlace(config).address }]),
    ...(config.routes.indexes === false || !has.tags ? [] : [{ title: w.tags, address: fixedPlace(config, 'tags').address }]),
    ...(config.routes.indexes === false || !has.authors ? [] : [{ title: w.authors, address: fixedPlace(config, 'authors').address }]),
    ...(config.routes.feeds === false ? [] : [{ title: 'RSS', address: place('rss.xml') }]),
  ];
  const footer = config.footer ? config.footer.map(({ title, to }): Link => ({ title: title ?? to, address: address(to) })) : [...pages.map((page) => page.link), ...fixed];

  return shared({
    title: site.title,
    description: site.description ?? site.title,
    ...(site.greeting !== undefined && { greeting: site.greeting }),
    organisation: { name: name ?? site.title, lines, ...(email !== undefined && { email }), ...(telephone !== undefined && { telephone }), ...(logoPicture && { logo: logoPicture }) },
    origin: site.origin as Url,
    language: site.language,
    home: place(''),
    navigation: config.navigation ? config.navigation.map(toNavigation) : categories.filter((category) => !category.parent && !category.document.data.hidden).map((category) => toItem(category)),
    footer,
    assets: { style: place(theme.style.name), script: place(theme.script.name) },
    ...(iconPicture && { icon: iconPicture.src }),
  });
}
