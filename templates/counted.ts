import type { Language, PluralForms } from 'broadsheet';
import { formatNumber } from './format.ts';

/** A word with a number, in the plural form of its language. */
export function counted(
  word: string | PluralForms | ((count: number) => string),
  count: number,
  lang: Language,
): string {
  // In a site's older `words.ts` words may be functions.
  if (typeof word === 'function') return word(count);
  const text =
    typeof word === 'string' ? word : (word[new Intl.PluralRules(lang).select(count)] ?? word.other);
  return text.replaceAll('{count}', formatNumber(count, lang));
}
