import { existsSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { type FSWatcher, watch as watchFiles } from 'chokidar';
import { type ChangeBatch, type Changes, createBatch } from './change-batch.ts';
import { type FolderWatcher, pollFolders, watchFolders } from './watch-folders.ts';

export interface Watcher {
  /**
   * Also watches these single files, even before they exist. Reports those that changed since a time, in
   * milliseconds since the epoch.
   */
  readonly addFiles: (files: readonly string[], since: number) => void;
  readonly close: () => void;
}

interface Input {
  /** The site's folder, absolute. */
  readonly root: string;
  /** Folders to watch with everything below them, even before they exist; their parents have to exist. */
  readonly folders: readonly string[];
  /**
   * Milliseconds between two checks of all files, for drives that report no changes. Without it the system
   * reports changes.
   */
  readonly poll?: number;
  readonly onChange: (changes: Changes) => void;
  /** Called when the system refuses to watch: then every file is checked every second. */
  readonly onRefused: (reason: string) => void;
}

/** Default time between two checks of all files, in milliseconds. */
export const pollingPause = 1000;

/** Reports changes below some folders, and of some single files, in batches. */
export function watch({ root, folders, poll, onChange, onRefused }: Input): Watcher {
  let isPolling = poll !== undefined;
  const refuse = (error: unknown): void => {
    if (isPolling) return;
    isPolling = true;
    tree.close();
    tree = pollFolders({ root, folders, batch, interval: pollingPause });
    onRefused(error instanceof Error ? error.message : String(error));
  };
  const batch = createBatch((changes) => {
    tree.renew(changes.paths);
    onChange(changes);
  });
  // The system may refuse while the folders are still being watched one by one.
  const refuseAfter = (error: unknown): void => queueMicrotask(() => refuse(error));
  let tree: FolderWatcher =
    poll === undefined
      ? watchFolders({ root, folders, batch, onRefused: refuseAfter })
      : pollFolders({ root, folders, batch, interval: poll });
  const singles = watchSingles({ batch, poll, onRefused: refuse });
  return {
    addFiles: (files, since) =>
      addSingles(singles, { files: files.filter((file) => !tree.covers(file)), since, root }),
    close: () => {
      batch.close();
      tree.close();
      closeSingles(singles);
    },
  };
}

/** The single files, which chokidar watches. */
interface Singles {
  readonly watcher: FSWatcher;
  readonly batch: ChangeBatch;
  /** The files, each with its stamp at the last report. */
  readonly stampByFile: Map<string, string>;
  /**
   * The folders of the files, up to the site's folder. chokidar drops a file or folder that is removed; the
   * folder above it reports when it is back.
   */
  readonly parents: Set<string>;
  timer?: NodeJS.Timeout;
}

/** Milliseconds between two comparisons of the single files. */
const comparisonPause = 60;

function watchSingles({
  batch,
  poll,
  onRefused,
}: {
  batch: ChangeBatch;
  poll: number | undefined;
  onRefused: (error: unknown) => void;
}): Singles {
  const stampByFile = new Map<string, string>();
  const parents = new Set<string>();
  const watcher = watchFiles([], {
    ignoreInitial: true,
    depth: 0,
    ...(poll !== undefined && { usePolling: true, interval: poll }),
    ignored: (full) => !stampByFile.has(full) && !parents.has(full),
  });
  const singles: Singles = { watcher, batch, stampByFile, parents };
  watcher.on('all', (event, full) => {
    if (stampByFile.has(full)) compare(singles, [full]);
    if (event !== 'addDir') return;
    const below = [...parents, ...stampByFile.keys()].filter((other) => other.startsWith(full + path.sep));
    follow(singles, [full, ...below]);
    compare(singles, stampByFile.keys());
  });
  watcher.on('error', onRefused);
  compareAgain(singles);
  return singles;
}

function addSingles(
  singles: Singles,
  { files, since, root }: { files: readonly string[]; since: number; root: string },
): void {
  const { stampByFile, parents } = singles;
  const newFiles = files.filter((file) => !stampByFile.has(file));
  for (const file of newFiles) stampByFile.set(file, isChangedSince(file, since) ? '' : stampOf(file));
  const folders = newFiles.flatMap((file) => foldersOf(file, root));
  const newParents = new Set(folders.filter((folder) => !parents.has(folder)));
  for (const folder of newParents) parents.add(folder);
  follow(singles, [...newParents, ...newFiles]);
}

function closeSingles({ watcher, timer }: Singles): void {
  clearTimeout(timer);
  void watcher.close();
}

/** Makes chokidar watch the paths that exist. */
const follow = ({ watcher }: Singles, paths: readonly string[]): void =>
  void watcher.add(paths.filter((full) => existsSync(full)));

/** Reports the files that changed since the last report. */
function compare({ stampByFile, batch }: Singles, files: Iterable<string>): void {
  for (const full of files) {
    const stamp = stampOf(full);
    if (stamp === stampByFile.get(full)) continue;
    stampByFile.set(full, stamp);
    batch.add(full);
  }
}

/**
 * Compares the files at intervals. chokidar misses changes of a file within 50 ms after its last report of
 * it, or longer on a busy machine.
 */
function compareAgain(singles: Singles): void {
  // Installed packages may have hundreds of files and are rarely edited.
  const files = [...singles.stampByFile.keys()].filter(
    (full) => !full.includes(`${path.sep}node_modules${path.sep}`),
  );
  compare(singles, files);
  singles.timer = setTimeout(() => compareAgain(singles), comparisonPause).unref();
}

/** How far the file system's clock may be behind, in milliseconds. */
const clockGrain = 10;

function isChangedSince(full: string, since: number): boolean {
  const stat = statOf(full);
  return stat !== undefined && Math.max(stat.mtimeMs, stat.ctimeMs) > since - clockGrain;
}

/** A text that changes when the file is written, replaced, removed or created. */
function stampOf(full: string): string {
  const stat = statOf(full);
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : '';
}

function statOf(full: string): Stats | undefined {
  try {
    return statSync(full);
  } catch {
    // The file does not exist, or may not be read.
    return undefined;
  }
}

/** The folder of a file and those above it, up to the root; only its own folder for a file elsewhere. */
function foldersOf(file: string, root: string): string[] {
  const folder = path.dirname(file);
  return folder.startsWith(root + path.sep) ? [folder, ...foldersOf(folder, root)] : [folder];
}
