import { type BlockDefinitions, namesOf } from '../blocks/block.ts';
import type { Digest } from '../brands.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { toolchain } from '../tool/toolchain.ts';
import type { ResolvedConfig } from './config.ts';

/** Digest of everything besides its bytes that a document depends on. */
export const pipelineFingerprint = (
  { site, languages, languageFiles, dates, keys, markdown, limits, search }: ResolvedConfig,
  configDigest: Digest,
  blocks: BlockDefinitions,
): Digest => {
  const { parser, html, highlight, singleTilde, smartPunctuation, remarkPlugins, rehypePlugins } = markdown;
  const plugins = remarkPlugins.length + rehypePlugins.length > 0 ? configDigest : '';
  return fingerprint([
    toolchain(),
    site.language,
    site.timeZone,
    site.origin,
    site.base,
    ...(languages ? [Object.keys(languages), languageFiles] : []),
    dates,
    keys,
    parser,
    html,
    highlight,
    singleTilde,
    smartPunctuation,
    plugins,
    limits,
    namesOf(blocks),
    search === false ? [] : search.fields,
  ]);
};
