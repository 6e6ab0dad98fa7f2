import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { isData, isNamePassedOver, isPassedOver } from '../addresses/content-paths.ts';
import { documentKind } from '../addresses/document-kind.ts';
import type { SourcePath } from '../brands.ts';
import { isRefusal } from '../bytes/read-if-allowed.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { firstNames } from '../diagnostics/first-names.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import type { DocumentKind } from '../types.ts';

/** What the file system says of a file: enough to tell whether it was touched. */
export interface Stat {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly mtime: number;
  readonly ctime: number;
  readonly inode: number;
}

export interface SourceFile extends Stat {
  readonly path: SourcePath;
  /** The kind of document that it is; undefined for a picture, an attachment, data. */
  readonly kind?: DocumentKind;
  /** Where it lies, when its name is a symbolic link. */
  readonly real?: SourcePath;
  /** The same for all names of one file, when it has more than one (hard links). */
  readonly inodeId?: string;
}

export interface Discovered {
  /** Every file below `content/`, in the order of their paths. */
  readonly files: readonly SourceFile[];
  readonly messages: readonly Diagnostic[];
}

/**
 * Lists the files of `content/`. Hidden files and those of editors are passed over: what `_static/` has of
 * them, all of which somebody may expect to be published, is told. A symbolic link that leads outside is
 * refused.
 */
export function discover({ root }: { root: string }): Discovered {
  const files: SourceFile[] = [];
  const messages: Diagnostic[] = [];
  const passedOver: string[] = [];
  const home = path.join(root, 'content');
  if (!statSync(home, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError({
      en: `there is no folder ${home}: create it, with a folder and an _index.md for each category`,
      vi: `không có thư mục ${home}: hãy tạo nó, với một thư mục và một tệp _index.md cho mỗi chuyên mục`,
    });
  const realHome = realpathSync(home);
  const walk = (folder: string, relative: string): void => {
    for (const entry of list(folder, relative)) {
      const full = `${folder}/${entry.name}`;
      const source = `${relative}/${entry.name}` as SourcePath;
      if (isNamePassedOver({ folder: relative, name: entry.name, isFolder: entry.isDirectory() })) {
        if (relative === staticFolder || relative.startsWith(`${staticFolder}/`)) passedOver.push(source);
        continue;
      }
      let real: SourcePath | undefined;
      if (entry.isSymbolicLink()) {
        real = realSource(full, realHome);
        if (real === undefined) {
          messages.push(diagnose('path-outside', source, {}, { url: source }));
          continue;
        }
        if (
          documentKind(source) !== undefined &&
          (isData(real) || isPassedOver({ source: real, isFolder: false }))
        ) {
          messages.push(diagnose('private-file', source, {}, { url: source, real }));
          continue;
        }
      }
      const stat = statSync(full);
      if (stat.isDirectory()) {
        if (!entry.isSymbolicLink()) walk(full, source);
      } else if (stat.isFile()) files.push(toSourceFile(source, stat, real));
    }
  };
  const list = (folder: string, relative: string): Dirent[] => {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      if (relative === 'content' || !isRefusal(error)) throw error;
      messages.push(diagnose('unreadable-file', relative));
      return [];
    }
  };
  walk(home, 'content');
  if (passedOver.length > 0) messages.push(tellPassedOver(passedOver));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, messages };
}

const staticFolder = 'content/_static';

function tellPassedOver(sources: readonly string[]): Diagnostic {
  const names = [...sources].sort().map((source) => source.slice(staticFolder.length + 1));
  return diagnose('passed-over', staticFolder, {}, firstNames(names));
}

/** A file as the file system has it; `real` where its name is a symbolic link. */
export function toSourceFile(source: SourcePath, stat: Stats, real?: SourcePath): SourceFile {
  return {
    path: source,
    kind: documentKind(source),
    size: stat.size,
    mtime: stat.mtimeMs,
    ctime: stat.ctimeMs,
    inode: stat.ino,
    ...(real !== undefined && { real }),
    ...(stat.nlink > 1 && { inodeId: `${stat.dev}:${stat.ino}` }),
  };
}

/** Where below `content/` a symbolic link leads to; undefined when it leads outside or nowhere. */
function realSource(link: string, realHome: string): SourcePath | undefined {
  const target = realTarget(link);
  if (target === undefined || !(target === realHome || target.startsWith(realHome + path.sep)))
    return undefined;
  return `content${target.slice(realHome.length)}`.split(path.sep).join('/') as SourcePath;
}

function realTarget(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    return undefined;
  }
}
