import type { Address } from '../brands.ts';
import { shared } from '../bytes/fingerprint.ts';
import { publicExtra } from '../privacy/public-data.ts';
import type { ArticleProps, Card, Link } from '../props.ts';
import type { Article, Site } from '../site.ts';
import { fillWord } from '../words/words.ts';
import { toBody, withdrawnBody } from './body.ts';
import { crumbs, pageMeta } from './page-meta.ts';
import { toPreviewImage } from './preview-image.ts';
import { firstOlder, relatedTo } from './related.ts';
import { page, type Route } from './route.ts';
import { readersOf } from './views.ts';

/** A page for each article that is not a link to another site, withdrawn ones included. */
export function* articles(site: Site): Iterable<Route> {
  for (const list of [site.articles, site.withdrawn]) {
    for (const article of list)
      if (article.output !== undefined)
        yield page(article.output, 'article', () => articleProps(article, site), {
          path: article.document.path,
        });
  }
}

function articleProps(article: Article, site: Site): ArticleProps {
  const { document, card, category, preview, withdrawn } = article;
  const { data } = document;
  const address = card.address as Address;
  const at = withdrawn ? -1 : firstOlder(category.own, article.rank);
  const newer = category.own[at - 2];
  const older = withdrawn ? undefined : category.own[at];
  return {
    site: site.props,
    page: pageMeta(site, {
      title: withdrawn ? site.words(card.lang).withdrawnTitle : card.title,
      description: withdrawn
        ? fillWord(site.words(card.lang).withdrawnArticle, { title: card.title }, card.lang)
        : card.summary || undefined,
      address,
      lang: card.lang,
      type: 'article',
      breadcrumb: crumbs(site, category),
      category,
      ...(article.original !== undefined && { original: article.original }),
      ...(preview && {
        image: toPreviewImage(preview, { alt: data.image?.alt ?? card.title, config: site.config }),
      }),
      noindex: withdrawn,
    }),
    title: card.title,
    type: card.type,
    layout: data.layout ?? card.type,
    keyPoints: withdrawn ? [] : data.keyPoints,
    ...(data.document && !withdrawn && { document: shared(data.document) }),
    lang: card.lang,
    summary: withdrawn ? '' : card.summary,
    summaryWritten: data.summary !== undefined && !withdrawn,
    date: card.date,
    ...(article.updated !== undefined && { updated: article.updated }),
    ...(article.history && { history: article.history }),
    ...withReaders(readersOf(article, site)),
    ...(article.approvedBy !== undefined && { approvedBy: article.approvedBy }),
    authors: article.authors,
    category: category.link,
    ...(article.image && !withdrawn && { image: article.image }),
    body: withdrawn ? withdrawnBody : toBody(document, article.resolved, data.dateline),
    headings: withdrawn ? [] : document.headings,
    words: withdrawn ? 0 : document.words,
    tags: article.tags.map((tag) => tag.link),
    attachments: article.attachments,
    corrections: article.corrections,
    related: withdrawn ? [] : relatedTo(article, site).map((other) => undated(other.card)),
    ...(older && { previous: toLink(older) }),
    ...(newer && { next: toLink(newer) }),
    ...(article.original !== undefined && { original: true as const }),
    withdrawn,
    ...(withdrawn && data.withdrawal !== undefined && { withdrawal: data.withdrawal }),
    ...(data.extra && { extra: publicExtra(data.extra, site.config) }),
  };
}

const withReaders = (readers: ArticleProps['readers']): Pick<ArticleProps, 'readers'> =>
  readers === undefined ? {} : { readers };

const withoutUpdate = new WeakMap<Card, Card>();

/**
 * The card of an article as other articles show it: without its update time, so that their pages do not
 * change with it.
 */
function undated(card: Card): Card {
  if (card.updated === undefined) return card;
  const cached = withoutUpdate.get(card);
  if (cached) return cached;
  const { updated, ...rest } = card;
  withoutUpdate.set(card, shared(rest));
  return rest;
}

const toLink = ({ card }: Article): Link => ({ title: card.title, address: card.address });
