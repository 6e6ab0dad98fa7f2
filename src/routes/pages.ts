import { toPlace, toUrl } from '../addresses/permalink.ts';
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

/** How many of the newest articles stand on the page for what is not there. */
const newest = 4;

/** The pages that hosts serve where there is none, and where one is gone for ever. */
export function* notFound(site: Site): Iterable<Route> {
  const { config } = site;
  const latest = () => site.articles.slice(0, newest).map(({ card }) => card);
  yield page(toPlace(config, '404.html').output, 'not-found', () => ({
    site: site.props,
    page: pageMeta(site, { title: site.words().notFound, noindex: true }),
    latest: latest(),
  }));
  if (config.delivery.gone.length === 0) return;
  yield page(toPlace(config, '410.html').output, 'not-found', () => ({
    site: site.props,
    page: pageMeta(site, { title: site.words().gone, noindex: true }),
    gone: true,
    latest: latest(),
  }));
}

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
