import { x } from 'xastscript';
import type { Address, DateTime, Url } from '../brands.ts';
import { escapeHtml, toXml } from '../bytes/markup.ts';
import type { Card, PreviewImage } from '../props.ts';
import type { PlainText, ToPlainHtml } from './route.ts';

export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The list's page. */
  readonly url: Url;
  /** The feed itself. */
  readonly self: Url;
  readonly lang: string;
  /** The style sheet for people who open the feed in a browser. */
  readonly style: Address;
  readonly publisher: string;
  /** The WebSub hub. */
  readonly hub?: string | undefined;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

interface FeedEntry {
  readonly card: Card;
  readonly url: Url;
  readonly updated: DateTime;
  readonly authors: readonly { readonly name: string; readonly url?: Url }[];
  readonly image?: PreviewImage;
  /** Absent where feeds have summaries alone. */
  readonly text?: PlainText;
}

/**
 * RSS 2.0 (RSS Advisory Board) with a self link; dated by its newest entry, so that the same entries give the
 * same bytes.
 */
export function toRss(
  { title, description, url, self, lang, publisher, style, hub, entries }: Feed,
  toPlainHtml: ToPlainHtml,
): string {
  const newest = latest(entries);
  return toXml([
    ...instructions(style),
    x(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        ...(entries.some(({ text }) => text) && {
          'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        }),
        ...(entries.some(({ image }) => image) && { 'xmlns:media': 'http://search.yahoo.com/mrss/' }),
      },
      [
        x('channel', [
          x('title', title),
          x('link', url),
          x('description', description),
          x('language', lang),
          x('copyright', publisher),
          ...(newest === undefined ? [] : [x('lastBuildDate', toRfc822(newest))]),
          x('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
          ...(hub === undefined ? [] : [x('atom:link', { href: hub, rel: 'hub' })]),
          ...entries.map(({ card, url: link, image, text }) =>
            x('item', [
              x('title', card.title),
              x('link', link),
              x('guid', { isPermaLink: 'false' }, link),
              x('pubDate', toRfc822(card.date)),
              ...card.authors.map((author) => x('dc:creator', author)),
              x('category', card.category.title),
              x('description', card.summary),
              ...contentOf(text, toPlainHtml).map((html) => x('content:encoded', html)),
              ...(image ? picturesOf(image) : []),
            ]),
          ),
        ]),
      ],
    ),
  ]);
}

const instructions = (style: Address) => [
  { type: 'instruction' as const, name: 'xml', value: 'version="1.0" encoding="utf-8"' },
  {
    type: 'instruction' as const,
    name: 'xml-stylesheet',
    value: `type="text/css" href="${escapeHtml(style)}"`,
  },
];

/** The text's HTML, where there is one. */
function contentOf(text: PlainText | undefined, toPlainHtml: ToPlainHtml): string[] {
  const html = text && toPlainHtml(text);
  return html === undefined ? [] : [html];
}

/** The picture as the two kinds of readers look for it. Its size in bytes is not known yet: 0, as the board says. */
const picturesOf = ({ url, width, height, alt }: PreviewImage) => [
  x('enclosure', { url, length: 0, type: 'image/jpeg' }),
  x('media:content', { url, medium: 'image', type: 'image/jpeg', width, height }, [
    ...(alt ? [x('media:description', { type: 'plain' }, alt)] : []),
  ]),
];

/** Atom (RFC 4287). */
export function toAtom(
  { title, description, url, self, lang, publisher, style, hub, entries }: Feed,
  toPlainHtml: ToPlainHtml,
): string {
  return toXml([
    ...instructions(style),
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang }, [
      x('id', self),
      x('title', title),
      x('subtitle', description),
      x('link', { href: url, rel: 'alternate', type: 'text/html' }),
      x('link', { href: self, rel: 'self', type: 'application/atom+xml' }),
      ...(hub === undefined ? [] : [x('link', { href: hub, rel: 'hub' })]),
      // An empty feed has no date of its own; the beginning of the epoch says "never" and stays the same.
      x('updated', latest(entries) ?? '1970-01-01T00:00:00Z'),
      x('author', [x('name', publisher)]),
      ...entries.map(({ card, url: link, updated, authors, image, text }) =>
        x('entry', { 'xml:lang': card.lang }, [
          x('id', link),
          x('title', card.title),
          x('link', { href: link, rel: 'alternate' }),
          ...(image ? [x('link', { href: image.url, rel: 'enclosure', type: 'image/jpeg' })] : []),
          x('published', card.date),
          x('updated', updated),
          ...authors.map(({ name, url: uri }) =>
            x('author', [x('name', name), ...(uri === undefined ? [] : [x('uri', uri)])]),
          ),
          x('category', { term: card.category.title }),
          x('summary', card.summary),
          ...contentOf(text, toPlainHtml).map((html) => x('content', { type: 'html' }, html)),
        ]),
      ),
    ]),
  ]);
}

const latest = (entries: Feed['entries']): DateTime | undefined =>
  entries.reduce<DateTime | undefined>(
    (newest, { updated }) =>
      newest === undefined || Date.parse(updated) > Date.parse(newest) ? updated : newest,
    undefined,
  );

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 822 with a four-digit year, on the clock that the date has: `Mon, 16 Nov 2026 08:30:00 +0700`. */
function toRfc822(date: DateTime): string {
  const [, year, month, day, time, offset = 'Z'] =
    /^(\d{4})-(\d{2})-(\d{2})T([\d:]{8})(.*)$/.exec(date) ?? [];
  const weekday = days[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()];
  return `${weekday}, ${day} ${months[Number(month) - 1]} ${year} ${time} ${offset === 'Z' ? '+0000' : offset.replace(':', '')}`;
}
