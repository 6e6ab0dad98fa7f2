import { permalink } from '../addresses/permalink.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { CategoryDraft } from './categories.ts';
import type { Claims } from './claims.ts';
import { newestFirst, type PlacedArticle } from './placed-articles.ts';
import { translationKey } from './translations.ts';

/** What has an address in one language. */
interface InLanguage {
  readonly config: ResolvedConfig;
  readonly categories: ReadonlyMap<string, CategoryDraft>;
  readonly articles: readonly PlacedArticle[];
}

/**
 * Adds to a language the articles of the site's own language (`own`) that it has no translation of. Each
 * stands in the translation of its category, and is left out where there is none.
 */
export function withFallbacks<Edition extends InLanguage>(
  edition: Edition,
  { own, claims }: { readonly own: InLanguage; readonly claims: Claims },
): Edition {
  const { config } = edition;
  if (config.edition?.fallback !== 'show') return edition;
  const translated = new Set(edition.articles.map(({ document }) => translationKey(document, config)));
  const categories = new Map(
    [...edition.categories.values()].map((category) => [translationKey(category.document, config), category]),
  );
  const counterpart = ({ document }: CategoryDraft): CategoryDraft | undefined =>
    categories.get(translationKey(document, own.config));
  const shown = own.articles.flatMap((article): PlacedArticle[] => {
    const { document, slug, withdrawn } = article;
    const category = counterpart(article.category);
    if (withdrawn || !category || translated.has(translationKey(document, own.config))) return [];
    const [year = '', month = '', day = ''] = document.data.date.slice(0, 10).split('-');
    const place = permalink(config, 'article', { category: category.slug, slug, year, month, day });
    if (document.data.link === undefined && (claims.isTaken(place) || !claims.claim(place, document.path)))
      return [];
    const listed = article.listed.flatMap((each) => counterpart(each) ?? []);
    return [{ ...article, category, listed, place, movedFrom: [], original: article.place.address }];
  });
  return { ...edition, articles: newestFirst([...edition.articles, ...shown]) };
}
