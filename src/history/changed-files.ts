import path from 'node:path';
import { GitError, gitText } from './git.ts';

export interface ChangedFiles {
  /** Absolute paths of files that differ from the main branch, new files included. */
  readonly files: ReadonlySet<string>;
  /** Whether files of the main branch were removed. */
  readonly gone: boolean;
  /** The commit that the files are compared with. */
  readonly base: string;
}

interface Input {
  /** A folder in the work tree. */
  readonly root: string;
  /** Possible names of the main branch. The first one that exists is used. */
  readonly branches: readonly string[];
}

/**
 * Finds what differs from the commit at which this branch left the main one, uncommitted changes included;
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

/** The output of git without the line break at its end; undefined when git fails. */
async function ask(cwd: string, ...args: string[]): Promise<string | undefined> {
  try {
    return (await gitText({ cwd, args })).replace(/\n$/, '');
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
