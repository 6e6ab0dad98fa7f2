import { spawn } from 'node:child_process';

/** Git ended with an error, or is not there. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

interface Input {
  /** The folder in which git runs. */
  readonly cwd: string;
  readonly args: readonly string[];
  /** Standard input. */
  readonly input?: string;
  /** Gets the output piece by piece. */
  readonly read: (chunk: Buffer) => void;
}

/** Runs git. Rejects with a {@link GitError} that has the first line of what it complained about. */
export async function git({ cwd, args, input, read }: Input): Promise<void> {
  // A hook in which the build runs has these set, for another folder than this one perhaps.
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, GIT_PREFIX: ____, ...env } = process.env;
  const child = spawn('git', args, { cwd, env: { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }, stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stdout.on('data', read);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (complaint.length < 2000) complaint += text;
  });
  child.stdin.on('error', () => {}); // Git ended before it read all: its exit status tells why.
  child.stdin.end(input);
  await new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(new GitError(error.message, { cause: error })));
    child.once('close', (status) => (status === 0 ? resolve() : reject(new GitError(complaint.split('\n')[0]?.replace(/^(?:fatal|error): /, '') || `git ended with status ${status}`))));
  });
}

/** Runs git and gives all that it printed. */
export async function gitText({ cwd, args }: Pick<Input, 'cwd' | 'args'>): Promise<string> {
  const chunks: Buffer[] = [];
  await git({ cwd, args, read: (chunk) => chunks.push(chunk) });
  return Buffer.concat(chunks).toString('utf8');
}
