import { folderName } from '../addresses/content-paths.ts';
import { type Place, permalink } from '../addresses/permalink.ts';
import { toDocumentSegment, toSegment } from '../addresses/segment.ts';
import { isServable } from '../addresses/servable.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CategoryDocument } from '../types.ts';
import type { Claims } from './claims.ts';
import { isPath } from './document-place.ts';

interface Input {
  readonly document: CategoryDocument;
  /** The slugs of the folders above, joined by `/`; empty at the top. */
  readonly above: string;
  readonly config: ResolvedConfig;
  readonly claims: Claims;
  readonly report: (message: Diagnostic) => void;
}

interface CategoryPlace {
  /** With the slugs of the folders above: `kinh-doanh/nong-nghiep`. */
  readonly slug: string;
  readonly place: Place;
}

/**
 * Where a category stands: by its `slug` or, where that is missing, wrong or taken, by its folder's name.
 * Undefined, with a message, when that is taken too.
 */
export function placeCategory({ document, above, config, claims, report }: Input): CategoryPlace | undefined {
  const { path, data } = document;
  const below = (segment: string): CategoryPlace => {
    const slug = joinSlugs(above, segment);
    return { slug, place: permalink(config, 'category', { category: slug }) };
  };
  const ofFolder = below(toSegment(folderName(path)));
  const written = data.slug?.replace(/^\/|\/$/g, '');
  if (written !== undefined) {
    const named = isPath(written) ? undefined : below(toDocumentSegment(written));
    if (!named || !isServable(named.place.output))
      report(diagnose('category-slug', path, { field: ['slug'] }, { slug: visible(data.slug ?? '') }));
    else if (claims.claim(named.place, path, ['slug'])) return named;
    else if (named.slug === ofFolder.slug) return undefined;
  }
  return claims.claim(ofFolder.place, path) ? ofFolder : undefined;
}

const visible = (slug: string): string => JSON.stringify(slug.slice(0, 80)).slice(1, -1);

/** The slugs of two folders, one in the other. */
export const joinSlugs = (above: string, below: string): string =>
  above === '' ? below : `${above}/${below}`;
