import { lazy } from '../bytes/lazy.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';

/**
 * At most this many misspelt names get a suggestion: each is compared with all names, and an archive may have
 * thousands of dead links.
 */
const most = 100;

/** Gives a message's `url` with, where there is one, the `near` name that was probably meant. */
export type Suggest = (url: string) => Diagnostic['values'];

/** Suggests the last parts of `paths`, which are collected when first wanted. */
export function createSuggest(paths: () => Iterable<string>): Suggest {
  const lastPart = (path: string): string =>
    path.replace(/\/(?:_?index\.(?:md|markdown))?$/i, '').replace(/^.*\//s, '');
  const names = lazy(() => new Set([...paths()].map(lastPart)));
  let asked = 0;
  return (url) => {
    asked += 1;
    const name = lastPart(url);
    const near = asked > most ? undefined : nearest(name, names());
    return { url, ...(near !== undefined && near !== name && { near }) };
  };
}
