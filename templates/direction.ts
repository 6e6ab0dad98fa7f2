import type { Language } from 'broadsheet';
import { langAttribute } from './words.ts';

/** Scripts that are written from right to left. */
const fromRight: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Syrc',
  'Thaa',
]);

const isFromRight = (lang: Language): boolean => {
  try {
    return fromRight.has(new Intl.Locale(lang).maximize().script ?? '');
  } catch {
    return false;
  }
};

/** Languages that were asked for: `maximize` takes longer than the rest of a card. */
const directions = new Map<Language, 'ltr' | 'rtl'>();

/** Where lines of the language begin, by the script that it is written in: `ar`, `ckb`, `pa-Arab`. */
function directionOf(lang: Language): 'ltr' | 'rtl' {
  const cached = directions.get(lang);
  if (cached) return cached;
  const direction = isFromRight(lang) ? 'rtl' : 'ltr';
  directions.set(lang, direction);
  return direction;
}

/** Attributes of `<html>`: `dir` where lines do not begin at the left. */
export const ofPage = (lang: Language) => ({
  lang,
  ...(directionOf(lang) === 'rtl' && { dir: 'rtl' as const }),
});

/** `lang`, and `dir`, of a text in the language, where they differ from those of the language around it. */
export const inLanguage = (lang: Language, around: Language) => ({
  lang: langAttribute(lang, around),
  dir: directionOf(lang) === directionOf(around) ? undefined : directionOf(lang),
});
