import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentKind, SourcePath } from '../types.ts';
import { UsageError } from '../usage-error.ts';
import { isRefusal } from './read-if-allowed.ts';

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
}

export interface Discovered {
  /** Every file below `content/`, in the order of their paths. */
  readonly files: readonly SourceFile[];
  readonly messages: readonly Diagnostic[];
}

/** Lists the files of `content/`. Hidden files and editors' temporary files are passed over; a symbolic link that leads outside is refused. */
export function discover({ root }: { root: string }): Discovered {
  const files: SourceFile[] = [];
  const messages: Diagnostic[] = [];
  const home = path.join(root, 'content');
  if (!statSync(home, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError({
      en: `there is no folder ${home}: create it, with a folder and an _index.md for each category`,
      vi: `không có thư mục ${home}: hãy tạo nó, với một thư mục và một tệp _index.md cho mỗi chuyên mục`,
    });
  const realHome = realpathSync(home);
  const walk = (folder: string, relative: string): void => {
    for (const entry of list(folder, relative)) {
      if (relative.startsWith('content/_static') ? neverPublished.has(entry.name) : isTemporary(entry.name)) continue;
      const full = `${folder}/${entry.name}`;
      const source = `${relative}/${entry.name}` as SourcePath;
      if (entry.isSymbolicLink()) {
        const target = realTarget(full);
        if (target === undefined || !(target === realHome || target.startsWith(realHome + path.sep))) {
          messages.push(diagnose('path-outside', source, {}, { url: source }));
          continue;
        }
      }
      const stat = statSync(full);
      if (stat.isDirectory()) {
        if (!entry.isSymbolicLink()) walk(full, source);
      } else if (stat.isFile()) {
        files.push({ path: source, kind: documentKind(source), size: stat.size, mtime: stat.mtimeMs, ctime: stat.ctimeMs, inode: stat.ino });
      }
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
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, messages };
}

/** Of the hidden files of `_static/`, which are published, those that are not. */
const neverPublished = new Set(['.git', '.DS_Store', '.broadsheet', 'Thumbs.db']);

/** Whether a file is an editor's or the system's, and none of the content's. */
export const isTemporary = (name: string): boolean => name.startsWith('.') || name.endsWith('~') || name.startsWith('#') || name === 'Thumbs.db';

function realTarget(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    return undefined;
  }
}

/** The place of a Markdown file says what it is; other files, and data (`_name`), are no documents. */
export function documentKind(source: SourcePath): DocumentKind | undefined {
  if (!source.endsWith('.md')) return undefined;
  const parts = source.split('/').slice(1);
  const name = parts.at(-1) ?? '';
  const folders = parts.slice(0, -1);
  if (folders[0] === '_authors' && folders.length === 1 && !name.startsWith('_')) return 'author';
  if (folders.some((folder) => folder.startsWith('_'))) return undefined;
  if (name === '_index.md') return folders.length > 0 ? 'category' : undefined;
  if (name.startsWith('_')) return undefined;
  if (folders.length === 0 || (folders.length === 1 && name === 'index.md')) return 'page';
  return 'article';
}
