import type { Language, PluralForms } from 'broadsheet';
import { formatNumber } from './format.ts';

/** A word with a number in it, in the plural form that its language has for the number. */
export function counted(
  word: string | PluralForms | ((count: number) => string),
  count: number,
  lang: Language,
): string {
  // What a `words.ts` of the site has, from before words were texts.
  if (typeof word === 'function') return word(count);
  const text =
    typeof word === 'string' ? word : (word[new Intl.PluralRules(lang).select(count)] ?? word.other);
  return text.replaceAll('{count}', formatNumber(count, lang));
}
