import type { ResolvedConfig } from './config.ts';
import { fingerprint } from './fingerprint.ts';
import { toolchain } from './toolchain.ts';
import type { Digest } from './types.ts';

/** What a document is a function of besides its bytes. */
export const pipelineFingerprint = ({ site, markdown, limits }: ResolvedConfig, configDigest: Digest): Digest => {
  const { parser, html, highlight, remarkPlugins, rehypePlugins } = markdown;
  const plugins = remarkPlugins.length + rehypePlugins.length > 0 ? configDigest : '';
  return fingerprint([toolchain(), site.language, site.timeZone, site.origin, site.base, parser, html, highlight, plugins, limits]);
};
