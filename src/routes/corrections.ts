import { correctionsPlace } from '../addresses/fixed-places.ts';
import { numberedPlace } from '../addresses/permalink.ts';
import type { OutputPath } from '../brands.ts';
import type { Link } from '../props.ts';
import type { Article, Site } from '../site.ts';
import { fillWord } from '../words/words.ts';
import { crumbs, pageMeta } from './page-meta.ts';
import { paginate } from './paginate.ts';
import { page, type Route } from './route.ts';

/** Whether corrections of the article stand on the page of all. */
export const isCorrected = ({ output, original, corrections }: Article): boolean =>
  output !== undefined && original === undefined && corrections.length > 0;

/** Corrections on a page. */
const size = 50;

/** The page of all corrections of articles that lists show; none where nothing was corrected. */
export function* corrections(site: Site): Iterable<Route> {
  const { config } = site;
  const all = site.articles
    .filter(isCorrected)
    .flatMap((article) =>
      article.corrections.map(({ date, text }) => ({ date, text, time: Date.parse(date), article })),
    )
    .sort((a, b) => b.time - a.time || (a.article.document.path < b.article.document.path ? -1 : 1));
  if (all.length === 0) return;
  const w = site.words();
  const { language, title: portal } = site.props;
  const first = correctionsPlace(config);
  const pages = paginate(all, size);
  const places = pages.map(({ number }) =>
    number === undefined ? first : numberedPlace(config, first.address, number),
  );
  for (const [index, { number, items }] of pages.entries()) {
    const place = places[index] ?? first;
    yield page(place.output as OutputPath, 'corrections', () => ({
      site: site.props,
      page: pageMeta(site, {
        title:
          number === undefined
            ? w.corrections
            : fillWord(w.numbered, { title: w.corrections, number }, language),
        description: fillWord(w.correctionsOf, { site: portal }, language),
        address: place.address,
        breadcrumb: crumbs(site),
      }),
      heading: w.corrections,
      corrections: items.map(({ date, text, article }) => ({
        date,
        text,
        article: toLink(article),
        lang: article.card.lang,
      })),
      pagination: {
        ...(number !== undefined && { number, first: first.address }),
        ...(places[index - 1] && { newer: places[index - 1]?.address }),
        ...(places[index + 1] && { older: places[index + 1]?.address }),
      },
    }));
  }
}

const toLink = ({ card }: Article): Link => ({ title: card.title, address: card.address });
