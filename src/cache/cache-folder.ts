import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeFolder } from '../bytes/replace-file.ts';
import { UsageError } from '../diagnostics/usage-error.ts';

/**
 * Cache Directory Tagging Specification (https://bford.info/cachedir/): backup programs leave such folders
 * out.
 */
const tag = 'CACHEDIR.TAG';
const signature =
  'Signature: 8a477f597d28d172789f06886806bc55\n# The cache of Broadsheet. It can be removed at any time.\n';

/** Where the cache of a site lies. Other tools keep theirs in `.cache/` too. */
export const cacheFolderOf = (root: string): string => path.join(root, '.cache', 'broadsheet');

/**
 * Makes the folder of a cache with its tag. Throws a {@link UsageError} where one is there that is not ours.
 */
export function openCacheFolder(folder: string): string {
  if (isTagged(folder)) return folder;
  if (existsSync(folder) && readdirSync(folder).length > 0 && !hasState(folder))
    throw new UsageError({
      en: `${folder} has files that Broadsheet did not write: move them away, for this is where its cache goes`,
      vi: `${folder} có những tệp không do Broadsheet ghi: hãy chuyển chúng đi, vì bộ nhớ đệm nằm ở đó`,
    });
  makeFolder(folder);
  writeFileSync(path.join(folder, tag), signature);
  return folder;
}

/** Whether the folder is a cache of ours: it has our tag, or, where that was lost, the state of a build. */
const isCacheFolder = (folder: string): boolean => isTagged(folder) || hasState(folder);
const isTagged = (folder: string): boolean => begins(path.join(folder, tag), signature);
const hasState = (folder: string): boolean => begins(path.join(folder, 'state'), 'broadsheet cache ');

function begins(file: string, text: string): boolean {
  try {
    return readFileSync(file).subarray(0, text.length).equals(Buffer.from(text));
  } catch {
    return false;
  }
}

/** Removes the cache of a site; a folder without our tag stays. */
export function removeCache(root: string): void {
  const folder = cacheFolderOf(root);
  if (!isCacheFolder(folder)) return;
  rmSync(folder, { recursive: true, force: true });
  if (readdirSync(path.dirname(folder)).length === 0) rmdirSync(path.dirname(folder));
}

export interface CompileFolder {
  readonly folder: string;
  /** Removes it, unless it is the site's. */
  readonly remove: () => void;
}

/**
 * Where commands that write nothing into a site compile its configuration and templates: in its cache when
 * there is one that can be written, else in a temporary folder.
 */
export function compileFolder(root: string): CompileFolder {
  const folder = cacheFolderOf(root);
  try {
    accessSync(folder, constants.W_OK);
    if (isCacheFolder(folder)) return { folder, remove: () => {} };
  } catch {
    // There is no cache.
  }
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-'));
  return { folder: scratch, remove: () => rmSync(scratch, { recursive: true, force: true }) };
}

/**
 * What version 0.1.0 left directly in `.cache/`: names relative to the site's folder. It is never removed by
 * us, since others keep files there.
 */
export function filesOfFirstVersion(root: string): string[] {
  const folder = path.join(root, '.cache');
  try {
    if (!hasState(folder)) return [];
    return readdirSync(folder)
      .filter((name) =>
        /^(?:state|history|(?:config|theme)\.json)$|^(?:bodies|documents|pictures|config|theme)-[\w-]+(?:\.mjs)?$/.test(
          name,
        ),
      )
      .map((name) => `.cache/${name}`)
      .sort();
  } catch {
    return [];
  }
}
