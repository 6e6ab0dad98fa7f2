import { diagnose } from '../diagnostics/diagnose.ts';
import type { LintRule } from './lint-rule.ts';
import { prose } from './prose.ts';

/**
 * A word, a mark that ends a sentence, and at once a word with a capital; brackets and quotation marks may
 * close before or after the mark.
 */
const pattern =
  /(?<![\p{L}\p{M}\p{N}.@_:])([\p{L}\p{M}\p{N}]+)[)\]”»"'’%]*[.!?…]+[)\]”»"'’*]*(\p{Lu}[\p{L}\p{M}\p{N}]*)/gu;
/** What ends the names of sites, files and programs, with whatever letters it is written. */
const endings = new Set(
  'com net org vn gov edu info biz io co eu uk us jp kr cn sg asia news tv app dev ai shop store online site tech blog cloud mobi xyz doc docx xls xlsx ppt pptx pdf txt csv zip rar jpg jpeg png gif svg webp mp3 mp4 mov avi html htm php asp aspx xml json js ts py css md exe apk'.split(
    ' ',
  ),
);
/**
 * Short forms after which Vietnamese writes no space, besides those without a vowel (`TP`, `ThS`, `tx`) and
 * of one letter.
 */
const abbreviations = new Set(
  'cty tel fax ext no co inc corp gen prof đt gs pgs ts ths bs bsck bscki bsckii ks kts ls hs nsnd nsưt nsut nxb clb hlv tbt tp tx tt ubnd hđnd ubmttq đd đh cđ thpt thcs ql tl mr mrs ms dr st jr sr'.split(
    ' ',
  ),
);

/** Whether a word ends a sentence before this dot, rather than being short for something. */
function endsSentence(word: string, next: string): boolean {
  if (abbreviations.has(word.toLowerCase())) return false;
  if (/^\p{N}+$/u.test(word)) return word.length > 1 && next.length > 1 && next !== next.toUpperCase();
  const isCapitals = word === word.toUpperCase();
  // Of capitals alone: an institution (`TPHCM`), unless more capitals follow (`PGS.TS`), and not two or one
  // of them.
  if (isCapitals) return word.length > 2 && next !== next.toUpperCase();
  if (!/[aeiouy]/i.test(word.normalize('NFD'))) return false;
  // A single letter is a word when it has a mark: `ạ`, `ở`; else it may count a list.
  return word.length > 1 || /[^\p{ASCII}]/u.test(word);
}

/**
 * Whether a place of the text lies in an address, which is one word. Asked in the order of the places, it
 * looks at each word once.
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

/** No space after a full stop, a question or an exclamation mark. */
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
