import { isRemote, locate } from '../addresses/locate.ts';
import type { SourcePath } from '../brands.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { SourceFile } from '../stages/discover.ts';
import type { Document } from '../types.ts';

/** A file that some document shows or offers. */
export interface AssetRequest {
  readonly file: SourceFile;
  /** It is shown as a picture somewhere, so it has to be one. */
  readonly picture: boolean;
}

export type FileIndex = ReadonlyMap<string, SourceFile>;

/** Files by their path in NFC, whatever form the disk has. */
export const indexFiles = (files: readonly SourceFile[]): FileIndex =>
  new Map(files.map((file) => [file.path.normalize('NFC'), file]));

/**
 * The file that a picture or attachment path means: beside the document, or, from a `/`, below `content/` or
 * `content/_static/`. `outside` for a path that leaves `content/`. Whether it may be published is another
 * question: see `public-files.ts`.
 */
export function findFile({
  from,
  url,
  files,
  config,
}: {
  from: SourcePath;
  url: string;
  files: FileIndex;
  config: ResolvedConfig;
}): SourceFile | 'outside' | undefined {
  const location = locate({ from, url, origin: config.site.origin });
  if (location.kind === 'outside') return 'outside';
  if (location.kind === 'file') return files.get(location.path);
  return files.get(`content${location.address}`) ?? files.get(`content/_static${location.address}`);
}

/** Every file that the documents and the configuration refer to, once each. */
export function collectAssets({
  documents,
  files,
  config,
}: {
  documents: Iterable<Document>;
  files: FileIndex;
  config: ResolvedConfig;
}): AssetRequest[] {
  const requests = new Map<string, AssetRequest>();
  const want = (from: SourcePath, url: string, picture: boolean): void => {
    const file = findFile({ from, url, files, config });
    if (file === undefined || file === 'outside' || file.kind !== undefined) return;
    const earlier = requests.get(file.path);
    if (!earlier || (picture && !earlier.picture)) requests.set(file.path, { file, picture });
  };
  const root = 'content/_index.md' as SourcePath;
  const { site, theme } = config;
  for (const path of [site.organisation.logo, site.icon, site.image, theme.logoDark, theme.wordmark])
    if (path !== undefined) want(root, path, true);
  for (const file of files.values())
    if (file.path.startsWith('content/_static/')) requests.set(file.path, { file, picture: false });
  for (const document of documents) {
    if (document.kind === 'broken') continue;
    for (const [url, picture] of document.files ?? []) want(document.path, url, picture);
    if (document.kind === 'article')
      for (const { src } of document.data.attachments) want(document.path, src, /\.svg$/i.test(src));
    if (
      (document.kind === 'article' || document.kind === 'author') &&
      document.data.image &&
      !isRemote(document.data.image.src)
    )
      want(document.path, document.data.image.src, true);
  }
  return [...requests.values()];
}
