import type { Reference } from '../types.ts';

/**
 * A stored body depends on its own file alone, so what links and pictures become is not known yet:
 * they stand in the HTML as tokens, which render replaces. The delimiters are Unicode noncharacters
 * (U+FDD0, U+FDD1), which the parse removes from the text, so no text can forge a token.
 */
export const OPEN = '\uFDD0';
export const CLOSE = '\uFDD1';

/**
 * Stands where the reference begins: `picture` tokens stand alone, `link` tokens are closed by {@link
 * linkEnd}.
 */
export const referenceToken = (number: number): string => `${OPEN}${number}${CLOSE}`;
/** Stands where the link's text ends. */
export const linkEnd = `${OPEN}/${CLOSE}`;
/** Stands where a block begins; its content follows, up to the next {@link blockEnd} of the same level. */
export const blockToken = (number: number): string => `${OPEN}b${number}${CLOSE}`;
export const blockEnd = `${OPEN}/b${CLOSE}`;
/** The number of the block that begins with a token; undefined for any other text. */
export const blockNumberOf = (text: string): number | undefined =>
  text.startsWith(`${OPEN}b`) ? Number(text.slice(2, -1)) : undefined;
/** Stands at the beginning of the first paragraph, where the dateline goes. */
export const datelineToken = `${OPEN}d${CLOSE}`;

/** Numbers a reference, and returns the token that stands for it in the body. */
export const addReference = (references: Reference[], reference: Reference): string =>
  referenceToken(references.push(reference) - 1);
