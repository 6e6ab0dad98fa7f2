import en from './words/en.ts';
import vi from './words/vi.ts';

/**
 * Words by language, as written: the theme's own, and those of a site's `words/` and configuration when its
 * templates are compiled. Later layers win.
 */
export const layers: readonly Readonly<Record<string, unknown>>[] = [{ en, vi }];
