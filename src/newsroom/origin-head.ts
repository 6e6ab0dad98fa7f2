import { GitError, gitText } from './git.ts';

/** The branch that `origin` has as its main one, as far as this clone was told; undefined where it was not. */
export async function originHead(root: string): Promise<string | undefined> {
  try {
    return /^refs\/remotes\/origin\/(.+)$/.exec((await gitText({ cwd: root, args: ['for-each-ref', '--format=%(symref)', 'refs/remotes/origin/HEAD'] })).trim())?.[1];
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
