import { toUrl } from '../addresses/permalink.ts';
import type { Site } from '../site.ts';
import { page, type Route } from './route.ts';

/** A page at each old address that leads to the new one. */
export function* redirects(site: Site): Iterable<Route> {
  for (const { output, title, address, lang, from, field, derived } of site.redirects) {
    yield page(output, 'redirect', () => ({ title, lang, address, canonical: toUrl(site.config, address) }), {
      path: from,
      field,
      ...(derived && { givesWay: true }),
    });
  }
}
