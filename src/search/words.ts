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

/** Kinds of characters: what stands between words, letters and marks, digits, letters that count as words. */
const between = 1;
const letter = 2;
const digit = 3;
const single = 4;
/** Thai, Lao, Burmese, Khmer, Japanese and Chinese put no spaces between words. */
const spaceless = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
/** Kinds by UTF-16 unit, as far as they were asked for. Rare letters, of two units, are taken as letters. */
const kinds = new Uint8Array(65_536);
const kindOf = (unit: number): number => (kinds[unit] ||= toKind(String.fromCharCode(unit)));
const toKind = (character: string): number =>
  /[0-9]/.test(character)
    ? digit
    : spaceless.test(character)
      ? single
      : /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character)
        ? letter
        : between;
/** Digits in groups of three: `3.200`. */
const grouped = /^\d{1,3}(?:[.,]\d{3})+$/;
/** Numbers of telephones, in whatever groups, and what stands before them. */
const telephone = /(^|[^\d.,])((?:\+84|0)(?:[ .()-]{0,2}\d){8,10})(?!\d)/g;

/**
 * Calls `take` for each word of a text, with whether it may make a pair with the word before it: one character
 * stands between them, or spaces, and no sentence ends. Numbers of telephones count in one piece, in texts in
 * their groups too.
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
    let kind = kindOf(read.charCodeAt(at));
    const start = at++;
    if (kind === between) continue;
    const first = kind;
    for (; kind !== single && at < read.length; at++) {
      const next = kindOf(read.charCodeAt(at));
      // A point or comma between digits is part of the number.
      if (next === letter || next === digit) kind = next === letter ? letter : kind;
      else if (next !== between || kind !== digit || !isInNumber(read, at)) break;
    }
    const joined =
      end >= 0 && (start - end === 1 ? read[end] !== '\n' : /^[^\S\n]*$/.test(read.slice(end, start)));
    end = at;
    const word = read.slice(start, at);
    if (first !== digit) take(word, joined);
    else
      for (const [index, part] of (grouped.test(word) ? [word] : word.split(/[.,]/)).entries())
        take(part.replace(/[.,]/g, ''), joined || index > 0);
  }
  for (const whole of telephones) take(whole, false);
}

/** Whether a point or comma stands between digits. */
const isInNumber = (text: string, at: number): boolean => /^[.,]\d/.test(text.slice(at, at + 2));

/** Marks of tones as Unicode takes them apart: grave, acute, tilde, hook, dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const marks = /[\u0300-\u036f]/g;
/** What may be a Vietnamese syllable without its marks: no English ending is taken from it. */
const syllable = /^(?:ngh?|[ckpt]h|gh?|gi|nh|qu?|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?$/;

/** The two spellings of a word: with its marks, and without. Endings of English words are taken away. */
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

/** Calls `take` for each word of a text, and each pair of words that may be one, with its spelling. */
export function eachTerm(text: string, take: (key: number, exact: number) => void): void {
  let last: Word | undefined;
  eachWord(text, (written, joined) => {
    const word = toWord(written);
    take(keyOf(word), exactOf(word));
    if (joined && last) take(keyOf(last, word), exactOf(last, word));
    last = word;
  });
}
