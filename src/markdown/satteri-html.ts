import { markdownToHtml } from 'satteri';

import type { Labels } from './labels.ts';

/** The parser's own HTML, with footnotes in the words of `labels`: raw HTML stays as it is. */
export const satteriHtml = (text: string, { footnotes, back }: Labels): string =>
  markdownToHtml(text, { features: { frontmatter: false, gfm: { footnotes: { label: footnotes, backLabel: `${back} {reference}` } } } }).html;
