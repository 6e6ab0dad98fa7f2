import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer';

/**
 * What can load or run something, once comments and references within the file are removed. Escapes could
 * spell any of it, so they are refused too.
 */
const unsafe =
  /@import|@charset|@namespace|url\s*\(|image-set|image\s*\(|cross-fade|src\s*\(|expression|javascript:|behavior|-moz-binding|[\\<]/i;
/** Fast path: a value without any of these characters is safe, as most numbers and colours are. */
const suspicious = /[\\<]|@|url|image|cross-fade|src|expression|javascript|behavior|-moz|\/\*/i;

/** Whether a reference stays inside the file: `#id`, or a bitmap written out in it. */
export const isInside = (reference: string): boolean =>
  /^\s*(?:#|data:image\/(?:png|jpe?g|webp|gif);base64,[a-z0-9+/=\s]*$)/i.test(reference);

const isBlank = ([type]: CSSToken): boolean => type === TokenType.Whitespace || type === TokenType.Comment;

/** How many tokens from `start` on are a reference within the file; 0 when there is none. */
const countInside = (tokens: readonly CSSToken[], start: number): number => {
  const token = tokens[start];
  if (token?.[0] === TokenType.URL) return isInside(token[4].value) ? 1 : 0;
  if (token?.[0] !== TokenType.Function || token[4].value.toLowerCase() !== 'url') return 0;
  const inside = tokens.slice(start + 1, start + 8).filter((next) => !isBlank(next));
  const [reference, end] = inside;
  if (
    reference?.[0] !== TokenType.String ||
    end?.[0] !== TokenType.CloseParen ||
    !isInside(reference[4].value)
  )
    return 0;
  return tokens.indexOf(end, start) - start + 1;
};

/** Whether tokens refer to nothing outside the file. */
const isSafe = (tokens: readonly CSSToken[]): boolean => {
  let rest = '';
  for (let index = 0; index < tokens.length; index++) {
    const inside = countInside(tokens, index);
    if (inside > 0) {
      rest += ' ';
      index += inside - 1;
    } else if (tokens[index]?.[0] !== TokenType.Comment) rest += tokens[index]?.[1];
  }
  return !unsafe.test(rest);
};

/** Whether a CSS value refers to nothing outside the file. */
export const isSafeCss = (css: string): boolean => !suspicious.test(css) || isSafe(tokenize({ css }));

const ends: ReadonlySet<TokenType> = new Set([
  TokenType.Semicolon,
  TokenType.OpenCurly,
  TokenType.CloseCurly,
  TokenType.EOF,
]);

/**
 * A style sheet or a list of declarations without those that refer outside; empty when what is left cannot be
 * trusted.
 */
export const safeCss = (css: string): string => {
  if (isSafeCss(css)) return css;
  let safe = '';
  let piece: CSSToken[] = [];
  for (const token of tokenize({ css })) {
    if (!ends.has(token[0])) {
      if (token[0] !== TokenType.Comment) piece.push(token);
      continue;
    }
    if (isSafe(piece)) for (const [, written] of piece) safe += written;
    safe += token[1];
    piece = [];
  }
  return isSafeCss(safe) ? safe : '';
};
