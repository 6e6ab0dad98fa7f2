import postcss from 'postcss';
import byClass from 'postcss-dark-theme-class';

/**
 * Rules for a scheme of colours (`prefers-color-scheme`) as rules for the reader's choice too, which stands in
 * `data-scheme` of the root, and wins over the system's. So a style sheet need not know of the choice.
 */
export const withSchemes = (css: string): string =>
  postcss([byClass({ darkSelector: '[data-scheme=dark]', lightSelector: '[data-scheme=light]' })]).process(
    css,
    {
      from: undefined,
    },
  ).css;
