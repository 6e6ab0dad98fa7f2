import { askAgain, encoded, forEver, type HostTable, type Move } from './table.ts';

/** `_redirects` of Netlify: redirects before the pages that stand there, and 410 for what is gone. */
export const toNetlifyRedirects = ({ moves, gone, notFound }: HostTable): string =>
  [
    // Those that ask for a query first: the others fit all queries.
    ...[...moves.filter(hasQuery), ...moves.filter((move) => !hasQuery(move))].map(
      ({ from, query, to }) => `${[encoded(from), ...(query?.split('&') ?? []), encoded(to)].join(' ')} 301!`,
    ),
    ...gone.map(({ address, page }) => `${encoded(address)} ${encoded(page)} 410!`),
    // Netlify finds the page of the site's own language by itself.
    ...notFound.slice(1).map(({ below, page }) => `${encoded(below)}* ${encoded(page)} 404`),
  ]
    .map((line) => `${line}\n`)
    .join('');

const hasQuery = ({ query }: Move): boolean => query !== undefined;

/** `_redirects` of Cloudflare Pages, which knows no 410. */
export const toCloudflareRedirects = ({ moves }: HostTable): string =>
  moves.map((move) => `${cloudflareLine(move)}\n`).join('');

/** A line of Cloudflare's for one old address. */
export const cloudflareLine = ({ from, to }: Move): string => `${encoded(from)} ${encoded(to)} 301`;

/** `_headers`, which both read. */
export const toHeaders = ({ base, headers, unchanging }: HostTable): string =>
  [
    [`${base}*`, ...headers.map(([name, value]) => `  ${name}: ${value}`), `  Cache-Control: ${askAgain}`],
    // Headers of the same name are joined: that of all pages is taken away first.
    ...unchanging.map((folder) => [`${folder}*`, '  ! Cache-Control', `  Cache-Control: ${forEver}`]),
  ]
    .map((group) => `${group.join('\n')}\n`)
    .join('\n');
