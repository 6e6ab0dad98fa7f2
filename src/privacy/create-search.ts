import type { Secret } from './secrets.ts';

/** A private value in a text, with its position. */
export interface Found extends Secret {
  readonly index: number;
}

/** Returns the private values in a text, each once, in order. */
export type Search = (text: string) => Found[];

interface Input {
  readonly secrets: readonly Secret[];
  /** In lower case. */
  readonly emails: readonly string[];
}

/** Makes a search for any number of values in one pass over the text, in every spelling. */
export function createSearch({ secrets, emails }: Input): Search {
  const addresses = new Set(emails);
  const numbers = new Map<string, Secret>();
  const texts: Secret[] = [];
  for (const secret of secrets) {
    const digits = /^\+?\d[\d .,()-]*$/.test(secret.value) ? secret.value.replace(/\D/g, '') : '';
    if (digits.length >= 6) numbers.set(digits, secret);
    if (secret.value.length >= width && !/^\d+$/.test(secret.value)) texts.push(secret);
  }
  const searchTexts = createTextSearch(texts);
  return (text) => {
    const secretByValue = new Map<string, Found>();
    const add = (secret: Secret, index: number): void => {
      if (!secretByValue.has(secret.value)) secretByValue.set(secret.value, { ...secret, index });
    };
    if (addresses.size > 0)
      for (const { value, index } of emailsIn(text))
        if (addresses.has(value)) add({ key: 'email', value }, index);
    if (numbers.size > 0) {
      for (const { digits, index } of numbersIn(text)) {
        const secret = numbers.get(digits);
        if (secret) add(secret, index);
      }
    }
    searchTexts(text, add);
    return [...secretByValue.values()].sort((a, b) => a.index - b.index);
  };
}

/**
 * Searches from each `@` in both directions: a pattern that begins before it would be tried at every letter.
 */
function* emailsIn(text: string): Iterable<{ value: string; index: number }> {
  for (const { 0: sign, index } of text.matchAll(/@|%40|&#(?:64|x40);/gi)) {
    // Without the part of a URL, or of an escape in JSON, in front of the address.
    const written = /\\?[\w.!#$%*+/=?^`{|}~-]+$/.exec(text.slice(Math.max(0, index - 100), index))?.[0];
    const name = written
      ?.replace(/^\\(?:u[\da-f]{4}|[bfnrt]|)/i, '')
      .replace(/^.*(?:[/:?=]|%[\da-f]{2})/i, '');
    const host = /^[\w.-]*\w/.exec(text.slice(index + sign.length, index + sign.length + 255))?.[0];
    if (name && host) yield { value: `${name}@${host}`.toLowerCase(), index: index - name.length };
  }
}

/**
 * Numbers of six digits and more, without separators or in groups of three: `1234567`, `1.234.567`,
 * `1,234,567`. Not those inside a digest or after a decimal point.
 */
function* numbersIn(text: string): Iterable<{ digits: string; index: number }> {
  for (const { 0: digits, index } of text.matchAll(/(?<![\da-f]|\d\.)\d{6,}(?![\da-f])/g))
    yield { digits, index };
  // For `1,2.345.678` both parts are searched, as either sign may separate columns.
  for (const { 1: grouped = '', 2: sign = '', index } of text.matchAll(
    /(?<!\d)(?=(\d{1,4}([., \u00a0\u202f-])\d{3}(?:\2\d{2,4}){0,4})(?!\d))/g,
  )) {
    const isInside = text[index - 1] === sign && /\d/.test(text[index - 2] ?? '');
    if (!isInside) yield { digits: grouped.replace(/\D/g, ''), index };
  }
}

/** How many letters are compared at once. */
const width = 8;
const factor = 0x01000193;
const leading = Array.from({ length: width }).reduce<number>((power) => Math.imul(power, factor), 1);

/**
 * A rolling hash (Rabin and Karp). Each run of eight letters in the text is looked up among one run of each
 * value, from its middle, where values differ most.
 */
function createTextSearch(
  secrets: readonly Secret[],
): (text: string, add: (secret: Secret, index: number) => void) => void {
  const byHash = new Map<
    number,
    { readonly secret: Secret; readonly spelling: string; readonly offset: number }[]
  >();
  for (const secret of secrets) {
    for (const spelling of spellings(secret.value)) {
      const offset = (spelling.length - width) >> 1;
      const hash = hashOf(spelling, offset);
      const same = byHash.get(hash);
      if (same) same.push({ secret, spelling, offset });
      else byHash.set(hash, [{ secret, spelling, offset }]);
    }
  }
  if (byHash.size === 0) return () => {};
  const bits = Math.min(24, Math.max(10, Math.ceil(Math.log2(byHash.size * 64))));
  const mayMatch = new Uint8Array(2 ** bits);
  const place = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
  for (const hash of byHash.keys()) mayMatch[place(hash)] = 1;
  return (text, add) => {
    if (text.length < width) return;
    let hash = hashOf(text, 0);
    for (let at = 0; ; at += 1) {
      if (mayMatch[place(hash)] === 1) {
        for (const { secret, spelling, offset } of byHash.get(hash) ?? [])
          if (text.startsWith(spelling, at - offset) && at >= offset) add(secret, at - offset);
      }
      if (at + width >= text.length) return;
      hash =
        (Math.imul(hash, factor) + text.charCodeAt(at + width) - Math.imul(text.charCodeAt(at), leading)) | 0;
    }
  };
}

function hashOf(text: string, start: number): number {
  let hash = 0;
  for (let at = start; at < start + width; at += 1)
    hash = (Math.imul(hash, factor) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Those of a few values that are in a text. */
export const findSecrets = (text: string, secrets: readonly Secret[]): Secret[] =>
  secrets.filter(({ value }) => spellings(value).some((spelling) => has(text, spelling)));

/** Whether a text has a spelling. Digits next to other digits are part of a longer number. */
function has(text: string, spelling: string): boolean {
  if (!/^[\d.,]+$/.test(spelling)) return text.includes(spelling);
  for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
    if (
      !/[\d.,]$/.test(text.slice(Math.max(0, at - 1), at)) &&
      !/^[.,]?\d/.test(text.slice(at + spelling.length, at + spelling.length + 2))
    )
      return true;
  }
  return false;
}

const thousands = /\B(?=(\d{3})+$)/g;

/** Spellings of a private value in text, HTML, XML, JSON, URLs and, for a number, tables. */
export function spellings(value: string): string[] {
  if (/^\d+$/.test(value)) return [value, value.replace(thousands, '.'), value.replace(thousands, ',')];
  const html = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const apostrophes = [
    html.replaceAll("'", '&#39;'),
    html.replaceAll("'", '&#x27;'),
    html.replaceAll("'", '&apos;'),
  ];
  const xml = value.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;');
  const json = JSON.stringify(value).slice(1, -1);
  // Half a surrogate pair cannot be in a URL.
  const addresses = /\p{Surrogate}/u.test(value) ? [] : [encodeURIComponent(value), encodeURI(value)];
  return [
    ...new Set([
      value,
      html,
      ...[html, ...apostrophes].map((text) => text.replaceAll('>', '&gt;')),
      xml,
      json,
      json.replaceAll('<', '\\u003c'),
      ...addresses,
    ]),
  ];
}
