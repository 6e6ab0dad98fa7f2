import { toPlace } from '../addresses/permalink.ts';
import type { Site } from '../site.ts';
import { toBody } from './body.ts';
import { crumbs, pageMeta } from './page-meta.ts';
import { page, type Route } from './route.ts';

/** The plain pages, such as "about". */
export function* pages(site: Site): Iterable<Route> {
  for (const { document, link, output, resolved } of site.pages) {
    const { title, summary, lang } = document.data;
    yield page(
      output,
      'plain',
      () => ({
        site: site.props,
        page: pageMeta(site, {
          title,
          description: summary ?? (document.excerpt || undefined),
          address: link.address,
          lang,
          breadcrumb: crumbs(site),
        }),
        title,
        ...(summary !== undefined && { summary }),
        body: toBody(document, resolved),
      }),
      { path: document.path },
    );
  }
}

/** The page that hosts serve where there is none. */
export function* notFound(site: Site): Iterable<Route> {
  yield page(toPlace(site.config, '404.html').output, 'not-found', () => ({
    site: site.props,
    page: pageMeta(site, { title: site.words().notFound, noindex: true }),
  }));
}
