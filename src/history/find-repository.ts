import { existsSync } from 'node:fs';
import path from 'node:path';
import { GitError, gitText } from './git.ts';

export interface Repository {
  /** The commit that is checked out. */
  readonly head: string;
  /** Earlier commits are missing. */
  readonly shallow: boolean;
  /** The branch that `origin` has as its main one. */
  readonly main?: string;
}

export type FoundRepository = Repository | { readonly unreadable: string } | undefined;

/**
 * The git work tree in which a folder lies; a reason when it cannot be read; undefined when there is none, or
 * it has no commit.
 */
export async function findRepository(root: string): Promise<FoundRepository> {
  // No process is started for a folder that no `.git` stands above.
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

/** The top of the work tree in which a folder lies; undefined when it lies in none. */
export function findTop(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/**
 * The branch that `origin` has as its main one, as far as this clone was told; undefined where it was not.
 */
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
 * Names of the branch that is published: the one that the configuration names, else that of `origin`, else
 * the usual ones; a branch with one of these may have had the other before.
 */
export function mainBranches({ named, origin }: { named?: string; origin?: string }): readonly string[] {
  const name = named ?? origin ?? 'main';
  return usual.includes(name) ? [name, ...usual.filter((other) => other !== name)] : [name];
}
