import { diagnose } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';
import { prose } from './prose.ts';

/**
 * A word, a mark that ends a sentence, and directly after it a capitalised word. Brackets and quotation marks
 * may close before or after the mark.
 */
const pattern =
  /(?<![\p{L}\p{M}\p{N}.@_:])([\p{L}\p{M}\p{N}]+)[)\]”»"'’%]*[.!?…]+[)\]”»"'’*]*(\p{Lu}[\p{L}\p{M}\p{N}]*)/gu;
/** Endings of names of sites, files and programs, in any case. */
const endings = new Set(
  'com net org vn gov edu info biz io co eu uk us jp kr cn sg asia news tv app dev ai shop store online site tech blog cloud mobi xyz doc docx xls xlsx ppt pptx pdf txt csv zip rar jpg jpeg png gif svg webp mp3 mp4 mov avi html htm php asp aspx xml json js ts py css md exe apk'.split(
    ' ',
  ),
);
/**
 * Abbreviations after which Vietnamese has no space, besides those without a vowel (`TP`, `ThS`, `tx`) and
 * single letters.
 */
const abbreviations = new Set(
  'cty tel fax ext no co inc corp gen prof đt gs pgs ts ths bs bsck bscki bsckii ks kts ls hs nsnd nsưt nsut nxb clb hlv tbt tp tx tt ubnd hđnd ubmttq đd đh cđ thpt thcs ql tl mr mrs ms dr st jr sr'.split(
    ' ',
  ),
);

/** Whether a sentence ends at the dot after a word, as opposed to an abbreviation. */
function endsSentence(word: string, next: string): boolean {
  if (abbreviations.has(word.toLowerCase())) return false;
  if (/^\p{N}+$/u.test(word)) return word.length > 1 && next.length > 1 && next !== next.toUpperCase();
  const isCapitals = word === word.toUpperCase();
  // A word in capitals is an institution (`TPHCM`), unless it has one or two letters, or more capitals follow
  // (`PGS.TS`).
  if (isCapitals) return word.length > 2 && next !== next.toUpperCase();
  if (!/[aeiouy]/i.test(word.normalize('NFD'))) return false;
  // A single letter is a word when it has a diacritic (`ạ`, `ở`); else it may be a list label.
  return word.length > 1 || /[^\p{ASCII}]/u.test(word);
}

/**
 * Makes the function that tells whether an index of the text is in an address, which is one word. Indexes
 * must ascend, so that each word is checked once.
 */
const createIsAddress = (text: string): ((place: number) => boolean) => {
  const space = /\s/;
  let end = 0;
  let isAddress = false;
  return (place) => {
    if (place < end) return isAddress;
    let start = place;
    while (start > end && !space.test(text.charAt(start - 1))) start--;
    end = place;
    while (end < text.length && !space.test(text.charAt(end))) end++;
    isAddress = /[/@\\]|^www\./.test(text.slice(start, end));
    return isAddress;
  };
};

function* check(text: string): Generator<{ index: number; words: string }> {
  const isAddress = createIsAddress(text);
  for (const match of text.matchAll(pattern)) {
    const [words, before = '', after = ''] = match;
    if (
      isAddress(match.index) ||
      endings.has(after.toLowerCase()) ||
      !endsSentence(before.normalize('NFC'), after.normalize('NFC'))
    )
      continue;
    yield { index: match.index + words.length - after.length - 1, words };
  }
}

/** A missing space after a full stop, question mark or exclamation mark. */
export const spaceMissing: LintRule = function* (input) {
  for (const { text, placeOf } of prose(input))
    for (const { index, words } of check(text))
      yield diagnose('space-missing', input.document.path, placeOf(index), { words });
  const { data } = input.document;
  for (const key of ['title', 'summary'] as const) {
    const value = key in data ? (data as Record<string, unknown>)[key] : undefined;
    if (typeof value === 'string')
      for (const { words } of check(value))
        yield diagnose('space-missing', input.document.path, { field: [key] }, { words });
  }
};
