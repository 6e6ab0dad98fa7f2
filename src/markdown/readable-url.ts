import { CLOSE, OPEN } from './tokens.ts';

const encoded = /(?:%[89a-f][\da-f])+/gi;

const decode = (run: string): string => {
  try {
    const text = decodeURIComponent(run);
    return text.includes(OPEN) || text.includes(CLOSE) ? run : text;
  } catch {
    return run;
  }
};

/**
 * Decodes letters beyond ASCII, which the pipeline percent-encodes, so that the author can read the URL.
 * ASCII does not change.
 */
export const readableUrl = (url: string): string => (url.includes('%') ? url.replace(encoded, decode) : url);
