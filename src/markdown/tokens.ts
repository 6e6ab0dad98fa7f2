import type { Reference } from '../types.ts';

/**
 * A stored body depends only on its own file, so what its links and pictures become is unknown. Tokens stand
 * for them in the HTML until it is rendered. Their delimiters are Unicode noncharacters (U+FDD0, U+FDD1),
 * which the parser removes from the text, so no text can forge a token.
 */
export const OPEN = '\uFDD0';
export const CLOSE = '\uFDD1';

/**
 * Marks the beginning of a reference: a `picture` token stands alone, a `link` token is closed by {@link
 * linkEnd}.
 */
export const referenceToken = (number: number): string => `${OPEN}${number}${CLOSE}`;
/** Marks the end of a link's text. */
export const linkEnd = `${OPEN}/${CLOSE}`;
/** Marks the beginning of a block; its content ends at the next {@link blockEnd} of the same level. */
export const blockToken = (number: number): string => `${OPEN}b${number}${CLOSE}`;
export const blockEnd = `${OPEN}/b${CLOSE}`;
/** The number in the token of a block; undefined for any other text. */
export const blockNumberOf = (text: string): number | undefined =>
  text.startsWith(`${OPEN}b`) ? Number(text.slice(2, -1)) : undefined;
/** Marks the beginning of the first paragraph, for the dateline. */
export const datelineToken = `${OPEN}d${CLOSE}`;

/** Adds a reference, and returns its token. */
export const addReference = (references: Reference[], reference: Reference): string =>
  referenceToken(references.push(reference) - 1);
