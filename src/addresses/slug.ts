import transliterate from '@sindresorhus/transliterate';

/** Marks of Latin, Greek and Cyrillic letters; those of other scripts are letters to their readers. */
const marks = /[\u0300-\u036F]/g;
const others = /[^a-z0-9]+/g;
const edges = /^-|-$/g;
const beyondAscii = /[^\0-\x7F]/;

/** Letters that look like đ, which old keyboards of Vietnamese gave: eth (U+00D0) and African d. */
const lookalikes = /[ÐðƉɖ]/;
const allLookalikes = new RegExp(lookalikes, 'g');

/** The text with đ for the letters that look like it; as long as before. */
export const withRealD = (text: string): string =>
  lookalikes.test(text)
    ? text.replace(allLookalikes, (letter) => (letter === 'Ð' || letter === 'Ɖ' ? 'Đ' : 'đ'))
    : text;

/** The letters of a text without marks and case: what spellings of it have in common for a search. */
export const toPlainLetters = (text: string): string =>
  withRealD(text).normalize('NFD').replace(marks, '').toLowerCase().replaceAll('đ', 'd');

/** Letters that are no letter with a mark: ł, ß, ø, æ, ж, λ. */
const european = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+/gu;
/**
 * Runs of characters that no slug has: all but ASCII letters, digits, and letters of scripts other than
 * Latin.
 */
const noWord =
  /(?:(?![a-z0-9])(?:[^\p{Lo}\p{Ll}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]|\p{Script=Latin}|[\u02B0-\u02FF]|\p{Variation_Selector}))+/gu;
/** Marks without a letter in front. */
const loose = /(^|-)\p{M}+/gu;

/** A slug of letters that ASCII does not have: those with an ASCII form get it, scripts without one stay. */
const toWideSlug = (letters: string): string =>
  letters
    .replace(european, (run) => (beyondAscii.test(run) ? transliterate(run).toLowerCase() : run))
    .normalize('NFC')
    .replace(noWord, '-')
    .replace(loose, '$1')
    .replace(/-{2,}/g, '-')
    .replace(edges, '');

/**
 * A slug: lower case, words joined by `-`, the same for NFC and NFD, in ASCII where the script has such a form
 * (`Đường lối` gives `duong-loi`, `Straße` `strasse`, `日本` itself). Empty when the text has no letter and no
 * digit.
 */
export const toSlug = (text: string): string => {
  const letters = toPlainLetters(text);
  return beyondAscii.test(letters) ? toWideSlug(letters) : letters.replace(others, '-').replace(edges, '');
};

/** As much of a slug as fits into so many bytes of UTF-8, cut between letters. */
export const cutSlug = (slug: string, bytes: number): string => {
  if (Buffer.byteLength(slug) <= bytes) return slug;
  let left = bytes;
  let length = 0;
  for (const letter of slug) {
    left -= Buffer.byteLength(letter);
    if (left < 0) break;
    length += letter.length;
  }
  return slug.slice(0, length).replace(edges, '');
};

/**
 * The key of a tag, which is the same for spellings that differ in case, Unicode form and white space only.
 */
export const toTagKey = (tag: string): string =>
  withRealD(tag).normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
