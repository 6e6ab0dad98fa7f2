import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface CompileFolder {
  readonly folder: string;
  /** Removes it, unless it is the site's. */
  readonly remove: () => void;
}

/** Where those who write nothing into a site compile its configuration and templates: its cache when there is one that can be written, else a temporary folder. */
export function compileFolder(root: string): CompileFolder {
  const folder = path.join(root, '.cache');
  try {
    accessSync(folder, constants.W_OK);
    return { folder, remove: () => {} };
  } catch {
    const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-'));
    return { folder: scratch, remove: () => rmSync(scratch, { recursive: true, force: true }) };
  }
}
