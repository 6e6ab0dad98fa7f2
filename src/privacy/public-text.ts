import type { Article, Site } from '../site.ts';
import { publicArticle, publicAuthor, publicCategory } from './public-data.ts';

/** The text that the site publishes on purpose, without bodies: a private value in it is no secret. */
export function publicText({ config, props, articles, withdrawn, categories, authors, pages }: Site): string {
  const ofArticle = ({ document, card }: Article): unknown => {
    const { excerpt, headings } = document;
    return [card, publicArticle(document.data, config), excerpt, headings];
  };
  return JSON.stringify([
    props,
    articles.map(ofArticle),
    withdrawn.map(({ document: { data } }) => [data.title, data.corrections, data.withdrawal]),
    [...categories.values()].map(({ document: { data, excerpt, headings } }) => [
      publicCategory(data),
      excerpt,
      headings,
    ]),
    authors.map(({ document: { data, excerpt, headings } }) => [publicAuthor(data), excerpt, headings]),
    pages.map(({ document: { data, excerpt, headings } }) => [data, excerpt, headings]),
  ]);
}
