import { nameOf } from '../addresses/language-of.ts';
import { withoutIndex } from '../addresses/markdown-name.ts';
import { baseOf } from '../addresses/permalink.ts';
import type { Address, SourcePath, Url } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { configName } from '../places/find-config-file.ts';
import type { Link, NavigationItem, SiteProps } from '../props.ts';
import type { Category, PlainPage } from '../site.ts';

interface Input {
  readonly config: ResolvedConfig;
  readonly categories: readonly Category[];
  readonly pages: readonly PlainPage[];
  /** Whether an address of the site is served. */
  readonly isServed: (address: string) => boolean;
  /** The pages that no document makes. */
  readonly fixedPages: readonly Link[];
  readonly report: (message: Diagnostic) => void;
}

/**
 * The main navigation and the footer's links, as the configuration has them or by default; what leads nowhere
 * is left out, with a message.
 */
export function createNavigation(input: Input): Pick<SiteProps, 'navigation' | 'footer' | 'policies'> {
  const { config, categories, pages, fixedPages: fixed } = input;
  const toLink = createToLink(input);
  const categoryByKey = new Map(categories.map((category) => [category.key, category]));
  const named = new Set(config.navigation?.map(({ to }) => trim(to)));
  const toItem = (category: Category, title = category.link.title): NavigationItem => ({
    key: category.key,
    title,
    address: category.link.address,
    children: category.children
      .filter((child) => !child.document.data.hidden && !named.has(child.key))
      .map((child) => toItem(child)),
  });
  const toNavigation = (entry: Entry, index: number): NavigationItem[] => {
    const category = categoryByKey.get(trim(entry.to));
    if (category) return [toItem(category, entry.title)];
    const link = toLink(entry, ['navigation', index, 'to']);
    return link ? [{ ...link, key: entry.to, children: [] }] : [];
  };
  const topCategories = categories.filter((category) => !category.parent && !category.document.data.hidden);
  const footer = config.footer?.flatMap((entry, index) => toLink(entry, ['footer', index, 'to']) ?? []);
  return {
    policies: policiesOf(config, toLink),
    navigation: config.navigation?.flatMap(toNavigation) ?? topCategories.map((category) => toItem(category)),
    footer: footer ?? [...pages.map((page) => page.link), ...fixed],
  };
}

/** An entry of the navigation or the footer as the configuration has it. */
interface Entry {
  readonly title?: string;
  readonly to: string;
}

/** `at` is the option that has the entry, as if the site had one language. */
type ToLink = (entry: Entry, at: readonly (string | number)[]) => Link | undefined;

function policiesOf(config: ResolvedConfig, toLink: ToLink): SiteProps['policies'] {
  const { correctionsPolicy, publishingPrinciples } = config.site.organisation;
  const written = { correctionsPolicy, publishingPrinciples };
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, to]) => {
      const link = to === undefined ? undefined : toLink({ to }, ['organisation', name]);
      return link ? [[name, link.address]] : [];
    }),
  );
}

/** Finds where entries lead; undefined, with a message, for one that leads nowhere. */
function createToLink({ config, categories, pages, isServed, report }: Input): ToLink {
  const base = baseOf(config);
  const { language } = config.site;
  const within = (option: string): string[] => {
    if (config.languages?.[language] && option in config.languages[language]) return ['languages', language];
    return option === 'organisation' ? ['site'] : [];
  };
  const targets = new Map<string, Link>([
    ...pages.map((page) => [toKey(nameOf(page.document.path, config)), page.link] as const),
    ...categories.map((category) => [category.key, category.link] as const),
  ]);
  return ({ title, to }, at) => {
    const [option = ''] = at.map(String);
    const target = targets.get(trim(to));
    if (target) return title === undefined ? target : { title, address: target.address };
    if (/^(?:https?:\/\/.|mailto:.|tel:.)/i.test(to)) return { title: title ?? to, address: to as Url };
    if (to.startsWith('/') && !to.startsWith('//') && isServed(to.replace(/[?#].*$/s, ''))) {
      const address = `${base}${to.slice(to.startsWith(base) ? base.length : 1)}` as Address;
      return { title: title ?? to, address };
    }
    const near = nearest(trim(to), targets.keys());
    const values = { to, option, ...(near !== undefined && { near }) };
    report(diagnose('dead-navigation', configName, { field: [...within(option), ...at] }, values));
    return undefined;
  };
}

/** What the configuration calls a plain page: its path below `content/`, without an ending. */
const toKey = (path: SourcePath): string => withoutIndex(path.normalize('NFC').slice('content/'.length));

const trim = (to: string): string => to.normalize('NFC').replace(/^\/|\/$/g, '');
