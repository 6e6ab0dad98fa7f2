import { x } from 'xastscript';
import type { DateTime, Url } from '../brands.ts';
import { toXml } from '../bytes/to-xml.ts';
import type { Card, PreviewImage } from '../props.ts';

export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The list's page. */
  readonly url: Url;
  /** The feed itself. */
  readonly self: Url;
  readonly lang: string;
  readonly publisher: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

interface FeedEntry {
  readonly card: Card;
  readonly url: Url;
  readonly updated: DateTime;
  readonly authors: readonly { readonly name: string; readonly url?: Url }[];
  readonly image?: PreviewImage;
}

/**
 * RSS 2.0 (RSS Advisory Board) with a self link; dated by its newest entry, so that the same entries give the
 * same bytes.
 */
export function toRss({ title, description, url, self, lang, publisher, entries }: Feed): string {
  const newest = latest(entries);
  return toXml([
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
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
          ...entries.map(({ card, url: link, image }) =>
            x('item', [
              x('title', card.title),
              x('link', link),
              x('guid', { isPermaLink: 'false' }, link),
              x('pubDate', toRfc822(card.date)),
              ...card.authors.map((author) => x('dc:creator', author)),
              x('category', card.category.title),
              x('description', card.summary),
              ...(image ? picturesOf(image) : []),
            ]),
          ),
        ]),
      ],
    ),
  ]);
}

/** The picture as the two kinds of readers look for it. Its size in bytes is not known yet: 0, as the board says. */
const picturesOf = ({ url, width, height, alt }: PreviewImage) => [
  x('enclosure', { url, length: 0, type: 'image/jpeg' }),
  x('media:content', { url, medium: 'image', type: 'image/jpeg', width, height }, [
    ...(alt ? [x('media:description', { type: 'plain' }, alt)] : []),
  ]),
];

/** Atom (RFC 4287). */
export function toAtom({ title, description, url, self, lang, publisher, entries }: Feed): string {
  return toXml([
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang }, [
      x('id', self),
      x('title', title),
      x('subtitle', description),
      x('link', { href: url, rel: 'alternate', type: 'text/html' }),
      x('link', { href: self, rel: 'self', type: 'application/atom+xml' }),
      // An empty feed has no date of its own; the beginning of the epoch says "never" and stays the same.
      x('updated', latest(entries) ?? '1970-01-01T00:00:00Z'),
      x('author', [x('name', publisher)]),
      ...entries.map(({ card, url: link, updated, authors, image }) =>
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
