import en from './words/en.ts';
import vi from './words/vi.ts';

/**
 * Words by language, as they are written: the theme's own; when a site's templates are compiled, those of its
 * `words/` and of its configuration as well. A later layer wins.
 */
export const layers: readonly Readonly<Record<string, unknown>>[] = [{ en, vi }];
