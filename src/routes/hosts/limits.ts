import type { Site } from '../../site.ts';
import { toWebConfig } from './iis.ts';
import { cloudflareLine } from './netlify.ts';
import type { HostTable } from './table.ts';

export type Host = Site['config']['delivery']['hosts'][number];

/** What a host cannot do, and why. */
export interface Unfit {
  readonly reason: string;
  readonly count: number;
}

/** The part of the table for a host, and what was left out. */
export interface Fitted {
  readonly table: HostTable;
  readonly unfit: readonly Unfit[];
}

/** What Cloudflare Pages reads of `_redirects`: lines, and characters of each. */
const cloudflareLimit = { lines: 2000, line: 1000 };
/** What IIS reads of `web.config`, in bytes. */
const iisLimit = 250 * 1024;

/** Whether a host can tell an address with this query from one without. */
export const readsQuery = (host: Host, query: string): boolean =>
  host === 'netlify' ? /^[^=&\s:]+=[^=&\s:]+(?:&[^=&\s:]+=[^=&\s:]+)*$/.test(query) : host !== 'cloudflare';

/**
 * The part of the table that a host can use. Addresses with queries that it cannot match are reported at
 * their place.
 */
export function fitTo(host: Host, all: HostTable): Fitted {
  const readable = all.moves.filter(({ query }) => query === undefined || readsQuery(host, query));
  const table = { ...all, moves: readable };
  if (host === 'cloudflare') return fitToCloudflare(table);
  return host === 'iis' ? fitToIis(table) : { table, unfit: [] };
}

function fitToCloudflare(table: HostTable): Fitted {
  const short = table.moves.filter((move) => cloudflareLine(move).length <= cloudflareLimit.line);
  const moves = short.slice(0, cloudflareLimit.lines);
  return {
    table: { ...table, moves, gone: [] },
    unfit: unfit([
      [`it reads ${cloudflareLimit.lines} redirects`, table.moves.length - moves.length],
      ['it knows no 410', table.gone.length],
    ]),
  };
}

/** Entries for removed addresses come first: moved addresses have redirect pages too. */
function fitToIis(table: HostTable): Fitted {
  const sizeOf = (part: HostTable): number => Buffer.byteLength(toWebConfig(part));
  const none = { ...table, moves: [], gone: [] };
  const gone = longestFit(table.gone, (part) => sizeOf({ ...none, gone: part }));
  const moves = longestFit(table.moves, (part) => sizeOf({ ...none, gone, moves: part }));
  return {
    table: { ...table, moves, gone },
    unfit: unfit([
      [
        'it reads a web.config of 250 KB',
        table.moves.length - moves.length + table.gone.length - gone.length,
      ],
    ]),
  };
}

/** The first entries that fit, found by halving. */
function longestFit<Entry>(
  entries: readonly Entry[],
  sizeOf: (part: readonly Entry[]) => number,
): readonly Entry[] {
  let fits = 0;
  let tooMany = entries.length + 1;
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (sizeOf(entries.slice(0, middle)) <= iisLimit) fits = middle;
    else tooMany = middle;
  }
  return entries.slice(0, fits);
}

const unfit = (each: readonly (readonly [reason: string, count: number])[]): Unfit[] =>
  each.flatMap(([reason, count]) => (count > 0 ? [{ reason, count }] : []));
