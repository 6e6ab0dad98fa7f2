import { CLOSE, OPEN } from './tokens.ts';

const pattern = new RegExp(`[${OPEN}${CLOSE}]`, 'g');

/** The text with the delimiters of tokens replaced by U+FFFD, so that no author can write a token. */
export const replaceNoncharacters = (text: string): string => (text.includes(OPEN) || text.includes(CLOSE) ? text.replace(pattern, '\uFFFD') : text);
