import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryName } from '../bytes/replace-file.ts';

const name = 'lock';
/** Milliseconds between two looks at a lock that another build holds. */
const pause = 100;

/**
 * Takes the lock of a cache, so that one build at a time uses it; resolves to what gives it back. `waiting`
 * is called once with the process that holds it.
 */
export async function takeLock(folder: string, waiting: (pid: number) => void): Promise<() => void> {
  const file = path.join(folder, name);
  const own = `${process.pid} ${startOf(process.pid)} ${hostname()}`;
  let isAnnounced = false;
  while (!isTaken(file, own)) {
    const holder = read(file);
    if (holder === undefined || !isAtWork(holder)) {
      if (holder !== undefined) breakLock(file, holder);
      continue;
    }
    if (!isAnnounced) waiting(Number.parseInt(holder, 10));
    isAnnounced = true;
    await delay(pause);
  }
  return () => {
    if (read(file) === own) rmSync(file, { force: true });
  };
}

/** Puts a whole lock file in its place, unless there is one. */
function isTaken(file: string, content: string): boolean {
  const temporary = path.join(path.dirname(file), temporaryName());
  writeFileSync(temporary, content);
  try {
    linkSync(temporary, file);
    return true;
  } catch {
    if (existsSync(file)) return false;
    // The disk has no hard links.
    copyFileSync(temporary, file, constants.COPYFILE_EXCL);
    return true;
  } finally {
    unlinkSync(temporary);
  }
}

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/**
 * Whether the process that wrote a lock is still there. One of another machine, as in a cache that CI
 * restored, is not.
 */
function isAtWork(holder: string): boolean {
  const [pid = '', start, host] = holder.split(' ');
  if (host !== hostname()) return false;
  // A build of this very process, through the programming interface.
  return isAlive(Number(pid)) && startOf(Number(pid)) === start;
}

/** Whether there is a process of this number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * When a process began, as the system counts: its number may be used again by another. Empty where the system
 * does not say.
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Removes the lock of a process that is gone; one that another process took meanwhile is put back. */
function breakLock(file: string, holder: string): void {
  const aside = path.join(path.dirname(file), temporaryName());
  try {
    renameSync(file, aside);
    if (read(aside) !== holder) linkSync(aside, file);
  } catch {
    // Another process was faster.
  }
  rmSync(aside, { force: true });
}
