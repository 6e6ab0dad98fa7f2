import { correctionsPlace, fixedPlace } from '../addresses/fixed-places.ts';
import { toPlace } from '../addresses/permalink.ts';
import type { Address, SourcePath, Url } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { configName } from '../places/find-config-file.ts';
import type { Link, NavigationItem, SiteProps } from '../props.ts';
import type { Category, PlainPage } from '../site.ts';
import { words } from '../words/titles.ts';

interface Input {
  readonly config: ResolvedConfig;
  readonly categories: readonly Category[];
  readonly pages: readonly PlainPage[];
  /** Whether an address of the site is served. */
  readonly isServed: (address: string) => boolean;
  /** Which lists of all there are. */
  readonly has: { readonly corrections: boolean; readonly tags: boolean; readonly authors: boolean };
  readonly report: (message: Diagnostic) => void;
}

/**
 * The main navigation and the footer's links, as the configuration has them or by default; what leads nowhere
 * is left out, with a message.
 */
export function createNavigation({
  config,
  categories,
  pages,
  isServed,
  has,
  report,
}: Input): Pick<SiteProps, 'navigation' | 'footer'> {
  const { site } = config;
  const place = (path: string): Address => toPlace(config, path).address;
  const byKey = new Map(categories.map((category) => [category.key, category]));
  const targets = new Map<string, Link>([
    ...pages.map((page) => [toKey(page.document.path), page.link] as const),
    ...categories.map((category) => [category.key, category.link] as const),
  ]);
  const written = new Set(config.navigation?.map(({ to }) => trim(to)));
  const toItem = (category: Category, title = category.link.title): NavigationItem => ({
    key: category.key,
    title,
    address: category.link.address,
    children: category.children
      .filter((child) => !child.document.data.hidden && !written.has(child.key))
      .map((child) => toItem(child)),
  });
  /**
   * Where an entry of the navigation or the footer leads; undefined, with a message, when it leads nowhere.
   */
  const toLink = (
    { title, to }: { title?: string; to: string },
    ...field: (string | number)[]
  ): Link | undefined => {
    const known = targets.get(trim(to));
    if (known) return title === undefined ? known : { title, address: known.address };
    if (/^(?:https?:\/\/.|mailto:.|tel:.)/i.test(to)) return { title: title ?? to, address: to as Url };
    if (to.startsWith('/') && !to.startsWith('//') && isServed(to.replace(/[?#].*$/s, '')))
      return {
        title: title ?? to,
        address: place(to.slice(to.startsWith(site.base) ? site.base.length : 1)),
      };
    const near = nearest(trim(to), targets.keys());
    report(
      diagnose(
        'dead-navigation',
        configName,
        { field: [...field, 'to'] },
        { to, option: String(field[0]), ...(near !== undefined && { near }) },
      ),
    );
    return undefined;
  };
  const toNavigation = (entry: { title?: string; to: string }, index: number): NavigationItem[] => {
    const category = byKey.get(trim(entry.to));
    if (category) return [toItem(category, entry.title)];
    const link = toLink(entry, 'navigation', index);
    return link ? [{ ...link, key: entry.to, children: [] }] : [];
  };

  const w = words(site.language);
  const fixed: Link[] = [
    ...(config.routes.archive === false
      ? []
      : [{ title: w.archive, address: fixedPlace(config, 'archive').address }]),
    ...(config.routes.corrections === false || !has.corrections
      ? []
      : [{ title: w.corrections, address: correctionsPlace(config).address }]),
    ...(config.routes.indexes === false || !has.tags
      ? []
      : [{ title: w.tags, address: fixedPlace(config, 'tags').address }]),
    ...(config.routes.indexes === false || !has.authors
      ? []
      : [{ title: w.authors, address: fixedPlace(config, 'authors').address }]),
    ...(config.routes.feeds === false ? [] : [{ title: 'RSS', address: place('rss.xml') }]),
  ];
  const footer = config.footer
    ? config.footer.flatMap((entry, index) => toLink(entry, 'footer', index) ?? [])
    : [...pages.map((page) => page.link), ...fixed];

  return {
    navigation: config.navigation
      ? config.navigation.flatMap(toNavigation)
      : categories
          .filter((category) => !category.parent && !category.document.data.hidden)
          .map((category) => toItem(category)),
    footer,
  };
}

/** What the configuration calls a plain page: its path below `content/`, without an ending. */
const toKey = (path: SourcePath): string =>
  path
    .normalize('NFC')
    .slice('content/'.length)
    .replace(/(?:\/index)?\.md$/, '');

const trim = (to: string): string => to.normalize('NFC').replace(/^\/|\/$/g, '');
