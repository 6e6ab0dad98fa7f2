import type { ResolvedConfig } from '../config.ts';
import { type Place, toPlace } from '../content/permalink.ts';

const segments = {
  archive: { vi: 'luu-tru/', other: 'archive/' },
  tags: { vi: 'tu-khoa/', other: 'tags/' },
  authors: { vi: 'tac-gia/', other: 'authors/' },
} as const;

/** Where the pages stand that exist once: the archive, the lists of tags and of authors. */
export const fixedPlace = (config: ResolvedConfig, name: keyof typeof segments): Place => toPlace(config, segments[name][config.site.language === 'vi' ? 'vi' : 'other']);
