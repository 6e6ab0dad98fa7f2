import { normalizeUri } from 'micromark-util-sanitize-uri';

import type { Place } from '../walk.ts';

/** What was written with brackets and parentheses. */
interface Written {
  readonly kind: 'link' | 'picture';
  /** As in the HTML. */
  readonly url: string;
}

/**
 * Where the links and pictures of a document begin, or undefined where that is not sure. A parser has to know all of Markdown to say so; here it is enough that
 * each `](` of the text belongs to one of them, which is so when there are as many, with the same URLs in the same order, and that nothing but words is in the brackets.
 */
export const findOpeners = (text: string, inlines: readonly Written[]): Place[] | undefined => {
  // Columns of these are counted otherwise.
  if (text.includes('\t') || text.includes('\r') || text.startsWith('\uFEFF')) return undefined;
  const places: Place[] = [];
  let line = 1;
  let lineStart = 0;
  let lineEnd = text.indexOf('\n');
  let from = 0;
  for (const { kind, url } of inlines) {
    const close = text.indexOf('](', from);
    if (close < 0) return undefined;
    const bracket = text.lastIndexOf('[', close);
    const start = kind === 'picture' ? bracket - 1 : bracket;
    if (bracket < from || start < 0 || !isPlain(text.slice(bracket + 1, close)) || (text[start] === '!') !== (kind === 'picture')) return undefined;
    if (kind === 'link' && text[bracket - 1] === '!') return undefined;
    if (mayBeSwallowed(text.slice(from, start))) return undefined;
    destination.lastIndex = close + 2;
    const written = destination.exec(text)?.[0];
    if (written === undefined || (written !== url && normalizeUri(written) !== url)) return undefined;
    for (; lineEnd >= 0 && lineEnd < start; lineEnd = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = lineEnd + 1;
    }
    places.push({ line, column: start - lineStart + 1 });
    from = destination.lastIndex;
  }
  return text.includes('](', from) ? undefined : places;
};

/** A destination that is the URL, character by character. */
const destination = /[^\s()<>\\&]*(?=[\s)])/y;

/** Whether no bracket, code, escape or address is in the words. */
const isPlain = (words: string): boolean => !/[[\]`\\<>]/.test(words);

/** Whether what stands before a bracket makes it a character like others: a backslash, or an address that reaches up to it. */
const mayBeSwallowed = (before: string): boolean => /[\\/.@:`]/.test(before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1));
