import path from 'node:path';
import { GitError, gitText } from './git.ts';

export interface ChangedFiles {
  /** Absolute paths of files that are other than on the main branch, or new. */
  readonly files: ReadonlySet<string>;
  /** Whether files of the main branch are not here any more. */
  readonly gone: boolean;
  /** The commit that they are compared with. */
  readonly base: string;
}

interface Input {
  /** A folder in the work tree. */
  readonly root: string;
  /** Branches that may be the main one, the first that exists is it. */
  readonly branches: readonly string[];
}

/**
 * What differs from the commit at which this branch left the main one, with what is not committed yet;
 * undefined where there is no such commit.
 */
export async function changedFiles({ root, branches }: Input): Promise<ChangedFiles | undefined> {
  const top = await ask(root, 'rev-parse', '--show-toplevel');
  if (top === undefined) return undefined;
  for (const branch of branches) {
    const base = await ask(root, 'merge-base', 'HEAD', branch);
    if (base === undefined) continue;
    const changed = split(await ask(top, 'diff', '--name-status', '--no-renames', '-z', base));
    const untracked = split(await ask(top, 'ls-files', '--others', '--exclude-standard', '-z'));
    const files = new Set(untracked);
    let gone = false;
    for (let index = 0; index + 1 < changed.length; index += 2) {
      if (changed[index] === 'D') gone = true;
      else files.add(changed[index + 1] ?? '');
    }
    return { files: new Set([...files].map((file) => path.join(top, file))), gone, base };
  }
  return undefined;
}

const split = (text = ''): string[] => text.split('\0').filter(Boolean);

/** What git answers, without the line's end; undefined when it refuses. */
async function ask(cwd: string, ...args: string[]): Promise<string | undefined> {
  try {
    return (await gitText({ cwd, args })).replace(/\n$/, '');
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
