import { toAliasOutput } from '../addresses/alias.ts';
import { toAddress } from '../addresses/permalink.ts';
import type { ResolvedConfig } from '../config/config.ts';

export interface AddressedArticle {
  readonly address: string;
  readonly aliases: readonly string[];
  /** Its addresses from when its category had others. */
  readonly movedFrom: readonly string[];
}

/** The paths under which an alias is requested. */
const pathsOf = (path: string): string[] => {
  const plain = decode(path);
  const index = plain.endsWith('/') ? [`${plain}index.html`] : [];
  return [path, plain, encodeURI(plain), ...index, ...index.map(encodeURI)];
};

/** Old addresses of an article as readers request them, below the site's base. */
export const aliasAddresses = (aliases: readonly string[], config: ResolvedConfig): string[] =>
  aliases.flatMap((alias) => {
    const output = toAliasOutput(config, alias);
    return output === undefined ? [] : [toAddress(config, output)];
  });

/**
 * Every path under which articles are requested, with the article's own address. Where two articles have the
 * same path, an article's own address wins, then one in `aliases`.
 */
export function articleAddresses(
  articles: readonly AddressedArticle[],
  config: ResolvedConfig,
): Map<string, string> {
  const paths = new Map<string, string>();
  const add = (address: string, old: string): void => {
    for (const path of pathsOf(old)) paths.set(path, address);
  };
  for (const { address, movedFrom } of articles) for (const old of movedFrom) add(address, old);
  for (const { address, aliases } of articles)
    for (const alias of aliasAddresses(aliases, config)) add(address, alias);
  for (const { address } of articles) add(address, address);
  return paths;
}

function decode(path: string): string {
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path;
  }
}
