/** `content/_data/addresses.txt`: the addresses that readers know, so that a lost one is reported. */
import path from 'node:path/posix';
import { toAliasOutput } from '../addresses/alias.ts';
import { nameOf } from '../addresses/language-of.ts';
import { toAddress } from '../addresses/permalink.ts';
import { toDocumentSegment } from '../addresses/segment.ts';
import type { Address, SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Site } from '../site.ts';
import type { Document } from '../types.ts';
import { fileSlug } from './document-place.ts';

/** Where the list lies, relative to the site's folder. */
export const addressesPath = 'content/_data/addresses.txt' as SourcePath;

/** The addresses of all articles, plain pages and categories of the site, in order. */
export function addressesOf({ editions }: Pick<Site, 'editions'>): Address[] {
  const addresses = editions.flatMap(({ config, articles, pages, categories }) => [
    ...articles.flatMap(({ output, original }) =>
      output === undefined || original !== undefined ? [] : [toAddress(config, output)],
    ),
    ...pages.map(({ link }) => link.address),
    ...[...categories.values()].map(({ link }) => link.address),
  ]);
  return [...new Set(addresses)].sort();
}

/** The addresses of a list, one on a line, each with the number of its line. */
export const parseAddresses = (text: string): { readonly address: string; readonly line: number }[] =>
  text.split(/\r?\n/).flatMap((line, index) => {
    const address = line.trim();
    return address === '' || address.startsWith('#') ? [] : [{ address, line: index + 1 }];
  });

/** A list with the addresses of a site added, in order; what stood there stays. */
export function withAddresses(text: string, addresses: Iterable<string>): string {
  const before = parseAddresses(text).map(({ address }) => address);
  const notes = text.split(/\r?\n/).filter((line) => line.startsWith('#'));
  return [...notes, ...[...new Set([...before, ...addresses])].sort()].map((line) => `${line}\n`).join('');
}

interface Input {
  /** The list's text. */
  readonly text: string;
  readonly site: Site;
  readonly documents: readonly Document[];
  /** Whether something stands at an address: a page, or one that leads on. */
  readonly isServed: (address: string) => boolean;
  /** Whether an article that is not published has the address. */
  readonly isUnpublished: (address: string) => boolean;
  readonly report: (message: Diagnostic) => void;
}

/**
 * Reports addresses of the list that the site no longer serves and that `delivery.gone` does not name.
 * Addresses of articles and pages that are held back or cannot be read are not reported.
 */
export function reportLostAddresses(input: Input): void {
  const { text, site, documents, isServed, isUnpublished, report } = input;
  const { config } = site;
  const gone = new Set(config.delivery.gone.map((address) => toAliasOutput(config, address)));
  const moved = new Set<string>(
    site.editions.flatMap(({ redirects }) => redirects.map(({ output }) => output)),
  );
  const broken = brokenNames(documents, config);
  for (const { address, line } of parseAddresses(text)) {
    const output = toAliasOutput(config, address);
    const isKnown = output !== undefined && (gone.has(output) || moved.has(output) || isServed(address));
    if (isKnown || isUnpublished(address) || namesIn(address).some((name) => broken.has(name))) continue;
    report(diagnose('address-lost', addressesPath, { line, column: 1 }, { address }));
  }
}

/** The likely slugs of documents that cannot be read, from their file names. */
const brokenNames = (documents: readonly Document[], config: ResolvedConfig): ReadonlySet<string> =>
  new Set(
    documents.flatMap(({ kind, path: file }) => {
      if (kind !== 'broken') return [];
      const name = path.basename(file).startsWith('_index.') ? path.dirname(file) : nameOf(file, config);
      return [toDocumentSegment(fileSlug(name))];
    }),
  );

const namesIn = (address: string): string[] => address.split('/').map((part) => part.replace(/\.\w+$/, ''));
