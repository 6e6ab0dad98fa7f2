import type { Feed } from './feed-xml.ts';
import type { ToPlainHtml } from './route.ts';

/** JSON Feed 1.1 (jsonfeed.org). */
export const toJsonFeed = (
  { title, description, url, self, lang, publisher, hub, entries }: Feed,
  toPlainHtml: ToPlainHtml,
): string =>
  `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: url,
    feed_url: self,
    description,
    language: lang,
    authors: [{ name: publisher }],
    hubs: hub === undefined ? undefined : [{ type: 'WebSub', url: hub }],
    items: entries.map(({ card, url: address, updated, authors, image, text }) => ({
      id: address,
      url: address,
      title: card.title,
      ...contentOf(card.summary, text && toPlainHtml(text)),
      summary: card.summary,
      image: image?.url,
      date_published: card.date,
      date_modified: updated,
      authors: authors.length > 0 ? authors : undefined,
      tags: card.tags.length > 0 ? card.tags : undefined,
      language: card.lang,
    })),
  })}\n`;

/** An item has to have one of the two. */
const contentOf = (summary: string, html: string | undefined) =>
  html === undefined ? { content_text: summary } : { content_html: html };
