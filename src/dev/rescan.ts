import { lstatSync } from 'node:fs';
import path from 'node:path';
import { isPassedOver } from '../addresses/content-paths.ts';
import type { Trees } from '../addresses/language-of.ts';
import type { SourcePath } from '../brands.ts';
import { type Discovered, discover, toSourceFile } from '../stages/discover.ts';

/** With more paths than this the whole site is discovered again. */
const many = 200;

/**
 * Updates the result of `discover` for the given changed paths (absolute). Only files are read one by one:
 * where a folder was created, removed or replaced, or there is a symbolic link, the whole site is discovered
 * again.
 */
export function rescan({
  root,
  trees,
  before,
  paths,
}: {
  root: string;
  trees: Trees;
  before: Discovered;
  paths: readonly string[];
}): Discovered {
  if (paths.length > many) return discover({ root, trees });
  const files = new Map(before.files.map((file) => [file.path as string, file]));
  let hasNewFile = false;
  for (const full of paths) {
    const source = path.relative(root, full).split(path.sep).join('/');
    if (source !== 'content' && !source.startsWith('content/')) continue;
    const stat = lstatSync(full, { throwIfNoEntry: false });
    if (isPassedOver({ source, isFolder: stat?.isDirectory() ?? false })) continue;
    const isListed = files.has(source);
    if (!stat) {
      if (isListed) files.delete(source);
      else if (isFolderOf(files, source) || isReported(before, source)) return discover({ root, trees });
    } else if (stat.isFile() && (isListed || isFolderOf(files, source.slice(0, source.lastIndexOf('/'))))) {
      files.set(source, toSourceFile({ source: source as SourcePath, stat, trees }));
      hasNewFile ||= !isListed;
    } else return discover({ root, trees });
  }
  const list = [...files.values()];
  return {
    files: hasNewFile ? list.sort((a, b) => (a.path < b.path ? -1 : 1)) : list,
    messages: before.messages,
  };
}

/** Whether there is a message about a path that is not listed, such as a link that is not followed. */
const isReported = ({ messages }: Discovered, source: string): boolean =>
  messages.some((message) => message.path === source);

function isFolderOf(files: ReadonlyMap<string, unknown>, source: string): boolean {
  for (const file of files.keys()) if (file.startsWith(`${source}/`)) return true;
  return false;
}
