import { editionsOf } from '../addresses/editions.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { translationKey } from '../model/translations.ts';
import { checkFormat, languageOfSite, type ReportFlags } from '../reports/report-format.ts';
import { reportWords } from '../reports/report-words.ts';
import { toCsv } from '../reports/to-csv.ts';
import { toTable } from '../reports/to-table.ts';
import type { Article, Site } from '../site.ts';
import { survey } from './survey.ts';

/** What a translation needs. */
export const translationStates = ['missing', 'outdated', 'alone'] as const;

/** A line of the report. */
interface TranslationRow {
  readonly language: string;
  /** Missing; older than its original; or with a key that no other language has. */
  readonly state: (typeof translationStates)[number];
  /** The original; for a key in one language only, the file that has it. */
  readonly path: string;
  readonly title: string;
  /** The day of its last change that readers saw. */
  readonly changed: string;
  /** The file of the translation, if there is one. */
  readonly translation?: string;
}

/**
 * Lists, by language, missing translations, translations that are older than their original's last change
 * that readers saw, and keys that no other language has.
 */
export async function reportTranslations({ site, now, format, language }: ReportFlags): Promise<number> {
  checkFormat(format);
  const { config, analysis } = await survey({ site, ...(now !== undefined && { now }) });
  const [own, ...others] = analysis.modelled.site.editions as [Site, ...Site[]];
  const rows = [
    ...others.flatMap((edition) => rowsOf(edition, own)),
    ...others.flatMap((edition) => rowsOf(own, edition).filter(({ state }) => state === 'missing')),
    ...analysis.modelled.site.editions.flatMap((edition) => aloneIn(edition, analysis.messages)),
  ];
  if (format === 'json') process.stdout.write(`${JSON.stringify({ translations: rows })}\n`);
  else if (format === 'csv') process.stdout.write(toText(rows, languageOfSite(config)));
  else process.stdout.write(table(rows, { language, hasOthers: editionsOf(config).length > 1 }));
  return 0;
}

/** What a language (`edition`) lacks of another one (`own`), the newest first. */
function rowsOf(edition: Site, own: Site): TranslationRow[] {
  const { language } = edition.config.site;
  const translated = new Map(
    edition.articles
      .filter(({ original }) => original === undefined)
      .map((article) => [translationKey(article.document, edition.config), article]),
  );
  return own.articles.flatMap((original): TranslationRow[] => {
    if (original.output === undefined || original.original !== undefined) return [];
    const translation = translated.get(translationKey(original.document, own.config));
    if (translation && changeOf(translation) >= changeOf(original)) return [];
    return [
      {
        language,
        state: translation ? 'outdated' : 'missing',
        ...factsOf(original),
        ...(translation && { translation: translation.document.path }),
      },
    ];
  });
}

/** The articles of a language whose key no other language has. */
function aloneIn(
  { articles, config }: Site,
  messages: readonly { readonly rule: string; readonly path: string }[],
): TranslationRow[] {
  const alone = new Set(messages.flatMap(({ rule, path }) => (rule === 'translation-alone' ? path : [])));
  return articles.flatMap((article): TranslationRow[] =>
    alone.has(article.document.path) && article.original === undefined
      ? [{ language: config.site.language, state: 'alone', ...factsOf(article) }]
      : [],
  );
}

const changeOf = ({ updated, document: { data } }: Article): number => Date.parse(updated ?? data.date);

const factsOf = ({ document: { path, data }, updated }: Article) => ({
  path,
  title: data.title,
  changed: (updated ?? data.date).slice(0, 10),
});

const toText = (rows: readonly TranslationRow[], language: MessageLanguage): string =>
  toCsv([
    reportWords[language].translationColumns,
    ...rows.map((row) => [row.language, row.state, row.path, row.title, row.changed, row.translation ?? '']),
  ]);

function table(
  rows: readonly TranslationRow[],
  { language, hasOthers }: { readonly language: MessageLanguage; readonly hasOthers: boolean },
): string {
  const w = reportWords[language];
  if (rows.length === 0) return `${hasOthers ? w.allTranslated : w.oneLanguage}\n`;
  const columns = [w.language, w.status, w.changed, w.article, w.file, w.translation].map((title) => ({
    title,
  }));
  const cells = rows.map((row) => [
    row.language,
    w.translations[row.state],
    row.changed,
    row.title,
    row.path,
    row.translation ?? '',
  ]);
  return toTable(columns, cells);
}
