import { existsSync } from 'node:fs';
import path from 'node:path';
import { GitError, gitText } from './git.ts';

export interface Repository {
  /** The commit that is checked out. */
  readonly head: string;
  /** Whether earlier commits are missing. */
  readonly shallow: boolean;
  /** The main branch of `origin`. */
  readonly main?: string;
}

export type FoundRepository = Repository | { readonly unreadable: string } | undefined;

/**
 * Finds the git work tree that contains a folder. Returns a reason when it cannot be read, and undefined when
 * there is none or it has no commit.
 */
export async function findRepository(root: string): Promise<FoundRepository> {
  // Without a `.git` in a parent folder, no process is started.
  if (findTop(root) === undefined) return undefined;
  try {
    const [state, main] = await Promise.all([
      gitText({ cwd: root, args: ['rev-parse', '--is-shallow-repository', 'HEAD'] }),
      originHead(root),
    ]);
    const [shallow, head = ''] = state.split('\n');
    return { head, shallow: shallow === 'true', ...(main !== undefined && { main }) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (/not a git repository|ambiguous argument 'HEAD'/.test(error.message)) return undefined;
    return { unreadable: /ENOENT/.test(error.message) ? 'there is no program “git”' : error.message };
  }
}

/** The top of the work tree that contains a folder; undefined when there is none. */
export function findTop(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/** The main branch of `origin`, as recorded in this clone; undefined where it is not recorded. */
export async function originHead(root: string): Promise<string | undefined> {
  try {
    return /^refs\/remotes\/origin\/(.+)$/.exec(
      (
        await gitText({ cwd: root, args: ['for-each-ref', '--format=%(symref)', 'refs/remotes/origin/HEAD'] })
      ).trim(),
    )?.[1];
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

const usual = ['main', 'master'];

/**
 * Possible names of the published branch: the one in the configuration, else that of `origin`, else `main`. A
 * branch with one of the usual names may have been renamed from another, so all of them are returned.
 */
export function mainBranches({ named, origin }: { named?: string; origin?: string }): readonly string[] {
  const name = named ?? origin ?? 'main';
  return usual.includes(name) ? [name, ...usual.filter((other) => other !== name)] : [name];
}
