/** The theme's own words; the texts are in `words/`, one language per file. */
import type { Language } from 'broadsheet';
import { type Table, tables } from './word-tables.ts';

/** Whether `lang` is Vietnamese, regional forms included. */
export const isVietnamese = (lang: Language): boolean => /^vi(-|$)/i.test(lang);

/**
 * Interface words for a page in `lang`. For `zh-Hant` those of `zh-Hant`, else `zh`; English where there are
 * none.
 */
export function words(lang: Language): Table {
  for (let tag = lang.toLowerCase(); tag !== ''; tag = tag.replace(/-?[^-]*$/, '')) {
    const table = tables[tag];
    if (table) return table;
  }
  return tables.en as Table;
}

/** Value of a `lang` attribute: `lang` where it differs from the surrounding language, else undefined. */
export const langAttribute = (lang: Language, around: Language): Language | undefined =>
  lang === around ? undefined : lang;
