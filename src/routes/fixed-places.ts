import type { ResolvedConfig } from '../config.ts';
import { isVietnamese } from '../content/is-vietnamese.ts';
import { type Place, patternOf, toPlace } from '../content/permalink.ts';

/** Where the pages stand that exist once: the list of months, of tags, of authors. Each is above what it lists. */
export function fixedPlace(config: ResolvedConfig, name: 'archive' | 'tags' | 'authors'): Place {
  const pattern = patternOf(config, ({ archive: 'month', tags: 'tag', authors: 'author' } as const)[name]);
  return toPlace(config, pattern.slice(1, pattern.indexOf(':')));
}

/** Where the page of all corrections stands. */
export const correctionsPlace = (config: ResolvedConfig): Place => toPlace(config, isVietnamese(config.site.language) ? 'dinh-chinh/' : 'corrections/');
