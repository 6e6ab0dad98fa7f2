/** Splits texts and queries into words in the same way. Also part of the reader's script. */
import { stemmer } from 'stemmer';
import { hash, mix } from './hash.ts';

/** A word as it is indexed. */
export interface Word {
  /** Hash of the word without diacritics and case: the same for `Hòa`, `hoà` and `hoa`. */
  readonly folded: number;
  /** Hash of the word with diacritics, in one spelling: the same for `Hòa` and `hoà`, but not for `hoa`. */
  readonly exact: number;
  /** Whether it has diacritics. */
  readonly marked: boolean;
}

/** Kinds of characters: separators, letters and marks, digits, and letters that are words by themselves. */
const between = 1;
const letter = 2;
const digit = 3;
const single = 4;
/** Thai, Lao, Burmese, Khmer, Japanese and Chinese have no spaces between words. */
const spaceless = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
/** Kinds by UTF-16 unit, filled on demand. Rare characters of two units count as letters. */
const kinds = new Uint8Array(65_536);
const kindOf = (unit: number): number => (kinds[unit] ||= toKind(String.fromCharCode(unit)));
const toKind = (character: string): number =>
  /\d/.test(character)
    ? digit
    : spaceless.test(character)
      ? single
      : /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character)
        ? letter
        : between;
/** Digits in groups of three: `3.200`. */
const grouped = /^\d{1,3}(?:[.,]\d{3})+$/;
/** Telephone numbers, grouped in any way, and the character before them. */
const telephone = /(^|[^\d.,])((?:\+84|0)(?:[ .()-]{0,2}\d){8,10})(?!\d)/g;

/**
 * Calls `take` for each word of a text, with whether it may form a pair with the word before: they are
 * separated by one character or by spaces, and no sentence ends. Telephone numbers are one word, in texts
 * also their groups.
 */
export function eachWord(text: string, take: (word: string, joined: boolean) => void, isQuery = false): void {
  const telephones: string[] = [];
  const read = text.replace(telephone, (written: string, before: string, number: string) => {
    const whole = number.replace('+84', '0').replace(/\D/g, '');
    if (isQuery) return before + whole;
    telephones.push(whole);
    return written;
  });
  let end = -1;
  for (let at = 0; at < read.length; ) {
    const kind = kindOf(read.charCodeAt(at));
    const start = at++;
    if (kind === between) continue;
    for (; kind !== single && at < read.length; at++) {
      const next = kindOf(read.charCodeAt(at));
      // A point or comma between digits is part of the number, but a unit after it is a word: `310m`.
      if (next === digit || (next === letter && kind === letter)) continue;
      if (next !== between || kind !== digit || !/^[.,]\d/.test(read.slice(at, at + 2))) break;
    }
    const joined =
      end >= 0 && (start - end === 1 ? read[end] !== '\n' : /^[^\S\n]*$/.test(read.slice(end, start)));
    end = at;
    const word = read.slice(start, at);
    if (kind !== digit) take(word, joined);
    else
      for (const [index, part] of (grouped.test(word) ? [word] : word.split(/[.,]/)).entries())
        take(part.replace(/[.,]|^0(?=\d$)/g, ''), joined || index > 0);
  }
  for (const whole of telephones) take(whole, false);
}

/** Tone marks in decomposed Unicode: grave, acute, tilde, hook, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const marks = /[\u0300-\u036f]/g;
/** A possible Vietnamese syllable without diacritics, which is not stemmed as English. */
const syllable = /^(?:ngh?|[ckpt]h|gh?|gi|nh|qu?|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?$/;

/** The two spellings of a word: with and without diacritics. English endings are removed. */
export function spellingsOf(word: string): { readonly exact: string; readonly folded: string } {
  const letters = word.normalize('NFKD').toLowerCase();
  const bare = letters.replace(tones, '').replace(/^(?:(qu)y|([hklmst])y$)/, '$1$2i');
  const exact = bare + (letters.match(tones)?.join('') ?? '');
  const folded = bare.replace(marks, '').replace(/[đð]/g, 'd');
  if (exact !== folded || !/^[a-z]{4,}$/.test(folded) || syllable.test(folded)) return { exact, folded };
  const stem = stemmer(folded);
  return { exact: stem, folded: stem };
}

const known = new Map<string, Word>();

/** Converts a word to its indexed form. */
export function toWord(written: string): Word {
  let word = known.get(written);
  if (!word) {
    if (known.size > 50_000) known.clear();
    const { exact, folded } = spellingsOf(written);
    known.set(written, (word = { folded: hash(folded), exact: hash(exact), marked: exact !== folded }));
  }
  return word;
}

/** The index key of a word, or of two adjacent ones. */
export const keyOf = (word: Word, next?: Word): number =>
  next ? mix(word.folded, next.folded) : word.folded;

/** 14 bits of the exact spelling. */
export const exactOf = (word: Word, next?: Word): number =>
  (next ? mix(word.exact, next.exact) : word.exact) >>> 18;

/** Calls `take` for each word of a text, and each pair of adjacent words, with its spelling. */
export function eachTerm(text: string, take: (key: number, exact: number) => void): void {
  let last: Word | undefined;
  eachWord(text, (written, joined) => {
    const word = toWord(written);
    take(keyOf(word), exactOf(word));
    if (joined && last) take(keyOf(last, word), exactOf(last, word));
    last = word;
  });
}
