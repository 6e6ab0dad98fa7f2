import path from 'node:path/posix';
import type { SourcePath } from '../brands.ts';

/** What a written reference means, whether its target exists or not. */
export type Location =
  | { readonly kind: 'file'; readonly path: string; readonly query: string; readonly fragment: string }
  | { readonly kind: 'address'; readonly address: string; readonly query: string; readonly fragment: string }
  | { readonly kind: 'outside' };

/**
 * Where a reference written in the file `from` leads: a relative path to a file below `content/` (in NFC), an
 * absolute path to an address of the site, the folder `content/` itself to the front page. A path that leaves
 * `content/` leads nowhere. Backslashes are slashes, as they are to browsers. The query is kept without its
 * `?`, the fragment without its `#`.
 */
export function locate({ from, url, origin }: { from: SourcePath; url: string; origin: string }): Location {
  const [, written = '', query = '', fragment = ''] =
    /^([^#?]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(toLocal(url, origin)) ?? [];
  const plain = decode(written).replaceAll('\\', '/').normalize('NFC');
  if (plain.startsWith('/')) return { kind: 'address', address: path.normalize(plain), query, fragment };
  const joined = path.join(path.dirname(from), plain).normalize('NFC');
  if (joined !== 'content' && !joined.startsWith('content/')) return { kind: 'outside' };
  const file = joined.replace(/\/$/, '');
  return file === 'content' && plain !== ''
    ? { kind: 'address', address: '/', query, fragment }
    : { kind: 'file', path: file, query, fragment };
}

const absolute = /^\s*(?:https?:|[\\/]{2})/i;

/** An address of the site itself without its origin; other addresses stay as they are. */
function toLocal(url: string, origin: string): string {
  if (!absolute.test(url) || !URL.canParse(url, origin)) return url;
  const { origin: host, pathname, search, hash } = new URL(url, origin);
  return host === origin ? `${pathname}${search}${hash}` : url;
}

/** Percent-decoded, or as it stands when that cannot be done. */
export function decode(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** Whether a written address leads to another server. Any other scheme than http and https leads nowhere. */
export const isRemote = (url: string): boolean => /^(?:https?:|\/\/)/i.test(url);

/**
 * The id that a fragment (the part of a URL after `#`) names: percent-decoded, or as it is where that is not
 * possible.
 */
export const decodeFragment = (fragment: string): string => {
  if (!fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};
