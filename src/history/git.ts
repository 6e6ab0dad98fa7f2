import { spawn } from 'node:child_process';

/** Git failed, or is not installed. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

interface Input {
  /** The folder in which git runs. */
  readonly cwd: string;
  readonly args: readonly string[];
  /** Standard input. */
  readonly input?: string;
  /** Receives the output in pieces. */
  readonly read: (chunk: Buffer) => void;
}

/** Settings that override the user's, which would change the output. */
const settings = [
  'color.ui=false',
  'core.quotePath=false',
  'diff.ignoreSubmodules=none',
  'diff.renameLimit=2000',
  'diff.renames=true',
  'i18n.logOutputEncoding=UTF-8',
  'log.decorate=false',
  'log.follow=false',
  'log.showRoot=true',
  'log.showSignature=false',
].flatMap((setting) => ['-c', setting]);

/**
 * Variables that are removed. A hook that runs the build sets the first of them, perhaps for another folder;
 * the others change what git compares and prints.
 */
const dropped = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_EXTERNAL_DIFF',
  'GIT_DIFF_OPTS',
  'GIT_NAMESPACE',
]);

/** Runs git. Rejects with a {@link GitError} that has the first line of git's error output. */
export async function git({ cwd, args, input, read }: Input): Promise<void> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !dropped.has(name)));
  const child = spawn('git', [...settings, ...args], {
    cwd,
    env: { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stdout.on('data', read);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < 2000) complaint += text;
  });
  child.stdin.on('error', () => {}); // Git ended before it read all input; its exit status says why.
  child.stdin.end(input);
  await new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(new GitError(error.message, { cause: error })));
    child.once('close', (status) =>
      status === 0
        ? resolve()
        : reject(
            new GitError(
              complaint.split('\n')[0]?.replace(/^(?:fatal|error): /, '') ||
                `git ended with status ${status}`,
            ),
          ),
    );
  });
}

/** Runs git and returns its whole output. */
export async function gitText({ cwd, args }: Pick<Input, 'cwd' | 'args'>): Promise<string> {
  const chunks: Buffer[] = [];
  await git({ cwd, args, read: (chunk) => chunks.push(chunk) });
  return Buffer.concat(chunks).toString('utf8');
}
