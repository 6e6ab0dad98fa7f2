import type { PageMeta, SiteProps } from 'broadsheet';
import type { ComponentType } from 'preact';

/** The props of a part of the front page. */
export interface PartProps {
  readonly site: SiteProps;
  readonly page: PageMeta;
}

/** The site's own parts by file (`parts/banner.tsx`), filled in when the site's templates are compiled. */
export const ownParts: Readonly<Record<string, ComponentType<PartProps>>> = {};
