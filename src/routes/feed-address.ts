import type { ResolvedConfig } from '../config.ts';
import { toPlace } from '../content/permalink.ts';
import type { Address } from '../types.ts';

export type FeedFormat = 'rss' | 'atom';

/** Address of the feed of a list: `/kinh-te/rss.xml`. */
export const feedAddress = (config: ResolvedConfig, list: Address, format: FeedFormat): Address => toPlace(config, `${list.slice(config.site.base.length)}${format}.xml`).address;
