import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { isData, isNamePassedOver, isPassedOver } from '../addresses/content-paths.ts';
import { documentKind } from '../addresses/document-kind.ts';
import type { Trees } from '../addresses/language-of.ts';
import type { SourcePath } from '../brands.ts';
import { isRefusal } from '../bytes/read-if-allowed.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { firstNames } from '../diagnostics/message-values.ts';
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
 * Lists the files of `content/`. Hidden files and those of editors are skipped; in `_static/`, where somebody
 * may expect them to be published, they are reported. A symbolic link that leads outside is refused. A link
 * to a folder is not followed, and is reported, as is anything that is neither file nor folder.
 */
export function discover({ root, trees }: { root: string; trees: Trees }): Discovered {
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
        const target = realSource(full, realHome);
        if ('rule' in target) {
          messages.push(diagnose(target.rule, source, {}, { url: source }));
          continue;
        }
        ({ real } = target);
        if (
          documentKind(source, trees) !== undefined &&
          (isData(real) || isPassedOver({ source: real, isFolder: false }))
        ) {
          messages.push(diagnose('private-file', source, {}, { url: source, real }));
          continue;
        }
      }
      const stat = statSync(full);
      if (stat.isDirectory()) {
        if (real === undefined) walk(full, source);
        else messages.push(diagnose('linked-folder', source, {}, { real }));
      } else if (stat.isFile()) files.push(toSourceFile({ source, stat, real, trees }));
      else messages.push(diagnose('special-file', source));
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
  if (passedOver.length > 0) messages.push(reportSkipped(passedOver));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, messages };
}

const staticFolder = 'content/_static';

function reportSkipped(sources: readonly string[]): Diagnostic {
  const names = [...sources].sort().map((source) => source.slice(staticFolder.length + 1));
  return diagnose('passed-over', staticFolder, {}, firstNames(names));
}

interface FoundFile {
  readonly source: SourcePath;
  readonly stat: Stats;
  /** Where it lies, when its name is a symbolic link. */
  readonly real?: SourcePath | undefined;
  readonly trees: Trees;
}

/** A file as the file system has it. */
export function toSourceFile({ source, stat, real, trees }: FoundFile): SourceFile {
  return {
    path: source,
    kind: documentKind(source, trees),
    size: stat.size,
    mtime: stat.mtimeMs,
    ctime: stat.ctimeMs,
    inode: stat.ino,
    ...(real !== undefined && { real }),
    ...(stat.nlink > 1 && { inodeId: `${stat.dev}:${stat.ino}` }),
  };
}

/** Where below `content/` a symbolic link leads to, or the rule by which it is refused. */
function realSource(link: string, realHome: string): { real: SourcePath } | { rule: RuleId } {
  let target: string;
  try {
    target = realpathSync(link);
  } catch (error) {
    return { rule: isRefusal(error) ? 'unreadable-file' : 'linked-nowhere' };
  }
  if (!(target === realHome || target.startsWith(realHome + path.sep))) return { rule: 'path-outside' };
  return { real: `content${target.slice(realHome.length)}`.split(path.sep).join('/') as SourcePath };
}
