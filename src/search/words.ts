/** Words of texts and of queries, folded alike. The reader's script has this file too. */
import { stemmer } from 'stemmer';
import { hash, mix } from './hash.ts';

/** A word as it is looked for. */
export interface Word {
  /** Hash of the word without marks and capitals: `Hòa`, `hoà` and `hoa` have the same. */
  readonly folded: number;
  /** Hash of the word with its marks, in one spelling: `Hòa` and `hoà` have the same, `hoa` another. */
  readonly exact: number;
  /** Whether it has marks. */
  readonly marked: boolean;
}

/** Thai, Lao, Burmese, Khmer, Japanese and Chinese put no spaces between words: each letter counts as one. */
const spaceless =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
/** Numbers with points and commas, else letters and digits in a row. No lookbehind: older Safari has none. */
const number = '\\d+(?:[.,]\\d+)*(?![\\p{L}\\p{M}\\d])';
const plain = new RegExp(`${number}|[\\p{L}\\p{N}\\p{M}]+`, 'gu');
const mixed = new RegExp(`${number}|[${spaceless}]\\p{M}*|(?:(?![${spaceless}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const hasSpaceless = new RegExp(`[${spaceless}]`, 'u');
/** Digits in groups of three: `3.200`. */
const grouped = /^\d{1,3}(?:[.,]\d{3})+$/;
/** Numbers of telephones, in whatever groups, and what stands before them. */
const telephone = /(^|[^\d.,])((?:\+84|0)(?:[ .()-]{0,2}\d){8,10})(?!\d)/g;
/** What stands between words that belong together: one character, or spaces. */
const joins = /^(?:[^\n]?|[^\S\n]+)$/;

/**
 * Calls `take` for each word of a text, with whether it may make a pair with the word before it: no sentence
 * ends between them. Numbers of telephones count in one piece, in texts in their groups too.
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
  for (const match of read.matchAll(hasSpaceless.test(read) ? mixed : plain)) {
    const [word] = match;
    const joined = end >= 0 && joins.test(read.slice(end, match.index));
    end = match.index + word.length;
    if (grouped.test(word) || !/[.,]/.test(word)) take(word, joined);
    else for (const [index, part] of word.split(/[.,]/).entries()) take(part, joined || index > 0);
  }
  for (const whole of telephones) take(whole, false);
}

/** Marks of tones as Unicode takes them apart: grave, acute, tilde, hook, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const marks = /[\u0300-\u036f]/g;
/** What may be a Vietnamese syllable without its marks: no English ending is taken from it. */
const syllable = /^(?:ngh?|[ckpt]h|gh?|gi|nh|qu?|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?$/;

/** The two spellings of a word: with its marks, and without. Endings of English words are taken away. */
export function spellingsOf(word: string): { readonly exact: string; readonly folded: string } {
  const letters = word.normalize('NFKD').toLowerCase().replace(/[.,]/g, '');
  const bare = letters.replace(tones, '').replace(/^(?:(qu)y|([hklmst])y$)/, '$1$2i');
  const exact = bare + (letters.match(tones)?.join('') ?? '');
  const folded = bare.replace(marks, '').replace(/[đð]/g, 'd');
  if (exact !== folded || !/^[a-z]{4,}$/.test(folded) || syllable.test(folded)) return { exact, folded };
  const stem = stemmer(folded);
  return { exact: stem, folded: stem };
}

const known = new Map<string, Word>();

/** The word as it is looked for. */
export function toWord(written: string): Word {
  let word = known.get(written);
  if (!word) {
    if (known.size > 50_000) known.clear();
    const { exact, folded } = spellingsOf(written);
    known.set(written, (word = { folded: hash(folded), exact: hash(exact), marked: exact !== folded }));
  }
  return word;
}

/** Keys of the index: of a word, and of two that stand beside each other. */
export const keyOf = (word: Word, next?: Word): number =>
  next ? mix(word.folded, next.folded) : word.folded;

/** 14 bits of the spelling with marks. */
export const exactOf = (word: Word, next?: Word): number =>
  (next ? mix(word.exact, next.exact) : word.exact) >>> 18;
