import type { Address, OutputPath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { toOutput } from './permalink.ts';

/**
 * Where an old address stood on the site: below the site's base, percent-decoded, since browsers show and copy
 * addresses encoded and hosts look for files by their plain names. Undefined for one that cannot be decoded,
 * or that is another site's.
 */
export function toAliasAddress({ site }: ResolvedConfig, alias: string): Address | undefined {
  const local = alias.startsWith(`${site.origin}${site.base}`)
    ? alias.slice(site.origin.length + site.base.length)
    : alias.replace(/^\/+/, '');
  if (/^https?:/i.test(local)) return undefined;
  try {
    return `${site.base}${decodeURIComponent(local).replace(/^\/+/, '')}` as Address;
  } catch {
    return undefined;
  }
}

/** The output that serves an old address; undefined when there can be none. */
export function toAliasOutput(config: ResolvedConfig, alias: string): OutputPath | undefined {
  const address = toAliasAddress(config, alias);
  return address && toOutput(config, address);
}
