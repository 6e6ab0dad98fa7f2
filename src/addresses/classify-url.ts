import { trim } from '../bytes/usable-text.ts';

/** Where a link leads. `unsafe` is any scheme other than http, https, mailto and tel. */
export type Target =
  | { readonly kind: 'fragment' | 'internal' | 'external' | 'contact' }
  | { readonly kind: 'unsafe'; readonly scheme: string };

export interface OwnSite {
  /** `https://news.example` */
  readonly origin: string;
  /** Path below which the site lies: `/` or `/tin/`. */
  readonly base: string;
}

// Characters that browsers remove from a URL before they read its scheme (WHATWG URL, basic URL parser).
const ignoredWithin = /[\t\n\r]/g;
const ignoredAround = /[\0-\x20]/;
const schemeOf = /^([a-z][a-z\d+.-]*):/i;
const slashes = /^[\\/]{2}/;

const fragment: Target = { kind: 'fragment' };
const internal: Target = { kind: 'internal' };
const external: Target = { kind: 'external' };
const contact: Target = { kind: 'contact' };

/**
 * Reads a URL as a browser does: control characters, case and backslashes do not disguise a scheme or a host.
 */
export const classifyUrl = (url: string, site: OwnSite): Target => {
  const seen = trim(url.replace(ignoredWithin, ''), ignoredAround);
  if (seen.startsWith('#')) return fragment;
  const scheme = schemeOf.exec(seen)?.[1]?.toLowerCase();
  if (scheme === 'mailto' || scheme === 'tel') return contact;
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { kind: 'unsafe', scheme };
  if (scheme === undefined && !slashes.test(seen)) return internal;
  if (!URL.canParse(seen, site.origin)) return external;
  const { origin, pathname } = new URL(seen, site.origin);
  return origin === site.origin && `${pathname}/`.startsWith(site.base) ? internal : external;
};
