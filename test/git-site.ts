import { spawnSync } from 'node:child_process';
import { type Files, type InlineSite, inlineSite } from './inline-site.ts';

export interface GitSite extends InlineSite {
  /** Runs git in the site's folder and gives what it printed. */
  readonly git: (...args: string[]) => string;
  /** Commits all that there is, as somebody at a moment. */
  readonly commit: (message: string, options?: Committer) => string;
  /** Runs git as somebody at a moment: a merge. */
  readonly by: (options: Committer, ...args: string[]) => string;
}

interface Committer {
  readonly date?: string;
  readonly name?: string;
  readonly email?: string;
}

/** Runs git somewhere, apart from this machine's own settings. */
export function runGit(folder: string, args: readonly string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env },
    },
  );
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** A small site in a git work tree, without a commit yet. */
export function gitSite(files: Files = {}): GitSite {
  const site = inlineSite({ '.gitignore': '.cache\ndist\n', ...files });
  const git = (...args: string[]): string => runGit(site.root, args);
  git('init', '-q');
  const by: GitSite['by'] = (
    { date = '2026-11-16T09:00:00+07:00', name = 'Tuyết Ngọc', email = 'tuyetngoc@bao.example' },
    ...args
  ) =>
    runGit(site.root, args, {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
      GIT_COMMITTER_DATE: date,
    });
  return {
    ...site,
    git,
    by,
    commit: (message, options = {}) => {
      git('add', '-A');
      by(options, 'commit', '-q', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD').trim();
    },
  };
}
