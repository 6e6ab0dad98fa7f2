import {
  existsSync,
  type FSWatcher,
  lstatSync,
  readdirSync,
  type Stats,
  statSync,
  watch as watchFolder,
} from 'node:fs';
import path from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { isPassedOver } from '../addresses/content-paths.ts';

export interface Changes {
  /** Absolute paths at which something happened. */
  readonly paths: readonly string[];
  /** Something may have happened anywhere. */
  readonly anywhere: boolean;
}

export interface Watcher {
  /**
   * Watches these single files too, also those that are not there yet; tells of those that changed since a
   * moment, in milliseconds since the epoch.
   */
  readonly addFiles: (files: readonly string[], since: number) => void;
  readonly close: () => void;
}

interface Input {
  /** The site's folder, absolute. */
  readonly root: string;
  /** Watched with all below them, also when they come later; their parents have to exist. */
  readonly folders: readonly string[];
  readonly onChange: (changes: Changes) => void;
  /** The system refuses to watch: from now on it is asked every second. */
  readonly onRefused: (reason: string) => void;
}

/**
 * Milliseconds without an event after which what happened is told: one file is a save, many are a checkout
 * that goes on.
 */
const quiet = { few: 5, many: 80 };
const few = 4;
/** Milliseconds between two looks at the single files. */
const pulse = 60;
/** What goes on longer than this (milliseconds) is told in parts. */
const patience = 3000;

/**
 * Tells what happens below some folders, and to some single files, in bundles. Single files are chokidar's.
 * Folders have one `fs.watch` each (one for all where the system watches trees): chokidar lists every file,
 * and takes 3.4 s to start on a folder of 10,000 and 0.4 s of processor at each save there.
 */
export function watch({ root, folders, onChange, onRefused }: Input): Watcher {
  const recursive = process.platform === 'darwin' || process.platform === 'win32';
  const watchers = new Map<string, FSWatcher>();
  /** The single files, each as it was when it was told of. */
  const seen = new Map<string, string>();
  /**
   * The folders that single files are in, up to the site's folder: chokidar drops a file or folder that is
   * gone, and the one above says when it is there again.
   */
  const above = new Set<string>();
  const singles = watchFiles([], {
    ignoreInitial: true,
    depth: 0,
    ignored: (full) => !seen.has(full) && !above.has(full),
  });
  const pending = new Set<string>();
  let anywhere = false;
  let first = 0;
  let timer: NodeJS.Timeout | undefined;
  let polling: NodeJS.Timeout | undefined;

  const isOurs = (full: string): boolean =>
    folders.some((folder) => full === folder || full.startsWith(folder + path.sep));
  /** What happens there changes nothing. */
  const isLeftOut = (full: string): boolean =>
    isPassedOver({ source: path.relative(root, full).split(path.sep).join('/'), isFolder: true });
  const note = (folder: string, name: string | null): void => {
    if (name === null) anywhere ||= isOurs(folder);
    else {
      const full = path.join(folder, name);
      if (!isOurs(full) || isLeftOut(full)) return;
      pending.add(full);
    }
    schedule();
  };
  const schedule = (): void => {
    const now = performance.now();
    first ||= now;
    clearTimeout(timer);
    timer = setTimeout(
      flush,
      Math.max(0, Math.min(pending.size > few ? quiet.many : quiet.few, first + patience - now)),
    );
  };
  const flush = (): void => {
    const paths = [...pending];
    pending.clear();
    first = 0;
    if (!recursive) for (const full of paths) renew(full);
    const changes = { paths, anywhere };
    anywhere = false;
    onChange(changes);
  };

  const refuse = (error: unknown): void => {
    if (polling) return;
    polling = setInterval(() => onChange({ paths: [], anywhere: true }), 1000);
    onRefused(error instanceof Error ? error.message : String(error));
  };
  const add = (folder: string, deep: boolean): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watchFolder(folder, { recursive: deep && recursive }, (_, name) => note(folder, name));
      watcher.on('error', () => remove(folder));
      watchers.set(folder, watcher);
    } catch (error) {
      if (['ENOSPC', 'EMFILE'].includes((error as NodeJS.ErrnoException).code ?? '')) refuse(error);
      return;
    }
    if (!deep || recursive) return;
    for (const entry of list(folder))
      if (entry.isDirectory() && !isLeftOut(path.join(folder, entry.name)))
        add(path.join(folder, entry.name), true);
  };
  const remove = (folder: string): void => {
    for (const [watched, watcher] of watchers) {
      if (watched !== folder && !watched.startsWith(folder + path.sep)) continue;
      watcher.close();
      watchers.delete(watched);
    }
  };
  /** A path at which something happened may be a folder that is new, or gone, or another one than before. */
  const renew = (full: string): void => {
    if (!isOurs(full)) return;
    const isFolder = lstatSync(full, { throwIfNoEntry: false })?.isDirectory() ?? false;
    if (watchers.has(full)) remove(full);
    if (isFolder) add(full, true);
  };
  const list = (folder: string) => {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch {
      // Gone again already; its parent says so.
      return [];
    }
  };

  /**
   * Tells of those of the single files that are others than they were. chokidar keeps quiet about what
   * happens to a file within 50 ms after it spoke of it, and on a busy machine about more.
   */
  const look = (files: Iterable<string>): void => {
    for (const full of files) {
      const stamp = stampOf(full);
      if (stamp === seen.get(full)) continue;
      seen.set(full, stamp);
      pending.add(full);
      schedule();
    }
  };
  let looking: NodeJS.Timeout;
  const lookAgain = (): void => {
    // What is installed may be hundreds of files, and is hardly edited.
    look([...seen.keys()].filter((full) => !full.includes(`${path.sep}node_modules${path.sep}`)));
    looking = setTimeout(lookAgain, pulse).unref();
  };
  lookAgain();
  /** Watches what there is of these. */
  const follow = (wanted: Iterable<string>): void =>
    void singles.add([...wanted].filter((full) => existsSync(full)));
  singles.on('all', (event, full) => {
    if (seen.has(full)) look([full]);
    if (event !== 'addDir') return;
    const below = [...above, ...seen.keys()].filter((other) => other.startsWith(full + path.sep));
    follow([full, ...below]);
    look(seen.keys());
  });
  singles.on('error', refuse);
  for (const parent of new Set(folders.map((folder) => path.dirname(folder)))) add(parent, false);
  for (const folder of folders) add(folder, true);
  return {
    addFiles: (files, since) => {
      const fresh = files.filter((file) => !seen.has(file) && !isOurs(file));
      for (const file of fresh) seen.set(file, isYounger(file, since) ? '' : stampOf(file));
      const parents = new Set(
        fresh.flatMap((file) => foldersOf(file, root)).filter((folder) => !above.has(folder)),
      );
      for (const folder of parents) above.add(folder);
      follow([...parents, ...fresh]);
    },
    close: () => {
      clearTimeout(timer);
      clearInterval(polling);
      clearTimeout(looking);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
      void singles.close();
    },
  };
}

/** Milliseconds by which the file system's clock may be behind. */
const grain = 10;

function isYounger(full: string, since: number): boolean {
  const stat = statOf(full);
  return stat !== undefined && Math.max(stat.mtimeMs, stat.ctimeMs) > since - grain;
}

/** Is another one when the file was written, replaced, removed or came. */
function stampOf(full: string): string {
  const stat = statOf(full);
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}` : '';
}

function statOf(full: string): Stats | undefined {
  try {
    return statSync(full);
  } catch {
    // There is none, or it may not be looked at.
    return undefined;
  }
}

/** The folder of a file and those above it, up to the root; where it lies elsewhere its folder alone. */
function foldersOf(file: string, root: string): string[] {
  const folder = path.dirname(file);
  return folder.startsWith(root + path.sep) ? [folder, ...foldersOf(folder, root)] : [folder];
}
