import type { ResolvedConfig } from './config.ts';
import { fingerprint } from './fingerprint.ts';
import type { Digest } from './types.ts';
import { buildId } from './version.ts';

/** What a document is a function of besides its bytes. */
export const pipelineFingerprint = ({ site, markdown }: ResolvedConfig, configDigest: Digest): Digest => {
  const { parser, html, highlight, remarkPlugins, rehypePlugins } = markdown;
  const plugins = remarkPlugins.length + rehypePlugins.length > 0 ? configDigest : '';
  // The rules of time zones and of Unicode come with Node.
  const { tz, icu } = process.versions;
  return fingerprint([tz, icu, buildId, site.language, site.timeZone, site.origin, site.base, parser, html, highlight, plugins]);
};
