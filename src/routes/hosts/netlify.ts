import { askAgain, encoded, forEver, type HostTable } from './table.ts';

/** What Cloudflare Pages reads of `_redirects`. */
const cloudflareLimit = 2000;

/** `_redirects` of Netlify: redirects before the pages that stand there, and 410 for withdrawn articles. */
export const toNetlifyRedirects = ({ moves, gone, notFound }: HostTable): string =>
  [
    ...moves.map(({ from, to }) => `${encoded(from)} ${encoded(to)} 301!`),
    ...gone.map((address) => `${encoded(address)} ${encoded(`${address}index.html`)} 410!`),
    // Netlify finds the page of the site's own language by itself.
    ...notFound.slice(1).map(({ below, page }) => `${encoded(below)}* ${encoded(page)} 404`),
  ]
    .map((line) => `${line}\n`)
    .join('');

/** `_redirects` of Cloudflare Pages, which knows no 410 and reads so many lines; pages stand for the rest. */
export const toCloudflareRedirects = ({ moves }: HostTable): string =>
  moves
    .slice(0, cloudflareLimit)
    .map(({ from, to }) => `${encoded(from)} ${encoded(to)} 301\n`)
    .join('');

/** `_headers`, which both read. */
export const toHeaders = ({ base, headers, unchanging }: HostTable): string =>
  [
    [`${base}*`, ...headers.map(([name, value]) => `  ${name}: ${value}`), `  Cache-Control: ${askAgain}`],
    // Headers of the same name are joined: that of all pages is taken away first.
    ...unchanging.map((folder) => [`${folder}*`, '  ! Cache-Control', `  Cache-Control: ${forEver}`]),
  ]
    .map((group) => `${group.join('\n')}\n`)
    .join('\n');
