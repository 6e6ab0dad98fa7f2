import { toAliasOutput } from '../addresses/alias.ts';
import { numberedPlace, type Place, permalink, toAddress, toOutput } from '../addresses/permalink.ts';
import { hasQuery, toQueryAlias } from '../addresses/query-alias.ts';
import { isServable } from '../addresses/servable.ts';
import type { Address, Language, SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readsQuery } from '../routes/hosts/limits.ts';
import { paginate } from '../routes/paginate.ts';
import type { Article, PlainPage, QueryRedirect, Redirect, Site } from '../site.ts';
import type { EditionAddresses } from './addresses.ts';
import type { ArticleDraft } from './article-draft.ts';
import type { CategoryDraft } from './categories.ts';

interface Input {
  readonly aliases: readonly string[];
  readonly path: SourcePath;
  readonly title: string;
  readonly address: Address;
  readonly lang: Language;
  readonly config: ResolvedConfig;
  readonly report: (message: Diagnostic) => void;
}

/** The pages at a document's old addresses; one that no file can have is reported. */
export const toRedirects = ({ aliases, path, title, address, lang, config, report }: Input): Redirect[] =>
  aliases.flatMap((alias, index) => {
    if (hasQuery(alias)) return [];
    const output = toAliasOutput(config, alias);
    if (output !== undefined && isServable(output))
      return [{ output, title, address, lang, from: path, field: ['aliases', index] }];
    report(diagnose('bad-alias', path, { field: ['aliases', index] }, { alias: alias.slice(0, 80) }));
    return [];
  });

/** A document's old addresses with queries, which hosts alone can answer; one that no host can is reported. */
export const toQueryRedirects = ({
  aliases,
  path,
  address,
  config,
  report,
}: Omit<Input, 'title' | 'lang'>): QueryRedirect[] =>
  aliases.flatMap((alias, index) => {
    if (!hasQuery(alias)) return [];
    const old = toQueryAlias(config, alias);
    const { hosts } = config.delivery;
    const host = hosts.find((name) => old === undefined || !readsQuery(name, old.query));
    if (host !== undefined || hosts.length === 0)
      report(
        diagnose(
          'alias-query',
          path,
          { field: ['aliases', index] },
          { alias: alias.slice(0, 80), ...(host !== undefined && { host }) },
        ),
      );
    return old ? [{ ...old, address, from: path, field: ['aliases', index] }] : [];
  });

interface MovedInput {
  readonly categories: Iterable<CategoryDraft>;
  readonly articles: readonly Article[];
  readonly config: ResolvedConfig;
}

/** The pages at all addresses that lay below an old one of a category, where no alias names them itself. */
export const movedRedirects = ({ categories, articles, config }: MovedInput): Redirect[] => [
  ...[...categories].flatMap((category) => movedLists(category, config)),
  ...articles.flatMap((article) => movedArticle(article, config)),
];

/** The old addresses of a category's list, and of its archive pages where they are ours. */
function movedLists(
  { oldSlugs, link, document, articles }: CategoryDraft,
  config: ResolvedConfig,
): Redirect[] {
  const numbers =
    oldSlugs.length > 0 && config.routes.categories === undefined
      ? paginate(articles, config.lists.category).flatMap(({ number }) => number ?? [])
      : [];
  return oldSlugs.flatMap((old) => {
    const list = permalink(config, 'category', { category: old });
    const places: (readonly [from: Place, to: Address])[] = [
      [list, link.address],
      ...numbers.map(
        (number) =>
          [
            numberedPlace(config, list.address, number),
            numberedPlace(config, link.address, number).address,
          ] as const,
      ),
    ];
    return places
      .filter(([{ output }]) => isServable(output))
      .map(([{ output }, address]) => ({
        output,
        title: link.title,
        address,
        lang: config.site.language,
        from: document.path,
        field: ['aliases'],
        derived: true,
      }));
  });
}

function movedArticle({ card, output, category, movedFrom }: Article, config: ResolvedConfig): Redirect[] {
  if (output === undefined) return [];
  const address = toAddress(config, output);
  return movedFrom.flatMap((old) => {
    const oldOutput = toOutput(config, old);
    if (oldOutput === undefined) return [];
    const { title, lang } = card;
    const from = category.document.path;
    return [{ output: oldOutput, title, address, lang, from, field: ['aliases'], derived: true }];
  });
}

interface RedirectsInput {
  readonly articles: readonly ArticleDraft[];
  readonly pages: readonly PlainPage[];
  readonly categories: EditionAddresses['categories'];
  readonly config: ResolvedConfig;
  readonly report: (message: Diagnostic) => void;
}

/** From the old addresses of articles, plain pages and categories, and of what lay below the latter. */
export function redirectsOf({
  articles,
  pages,
  categories,
  config,
  report,
}: RedirectsInput): Pick<Site, 'redirects' | 'queryRedirects'> {
  const ofArticles = articles.flatMap(({ document, card: { title, lang }, output }) =>
    output !== undefined && document.data.aliases.length > 0
      ? [{ document, title, address: toAddress(config, output), lang }]
      : [],
  );
  const ofPages = pages.map(({ document, link }) => ({
    document,
    title: link.title,
    address: link.address,
    lang: document.data.lang ?? config.site.language,
  }));
  const ofCategories = [...categories.values()].map(({ document, link }) => ({
    document,
    title: link.title,
    address: link.address,
    lang: config.site.language,
  }));
  const named = [...ofArticles, ...ofPages, ...ofCategories].map(({ document, ...target }) => ({
    ...target,
    aliases: document.data.aliases,
    path: document.path,
    config,
    report,
  }));
  return {
    redirects: [
      ...named.flatMap(toRedirects),
      ...movedRedirects({ categories: categories.values(), articles, config }),
    ],
    queryRedirects: named.flatMap(toQueryRedirects),
  };
}
