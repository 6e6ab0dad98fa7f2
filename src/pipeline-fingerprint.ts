import type { ResolvedConfig } from './config.ts';
import { fingerprint } from './fingerprint.ts';
import type { Digest } from './types.ts';
import { buildId } from './version.ts';

/** What a document is a function of besides its bytes. */
export const pipelineFingerprint = ({ site, markdown }: ResolvedConfig, configDigest: Digest): Digest => {
  const { parser, html, highlight, remarkPlugins, rehypePlugins } = markdown;
  const plugins = remarkPlugins.length + rehypePlugins.length > 0 ? configDigest : '';
  return fingerprint([buildId, site.language, site.timeZone, site.origin, site.base, parser, html, highlight, plugins]);
};
