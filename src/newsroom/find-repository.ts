import { existsSync } from 'node:fs';
import path from 'node:path';
import { GitError, gitText } from './git.ts';
import { originHead } from './origin-head.ts';

export interface Repository {
  /** The commit that is checked out. */
  readonly head: string;
  /** Earlier commits are missing. */
  readonly shallow: boolean;
  /** The branch that `origin` has as its main one. */
  readonly main?: string;
}

export type FoundRepository = Repository | { readonly unreadable: string } | undefined;

/** The git work tree in which a folder lies; a reason when it cannot be read; undefined when there is none, it has no commit, or there is no git. */
export async function findRepository(root: string): Promise<FoundRepository> {
  // No process is started for a folder that no `.git` stands above.
  if (findTop(root) === undefined) return undefined;
  try {
    const [told, main] = await Promise.all([gitText({ cwd: root, args: ['rev-parse', '--is-shallow-repository', 'HEAD'] }), originHead(root)]);
    const [shallow, head = ''] = told.split('\n');
    return { head, shallow: shallow === 'true', ...(main !== undefined && { main }) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (/ENOENT|not a git repository|ambiguous argument 'HEAD'/.test(error.message)) return undefined;
    return { unreadable: error.message };
  }
}

/** The top of the work tree in which a folder lies; undefined when it lies in none. */
export function findTop(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}
