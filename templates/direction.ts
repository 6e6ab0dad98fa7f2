import type { Language } from 'broadsheet';
import { langAttribute } from './words.ts';

/** Right-to-left scripts. */
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

/** Results by language: `maximize` takes longer than the rest of a card. */
const directions = new Map<Language, 'ltr' | 'rtl'>();

/** The direction of a language, by its script: `ar`, `ckb`, `pa-Arab`. */
function directionOf(lang: Language): 'ltr' | 'rtl' {
  const cached = directions.get(lang);
  if (cached) return cached;
  const direction = isFromRight(lang) ? 'rtl' : 'ltr';
  directions.set(lang, direction);
  return direction;
}

/** Attributes of `<html>`: `lang`, and `dir` for right-to-left languages. */
export const ofPage = (lang: Language) => ({
  lang,
  ...(directionOf(lang) === 'rtl' && { dir: 'rtl' as const }),
});

/** `lang` and `dir` of a text, where they differ from the surrounding language. */
export const inLanguage = (lang: Language, around: Language) => ({
  lang: langAttribute(lang, around),
  dir: directionOf(lang) === directionOf(around) ? undefined : directionOf(lang),
});
