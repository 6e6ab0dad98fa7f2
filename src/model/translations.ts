import { idOf, nameOf } from '../addresses/language-of.ts';
import { withoutIndex } from '../addresses/markdown-name.ts';
import { toAddress } from '../addresses/permalink.ts';
import type { Address, Language } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Site, Translation } from '../site.ts';
import type { ArticleDocument, CategoryDocument, PageDocument, TagDocument } from '../types.ts';
import { monthTitle } from '../words/words.ts';
import { type FixedPage, fixedPages } from './fixed-pages.ts';
import type { Unpublished } from './unpublished.ts';

type Translatable = ArticleDocument | CategoryDocument | PageDocument | TagDocument;

interface Input {
  readonly editions: readonly Site[];
  readonly unpublished: Unpublished;
  readonly report: (message: Diagnostic) => void;
}

/**
 * Groups of pages that are translations of each other, by the address of each page. All pages of a group
 * share one list, so they never contradict each other.
 */
export function findTranslations({
  editions,
  unpublished,
  report,
}: Input): ReadonlyMap<string, readonly Translation[]> {
  if (editions.length < 2) return new Map();
  const groups = new Map<string, Map<Language, Translation>>();
  const add = (key: string, one: Translation): void => {
    const group = groups.get(key) ?? new Map<Language, Translation>();
    groups.set(key, group.set(one.language, one));
  };
  for (const site of editions)
    for (const { key, address, title } of listsOf(site))
      add(`list ${key}`, { language: site.config.site.language, address, title });
  const documents = documentsOf(editions, report);
  for (const { key, language, address, document } of documents) {
    const { kind, data } = document;
    add(`document ${key}`, { language, address, ...(kind === 'category' && { title: data.title }) });
  }
  reportUntranslated({ editions, documents, unpublished, report });
  const translations = new Map<string, readonly Translation[]>();
  for (const group of groups.values()) {
    if (group.size < 2) continue;
    const all = editions.flatMap(({ config: { site } }) => group.get(site.language) ?? []);
    for (const { address } of all) translations.set(address, all);
  }
  return translations;
}

/** What a document is known by in all languages: its `translationKey`, else its path in its language's tree. */
export function translationKey({ path, kind, data }: Translatable, config: ResolvedConfig): string {
  const written = data.translationKey?.normalize('NFC').replace(/^\/+|\/+$/g, '');
  const name = nameOf(path, config).normalize('NFC').slice('content/'.length);
  return written ?? (kind === 'category' ? name.slice(0, name.lastIndexOf('/')) : withoutIndex(name));
}

/** The pages that no document makes, by what they are in any language, with their titles. */
function* listsOf(site: Site): Iterable<FixedPage> {
  const { config, props } = site;
  yield { key: 'home', address: props.home, title: site.words().homeTitle };
  yield* fixedPages(site);
  if (config.routes.archive !== false)
    for (const { slug, link, year, month } of site.months)
      yield {
        key: `month ${slug}`,
        address: link.address,
        title: monthTitle(year, month, config.site.language),
      };
  if (config.routes.authors !== false)
    for (const { document, link } of site.authors)
      yield { key: `author ${idOf(document.path, config)}`, address: link.address, title: link.title };
}

interface Placed {
  readonly key: string;
  readonly language: Language;
  readonly address: Address;
  readonly document: Translatable;
}

/** The documents that have a page, each key once in a language. */
function documentsOf(editions: readonly Site[], report: Input['report']): Placed[] {
  const taken = new Map<string, string>();
  return editions.flatMap((site) => {
    const { config } = site;
    const { language } = config.site;
    const all: (readonly [document: Translatable, address: Address])[] = [
      ...[...site.categories.values()].map(({ document, link }) => [document, link.address] as const),
      ...site.tags.flatMap(({ document, link }) => (document ? [[document, link.address] as const] : [])),
      ...site.pages.map(({ document, link }) => [document, link.address] as const),
      ...site.articles.flatMap(({ document, output, original }) =>
        output === undefined || original !== undefined
          ? []
          : [[document, toAddress(config, output)] as const],
      ),
    ];
    return all.flatMap(([document, address]): Placed[] => {
      const key = translationKey(document, config);
      const other = taken.get(`${language} ${key}`);
      if (other === undefined) {
        taken.set(`${language} ${key}`, document.path);
        return [{ key, language, address, document }];
      }
      report(diagnose('translation-twice', document.path, placeOf(document), { key, other }));
      return [];
    });
  });
}

/** Where a document says what it is a translation of. */
const placeOf = ({ data }: Translatable): Pick<Diagnostic, 'field' | 'line' | 'column'> =>
  data.translationKey === undefined ? { line: 1, column: 1 } : { field: ['translationKey'] };

interface AloneInput extends Input {
  readonly documents: readonly Placed[];
}

/** Reports keys that no other language has, and translations whose original is not published. */
function reportUntranslated({ editions, documents, unpublished, report }: AloneInput): void {
  const [own] = editions;
  if (!own) return;
  const languagesOf = new Map<string, Set<Language>>();
  for (const { key, language } of documents)
    languagesOf.set(key, (languagesOf.get(key) ?? new Set()).add(language));
  const hidden = new Map<string, string>();
  for (const site of editions)
    for (const { document } of site.withdrawn)
      hidden.set(translationKey(document, site.config), document.path);
  for (const { document } of unpublished.articles)
    hidden.set(translationKey(document, own.config), document.path);
  for (const { key, language, document } of documents) {
    if ((languagesOf.get(key)?.size ?? 0) > 1) continue;
    const other = hidden.get(key);
    const { path, data } = document;
    if (other !== undefined && other !== path) {
      if (language !== own.config.site.language)
        report(diagnose('translation-of-hidden', path, placeOf(document), { other }));
    } else if (data.translationKey !== undefined)
      report(diagnose('translation-alone', path, { field: ['translationKey'] }, { key }));
  }
}
