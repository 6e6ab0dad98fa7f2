import postcss from 'postcss';
import byClass from 'postcss-dark-theme-class';

/**
 * Copies the rules for a colour scheme (`prefers-color-scheme`) to the reader's choice, `data-scheme` of the
 * root, which overrides the system's. So a style sheet need not handle the choice.
 */
export const withSchemes = (css: string): string =>
  postcss([byClass({ darkSelector: '[data-scheme=dark]', lightSelector: '[data-scheme=light]' })]).process(
    css,
    {
      from: undefined,
    },
  ).css;
