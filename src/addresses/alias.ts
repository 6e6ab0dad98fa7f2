import type { Address, OutputPath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { baseOf, toOutput } from './permalink.ts';

/**
 * The path of an old address on the site, percent-decoded and without the base: browsers copy addresses
 * encoded, and hosts look for files by their decoded names. Undefined for one that cannot be decoded, or that
 * is another site's.
 */
export function toAliasAddress(config: ResolvedConfig, alias: string): Address | undefined {
  const base = baseOf(config);
  const start = `${config.site.origin}${base}`;
  const local = alias.startsWith(start) ? alias.slice(start.length) : alias.replace(/^\/+/, '');
  if (/^https?:/i.test(local)) return undefined;
  try {
    return `${base}${decodeURIComponent(local).replace(/^\/+/, '')}` as Address;
  } catch {
    return undefined;
  }
}

/** The output that serves an old address; undefined when there can be none. */
export function toAliasOutput(config: ResolvedConfig, alias: string): OutputPath | undefined {
  const address = toAliasAddress(config, alias);
  return address && toOutput(config, address);
}

/** Whether an output is that of an address that is removed for good (`delivery.gone`). */
export const isGone = (config: ResolvedConfig, output: string): boolean =>
  config.delivery.gone.some((address) => toAliasOutput(config, address) === output);
