import { type FSWatcher, mkdtempSync, rmSync, watch as watchFolder, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How long to wait for an event, in milliseconds. */
const patience = 2000;

/**
 * Whether the system reports changes in a folder: network drives and some containers do not. True where the
 * folder is not writable, since that cannot be tested. `watch` is the system's.
 */
export async function hasFileEvents(
  folder: string,
  watch: (folder: string, onChange: () => void) => Pick<FSWatcher, 'on' | 'close'> = watchFolder,
): Promise<boolean> {
  let trial: string;
  try {
    trial = mkdtempSync(path.join(folder, 'events-'));
  } catch {
    return true;
  }
  let watcher: Pick<FSWatcher, 'on' | 'close'> | undefined;
  try {
    return await new Promise((resolve) => {
      watcher = watch(trial, () => resolve(true));
      watcher.on('error', () => resolve(true));
      setTimeout(() => resolve(false), patience).unref();
      writeFileSync(path.join(trial, 'file'), '');
    });
  } catch {
    // Another message says that the system refuses to watch.
    return true;
  } finally {
    watcher?.close();
    rmSync(trial, { recursive: true, force: true });
  }
}
