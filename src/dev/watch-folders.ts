import { type Dirent, type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import path from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { isPassedOver } from '../addresses/content-paths.ts';
import type { ChangeBatch } from './change-batch.ts';

interface Place {
  /** The site's folder, absolute. */
  readonly root: string;
  /** Watched with all below them, also when they come later; their parents have to exist. */
  readonly folders: readonly string[];
  readonly batch: ChangeBatch;
}

interface Input extends Place {
  /** Called when the system refuses to watch. */
  readonly onRefused: (error: unknown) => void;
}

interface Tree extends Input {
  readonly watcherByFolder: Map<string, FSWatcher>;
}

export interface FolderWatcher {
  /** Whether a path, absolute, is one of the folders or below one. */
  readonly covers: (full: string) => boolean;
  /**
   * Adapts to paths at which something happened: each may be a folder that is new, gone, or another one than
   * before.
   */
  readonly renew: (paths: readonly string[]) => void;
  readonly close: () => void;
}

/** Whether one watcher reports all that happens below its folder. */
const isRecursive = process.platform === 'darwin' || process.platform === 'win32';

/**
 * Watches folders with one `fs.watch` each, or one for all where the system watches trees. chokidar lists
 * every file: it takes 3.4 s to start on a folder of 10,000 and 0.4 s of processor at each save there.
 */
export function watchFolders(input: Input): FolderWatcher {
  const tree: Tree = { ...input, watcherByFolder: new Map() };
  const { folders, watcherByFolder } = tree;
  for (const parent of new Set(folders.map((folder) => path.dirname(folder)))) addFolder(tree, parent);
  for (const folder of folders) addTree(tree, folder);
  return {
    covers: (full) => covers(tree, full),
    renew: (paths) => {
      if (!isRecursive) for (const full of paths) renew(tree, full);
    },
    close: () => {
      for (const watcher of watcherByFolder.values()) watcher.close();
      watcherByFolder.clear();
    },
  };
}

/** Looks at every file at intervals, in milliseconds, where the system does not report what happens to them. */
export function pollFolders({ interval, ...place }: Place & { readonly interval: number }): FolderWatcher {
  const { folders, batch } = place;
  const watcher = watchFiles([...folders], {
    usePolling: true,
    interval,
    binaryInterval: interval,
    ignoreInitial: true,
    ignored: (full, stats) => stats?.isDirectory() === true && isIgnored(place, full),
  });
  watcher.on('all', (_, full) => batch.add(full));
  // What happened before every file was seen once is not known.
  watcher.on('ready', () => batch.addUnknown());
  return { covers: (full) => covers(place, full), renew: () => {}, close: () => void watcher.close() };
}

const covers = ({ folders }: Place, full: string): boolean =>
  folders.some((folder) => full === folder || full.startsWith(folder + path.sep));

/** Whether nothing below a folder changes the site. */
const isIgnored = ({ root }: Place, full: string): boolean =>
  isPassedOver({ source: path.relative(root, full).split(path.sep).join('/'), isFolder: true });

/** Watches one folder. Returns false when it is watched before, or cannot be watched. */
function addFolder(tree: Tree, folder: string, recursive = false): boolean {
  const { watcherByFolder, onRefused } = tree;
  if (watcherByFolder.has(folder)) return false;
  try {
    const watcher = watch(folder, { recursive }, (_, name) => report(tree, folder, name));
    watcher.on('error', () => removeTree(tree, folder));
    watcherByFolder.set(folder, watcher);
    return true;
  } catch (error) {
    if (['ENOSPC', 'EMFILE'].includes((error as NodeJS.ErrnoException).code ?? '')) onRefused(error);
    return false;
  }
}

/** Watches a folder and all below it. */
function addTree(tree: Tree, folder: string): void {
  if (!addFolder(tree, folder, isRecursive) || isRecursive) return;
  for (const entry of list(folder)) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory() && !isIgnored(tree, full)) addTree(tree, full);
  }
}

function removeTree({ watcherByFolder }: Tree, folder: string): void {
  for (const [watched, watcher] of watcherByFolder) {
    if (watched !== folder && !watched.startsWith(folder + path.sep)) continue;
    watcher.close();
    watcherByFolder.delete(watched);
  }
}

function renew(tree: Tree, full: string): void {
  if (!covers(tree, full)) return;
  const isFolder = lstatSync(full, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (tree.watcherByFolder.has(full)) removeTree(tree, full);
  if (isFolder) addTree(tree, full);
}

function report(tree: Tree, folder: string, name: string | null): void {
  if (name === null) {
    if (covers(tree, folder)) tree.batch.addUnknown();
    return;
  }
  const full = path.join(folder, name);
  if (covers(tree, full) && !isIgnored(tree, full)) tree.batch.add(full);
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // The folder is gone again; the watcher of its parent reports that.
    return [];
  }
}
