import { toAliasOutput } from '../addresses/alias.ts';
import { toAddress } from '../addresses/permalink.ts';
import type { ResolvedConfig } from '../config/config.ts';

export interface AddressedArticle {
  readonly address: string;
  readonly aliases: readonly string[];
}

/** The paths under which an alias is asked for. */
const pathsOf = (path: string): string[] => {
  const plain = decode(path);
  const index = plain.endsWith('/') ? [`${plain}index.html`] : [];
  return [path, plain, encodeURI(plain), ...index, ...index.map(encodeURI)];
};

/** Old addresses of an article as readers ask for them, below the site's base. */
export const aliasAddresses = (aliases: readonly string[], config: ResolvedConfig): string[] =>
  aliases.flatMap((alias) => {
    const output = toAliasOutput(config, alias);
    return output === undefined ? [] : [toAddress(config, output)];
  });

/**
 * Every path under which articles are asked for, with the article's own address; where two claim one, an
 * article's own address wins.
 */
export function articleAddresses(
  articles: readonly AddressedArticle[],
  config: ResolvedConfig,
): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { address, aliases } of articles)
    for (const alias of aliasAddresses(aliases, config))
      for (const path of pathsOf(alias)) paths.set(path, address);
  for (const { address } of articles) for (const path of pathsOf(address)) paths.set(path, address);
  return paths;
}

function decode(path: string): string {
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path;
  }
}
