import type { PageMeta, SiteProps } from 'broadsheet';
import type { ComponentType } from 'preact';

/** What a part of the front page is given. */
export interface PartProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
}

/** Parts of the site's own, by file (`parts/banner.tsx`); filled when a site's templates are compiled. */
export const ownParts: Readonly<Record<string, ComponentType<PartProps>>> = {};
