import { toAliasOutput } from '../../addresses/alias.ts';
import { hasSearch } from '../../addresses/fixed-places.ts';
import { toAddress, toPlace } from '../../addresses/permalink.ts';
import { originOf } from '../../blocks/services.ts';
import type { Address, Url } from '../../brands.ts';
import type { Site } from '../../site.ts';

/** An old address, decoded, and where it leads. */
export interface Move {
  readonly from: Address;
  /** Only requests with this query, behind the question mark, are meant. */
  readonly query?: string;
  readonly to: Address | Url;
}

interface NotFound {
  readonly below: Address;
  readonly page: Address;
}

/** What a host is to know of the site, whatever its own language. */
export interface HostTable {
  /** Path below which the site is served. */
  readonly base: Address;
  readonly moves: readonly Move[];
  /** Addresses at which nothing will stand again, and what a reader finds there: 410. */
  readonly gone: readonly { readonly address: Address; readonly page: Address }[];
  /** Pages for addresses that are not there, by the folders of the languages; the site's own comes first. */
  readonly notFound: readonly NotFound[];
  /** Of every answer. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Whether compressed versions of texts lie beside them. */
  readonly precompressed: boolean;
  /** Folders whose files never change, since their names have digests. */
  readonly unchanging: readonly Address[];
}

export const forEver = 'public, max-age=31536000, immutable';
export const askAgain = 'no-cache';

/** The table for all hosts, in all languages of the site. An address that is served has no redirect. */
export function tableOf(site: Site, isServed: (output: string) => boolean): HostTable {
  const { config, editions } = site;
  const pageOf = (name: string): NotFound[] =>
    editions.map((edition) => ({
      below: toPlace(edition.config, '').address,
      page: toPlace(edition.config, name).address,
    }));
  return {
    base: config.site.base,
    moves: editions.flatMap(({ config: own, redirects, queryRedirects }) => [
      ...queryRedirects.map(({ path, query, address }) => ({ from: path, query, to: address })),
      ...redirects
        .filter(({ output }) => !isServed(output))
        .map(({ output, address }) => ({ from: toAddress(own, output), to: address })),
    ]),
    gone: [
      ...editions.flatMap(({ withdrawn }) =>
        withdrawn.flatMap(({ output, address }) =>
          output === undefined
            ? []
            : [{ address: address as Address, page: `${config.site.base}${output}` as Address }],
        ),
      ),
      ...goneOf(config, isServed).map((address) => ({
        address,
        // Languages have folders within that of the site.
        page: (pageOf('410.html').findLast(({ below }) => address.startsWith(below)) as NotFound).page,
      })),
    ],
    notFound: pageOf('404.html'),
    headers: [
      ['Content-Security-Policy', policyOf(config)],
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'strict-origin-when-cross-origin'],
      ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ],
    precompressed: config.delivery.precompressed,
    unchanging: ['assets/', 'media/'].map((folder) => toPlace(config, folder).address),
  };
}

/** The addresses of `delivery.gone`, but for those at which something stands; of folders without the slash too. */
const goneOf = (config: Site['config'], isServed: (output: string) => boolean): Address[] =>
  config.delivery.gone.flatMap((written) => {
    const output = toAliasOutput(config, written);
    if (output === undefined || isServed(output)) return [];
    const address = toAddress(config, output);
    return address.endsWith('/') && address !== config.site.base
      ? [address, address.slice(0, -1) as Address]
      : [address];
  });

/** What pages of the default theme need, and no more: a Content Security Policy (W3C, level 3). */
function policyOf(config: Site['config']): string {
  const frames = config.embeds.map(originOf);
  const forms = [...(hasSearch(config) ? ["'self'"] : []), ...config.delivery.forms];
  return [
    "default-src 'self'",
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${forms.length > 0 ? forms.join(' ') : "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A text in quotation marks, as nginx, Apache and Caddy read it. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** A pattern of exactly this text, for all. */
export const pattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\"#]/g, '\\$&');

/** An address as it stands in a request: no blank, no quotation mark, nothing outside ASCII. */
export const encoded = (address: string): string =>
  encodeURI(address.normalize('NFC'))
    .replace(/%25(?=[0-9a-f]{2})/gi, '%')
    .replace(/[$'()*:;]/g, (character) =>
      character === ':' && /^https?:/.test(address)
        ? character
        : `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );

/** Old addresses that differ in their case alone, which some hosts do not look at. */
export function alikeButForCase(moves: readonly Move[]): ReadonlySet<Move> {
  const first = new Map<string, Move>();
  const alike = new Set<Move>();
  for (const move of moves) {
    const key = `${move.from}?${move.query ?? ''}`.toLowerCase();
    const other = first.get(key);
    if (other) alike.add(other).add(move);
    else first.set(key, move);
  }
  return alike;
}
