import path from 'node:path/posix';
import { isData, isPassedOver } from '../addresses/content-paths.ts';
import { isFolderIndex, isMarkdown } from '../addresses/markdown-name.ts';
import { outputProblem, toOutputPath } from '../addresses/output-path.ts';
import type { SourcePath } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PublishedFile } from '../site.ts';
import type { Asset } from '../stages/describe.ts';
import type { SourceFile } from '../stages/discover.ts';
import { type FileIndex, findFile } from './references.ts';

/** A file may be published, or the rule says why it may not; undefined when there is none. */
export type Found =
  | { readonly file: SourceFile }
  | {
      readonly rule: 'path-outside' | 'private-file' | 'unpublished-file' | 'lfs-pointer';
      readonly values: Diagnostic['values'];
    };

/**
 * The files of `content/` as far as they may be published: the one gate that pictures, attachments, links and
 * `_static/` go through.
 */
export interface PublicFiles {
  /** The file that a path in a document means. */
  readonly find: (reference: { readonly from: SourcePath; readonly url: string }) => Found | undefined;
  /**
   * The files of `content/_static/` that may be published, by path in NFC. Each of the others is reported
   * once.
   */
  readonly statics: () => ReadonlyMap<string, SourceFile>;
}

interface Input {
  readonly files: FileIndex;
  readonly config: ResolvedConfig;
  readonly assets: ReadonlyMap<string, Asset>;
  /** Whether each document, by its path in NFC, has a page that shows what it holds. */
  readonly isShown: ReadonlyMap<string, boolean>;
  readonly report: (message: Diagnostic) => void;
}

/**
 * Whether a file is private, or belongs to an unpublished article, is decided by its real path, whatever name
 * leads there: a symbolic link, another spelling, a hard link.
 */
export function createPublicFiles({ files, config, assets, isShown, report }: Input): PublicFiles {
  const isHidden = lazy(() => createIsHidden(isShown));
  /** Private files that have more than one name. */
  const privateInodes = lazy(
    () =>
      new Set(
        [...files.values()].flatMap((file) =>
          file.inodeId !== undefined && isPrivate(file) ? [file.inodeId] : [],
        ),
      ),
  );

  const judge = (file: SourceFile, url: string): Found => {
    // A document has no bytes that could be published: `collectAssets` takes none of them in.
    if (file.kind !== undefined) return { file };
    const real = file.real ?? file.path;
    const values = { url, ...(file.real !== undefined && { real }) };
    if (isPrivate(file) || (file.inodeId !== undefined && privateInodes().has(file.inodeId)))
      return { rule: 'private-file', values };
    const folder = isHidden()(real);
    if (folder !== undefined) return { rule: 'unpublished-file', values: { url, folder } };
    // Of a picture whose bytes are in Git LFS, size and versions may be in the shared store.
    const asset = assets.get(file.path);
    return asset?.inLfs && !asset.picture ? { rule: 'lfs-pointer', values: { url } } : { file };
  };

  return {
    find: ({ from, url }) => {
      const file = findFile({ from, url, files, config });
      if (file === 'outside') return { rule: 'path-outside', values: { url } };
      return file && judge(file, url);
    },
    statics: lazy(() => {
      const statics = new Map<string, SourceFile>();
      for (const [name, file] of files) {
        if (!name.startsWith(staticFolder)) continue;
        const judged = judge(file, file.path);
        if ('file' in judged) statics.set(name, file);
        else report(diagnose(judged.rule, file.path, {}, judged.values));
      }
      return statics;
    }),
  };
}

/** What lies here is published at the root of the site. */
export const staticFolder = 'content/_static/';

/**
 * Whether a file is for the newsroom alone, by its name or by where it lies: data of the tool, sources of
 * pages, what is passed over.
 */
export const isPrivate = ({ path: name, real = name }: SourceFile): boolean =>
  [name, real].some(isPrivatePath);

function isPrivatePath(source: string): boolean {
  const isSource = isMarkdown(source) && !source.startsWith(staticFolder);
  return isData(source) || isSource || isPassedOver({ source, isFolder: false });
}

/**
 * Finds the folder of an article that a file belongs to, if the article is not shown: one that other
 * documents share is not the article's alone.
 */
function createIsHidden(isShown: ReadonlyMap<string, boolean>): (source: SourcePath) => string | undefined {
  const folders = new Map<string, { isShown: boolean; isArticle: boolean }>();
  for (const [source, shown] of isShown) {
    const folder = path.dirname(source);
    const state = folders.get(folder);
    folders.set(folder, {
      isShown: shown || state?.isShown === true,
      isArticle: isFolderIndex(source) || state?.isArticle === true,
    });
  }
  return (source) => {
    for (
      let folder = path.dirname(source.normalize('NFC'));
      folder.includes('/');
      folder = path.dirname(folder)
    ) {
      const state = folders.get(folder);
      if (state) return state.isArticle && !state.isShown ? folder : undefined;
    }
    return undefined;
  };
}

interface StaticInput {
  readonly publicFiles: PublicFiles;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly report: (message: Diagnostic) => void;
}

/**
 * The files of `content/_static/`, published as they are at the site's root. A file whose name cannot be an
 * output path is reported.
 */
export function staticFiles({ publicFiles, assets, report }: StaticInput): PublishedFile[] {
  return [...publicFiles.statics()].flatMap(([name, file]) => {
    const asset = assets.get(file.path);
    if (!asset) return [];
    if (asset.inLfs) {
      report(diagnose('lfs-pointer', file.path, {}, { url: file.path }));
      return [];
    }
    const written = name.slice(staticFolder.length);
    const output = toOutputPath(written);
    if (output) return [{ output, from: asset.path, digest: asset.digest }];
    report(
      diagnose(
        'bad-output',
        file.path,
        {},
        { output: JSON.stringify(written.slice(0, 80)).slice(1, -1), reason: outputProblem(written) ?? '' },
      ),
    );
    return [];
  });
}
