import type { Address } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { toAliasAddress, toAliasOutput } from './alias.ts';
import { isServable } from './servable.ts';

/** An old address that differs from others by its query, which hosts can tell apart and files cannot. */
export interface QueryAlias {
  /** Decoded. */
  readonly path: Address;
  /** Behind the question mark, as it stands in a request. */
  readonly query: string;
}

const mark = /\?|%3f/i;

/** Whether an old address has a query, its question mark encoded or not. */
export const hasQuery = (alias: string): boolean => mark.test(alias);

/** An old address with a query in its two parts; undefined when no request can have it. */
export function toQueryAlias(config: ResolvedConfig, alias: string): QueryAlias | undefined {
  const { index = alias.length, 0: questionMark = '' } = mark.exec(alias) ?? {};
  const path = toAliasAddress(config, alias.slice(0, index));
  const output = toAliasOutput(config, alias.slice(0, index));
  const [written = ''] = alias.slice(index + questionMark.length).split('#');
  if (path === undefined || output === undefined || !isServable(output) || written === '') return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001F\u007F]|\p{Surrogate}/u.test(written)) return undefined;
  return { path, query: encodeURI(written.normalize('NFC')).replace(/%25(?=[0-9a-f]{2})/gi, '%') };
}
