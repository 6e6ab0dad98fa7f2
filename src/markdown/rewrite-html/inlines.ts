import { normalizeUri } from 'micromark-util-sanitize-uri';

import type { Reference } from '../../types.ts';
import { altProblem } from '../alt-problem.ts';
import { classifyUrl, type OwnSite } from '../classify-url.ts';
import { readableUrl } from '../readable-url.ts';
import { linkEnd, referenceToken } from '../tokens.ts';
import type { Place } from '../walk.ts';
import { escapeAttribute, unescape } from './escape.ts';
import { findOpeners } from './find-openers.ts';
import { at, patterns } from './tags.ts';

export interface InlinesOptions extends OwnSite {
  /** From a place in the text to the place in the file. */
  readonly locate: (place: Place) => Place;
}

/** What takes the place of a start tag of `length` characters, and of its end tag. */
interface Replacement {
  readonly length: number;
  readonly html: string;
  readonly end: string;
}

/** The links and pictures of one document. */
export interface Inlines {
  /** Of the link or picture whose start tag begins at `open`; undefined where only the whole pipeline knows. */
  readonly link: (open: number) => Replacement | undefined;
  readonly picture: (open: number, options: { readonly block: boolean }) => Replacement | undefined;
  /** Those that have tokens, with their places in the text; undefined where these are not sure. */
  readonly references: (text: string) => Reference[] | undefined;
}

interface Inline {
  readonly kind: Reference['kind'];
  /** As in the HTML. */
  readonly url: string;
  /** Makes its reference, when it has a token. */
  readonly toReference?: (place: Place) => Reference;
}

export const createInlines = (html: string, { locate, ...site }: InlinesOptions): Inlines => {
  const inlines: Inline[] = [];
  let tokens = 0;
  const toToken = (inline: Required<Inline>): string => {
    inlines.push(inline);
    return referenceToken(tokens++);
  };
  return {
    link(open) {
      const tag = at(patterns.link, html, open);
      if (!tag) return undefined;
      const { length } = tag[0];
      const url = unescape(tag[1] as string);
      const title = tag[2] === undefined ? undefined : unescape(tag[2]);
      const bare = isAddress(unescape(html.slice(open + length, html.indexOf('</a>', open))), url);
      const { kind } = classifyUrl(url, site);
      if (kind === 'internal') {
        if (bare) return undefined;
        const toReference: Inline['toReference'] = (place) => ({ kind: 'link', url: readableUrl(url), ...(title !== undefined && { title }), ...place });
        return { length, html: toToken({ kind: 'link', url, toReference }), end: linkEnd };
      }
      if (kind !== 'external' && kind !== 'contact') return undefined;
      if (!bare) inlines.push({ kind: 'link', url });
      const attributes = `href="${escapeAttribute(url)}"${title === undefined ? '' : ` title="${escapeAttribute(title)}"`}`;
      return { length, html: `<a ${attributes}${kind === 'external' ? ' class="external" rel="external noopener"' : ''}>`, end: '</a>' };
    },
    picture(open, { block }) {
      const tag = at(patterns.picture, html, open);
      if (!tag) return undefined;
      const url = unescape(tag[1] as string);
      const alt = unescape(tag[2] as string);
      const title = tag[3] === undefined ? undefined : unescape(tag[3]);
      const { kind } = classifyUrl(url, site);
      if (url === '' || kind === 'unsafe' || kind === 'contact' || altProblem(alt)) return undefined;
      const toReference: Inline['toReference'] = (place) => ({ kind: 'picture', url: readableUrl(url), alt, ...(title !== undefined && { title }), block, ...place });
      return { length: tag[0].length, html: toToken({ kind: 'picture', url, toReference }), end: '' };
    },
    references(text) {
      const places = tokens > 0 ? findOpeners(text, inlines) : [];
      return places && inlines.flatMap(({ toReference }, index) => toReference?.(locate(places[index] as Place)) ?? []);
    },
  };
};

/** Whether a link shows where it leads, as one without brackets does. */
const isAddress = (shown: string, url: string): boolean => {
  if (shown === url) return true;
  if (!/[.:@]/.test(shown)) return false;
  const address = normalizeUri(shown);
  return url === address || url === `http://${address}` || url === `mailto:${address}`;
};
