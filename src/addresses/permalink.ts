import type { Address, OutputPath, Url } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { isVietnamese } from '../words/vietnamese.ts';
import { isServable } from './servable.ts';

/** Fills a pattern such as `/:category/:slug/` and gives the path below the base: `kinh-te/lua/`. */
function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  // Text and names by turns.
  let parts = patterns.get(pattern);
  if (!parts) patterns.set(pattern, (parts = pattern.split(/:([a-z]+)/)));
  let filled = '';
  for (let index = 0; index < parts.length; index++)
    filled += index % 2 === 0 ? parts[index] : (values[parts[index] as string] ?? '');
  if (filled.includes('//')) filled = filled.replaceAll(/\/{2,}/g, '/');
  return filled.startsWith('/') ? filled.slice(1) : filled;
}
const patterns = new Map<string, readonly string[]>();

export interface Place {
  readonly address: Address;
  readonly output: OutputPath;
}

export type PlaceKind = 'article' | 'category' | 'page' | 'tag' | 'author' | 'month';

/** Where something stands on the site, by the permalink pattern of its kind. */
export const permalink = (
  config: ResolvedConfig,
  kind: PlaceKind,
  values: Readonly<Record<string, string>>,
): Place => toPlace(config, fill(patternOf(config, kind), values));

/** A path below the base, as address and as output: a path that ends in `/` is the folder's `index.html`. */
export function toPlace({ site, edition }: ResolvedConfig, path: string): Place {
  const output = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return {
    address: `${site.base}${path}` as Address,
    output: (edition ? `${edition.folder}${output}` : output) as OutputPath,
  };
}

/** The base path of the whole site, below which each language has its folder. */
export const baseOf = ({ site, edition }: ResolvedConfig): Address => edition?.base ?? site.base;

/** The numbered archive page of a list. */
export const numberedPlace = (config: ResolvedConfig, list: Address, number: number): Place => {
  const pattern =
    config.permalinks.number ?? (isVietnamese(config.site.language) ? 'trang-:number' : 'page-:number');
  return toPlace(
    config,
    `${list.slice(config.site.base.length)}${fill(pattern, { number: String(number) })}/`,
  );
};

/** The address at which an output is served. */
export const toAddress = (config: ResolvedConfig, output: string): Address =>
  `${baseOf(config)}${output.replace(/(^|\/)index\.html$/, '$1')}` as Address;

/**
 * The place that a document names for itself: a page, whose path ends in a slash, in nothing or like a page's
 * (`.html`, `.php`). Undefined for a path that no page can have.
 */
export function ownPlace(config: ResolvedConfig, written: string): Place | undefined {
  const path = written.replace(/^\/+/, '');
  const output = outputAt(path);
  return path !== '' && !path.includes(':') && isServable(output)
    ? { address: toAddress(config, output), output }
    : undefined;
}

/** The absolute URL of an address on this site; letters beyond ASCII are percent-encoded (RFC 3986). */
export const toUrl = (config: ResolvedConfig, address: string): Url =>
  `${config.site.origin}${address.replace(beyondAscii, encodeURI)}` as Url;
const beyondAscii = /[^\0-\x7F]+/g;

/** The output that serves an address of this site, or undefined for an address outside the base path. */
export function toOutput(config: ResolvedConfig, address: string): OutputPath | undefined {
  const base = baseOf(config);
  if (!address.startsWith(base)) return undefined;
  return outputAt(address.slice(base.length));
}

/** The file at a path below the base: a folder's `index.html` where its last part has no ending. */
function outputAt(path: string): OutputPath {
  const last = path.slice(path.lastIndexOf('/') + 1);
  const isFolder = last !== '' && !last.includes('.');
  return (last === '' ? `${path}index.html` : isFolder ? `${path}/index.html` : path) as OutputPath;
}

/**
 * The site's pattern of a kind, or the default one of its language. A page without an ending is its folder's:
 * `/:category/:slug` is `/:category/:slug/`.
 */
export function patternOf(config: ResolvedConfig, kind: PlaceKind): string {
  const pattern = writtenPattern(config, kind);
  return pattern.includes('.', pattern.lastIndexOf('/')) || pattern.endsWith('/') ? pattern : `${pattern}/`;
}

function writtenPattern({ permalinks, site }: ResolvedConfig, kind: PlaceKind): string {
  const vietnamese = isVietnamese(site.language);
  if (kind === 'tag') return permalinks.tag ?? (vietnamese ? '/tu-khoa/:slug/' : '/tags/:slug/');
  if (kind === 'author') return permalinks.author ?? (vietnamese ? '/tac-gia/:slug/' : '/authors/:slug/');
  if (kind === 'month')
    return permalinks.month ?? (vietnamese ? '/luu-tru/:year/:month/' : '/archive/:year/:month/');
  return permalinks[kind];
}
