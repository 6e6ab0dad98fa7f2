import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fromRoot } from './from-root.ts';

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whose process it is. */
  readonly uid?: number;
}

const cli = fromRoot('lib/cli.cjs');
/** The environment without what chooses language and colours. */
const quiet = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:LANG|LANGUAGE|LC_.*|TZ|NO_COLOR|FORCE_COLOR|CI|TERM|NODE_OPTIONS|VITEST.*)$/.test(name),
  ),
);
const environment = ({ env }: Surroundings): NodeJS.ProcessEnv => ({ ...quiet, ...env });

/** Runs `broadsheet` with a plain environment: English, no terminal. */
export function runCli(args: readonly string[], surroundings: Surroundings = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: surroundings.cwd,
    env: environment(surroundings),
    encoding: 'utf8',
    ...(surroundings.uid !== undefined && { uid: surroundings.uid }),
  });
  return { status, stdout, stderr };
}

/** Starts `broadsheet`, which goes on running. */
export const startCli = (args: readonly string[], surroundings: Surroundings = {}): ChildProcess =>
  spawn(process.execPath, [cli, ...args], {
    cwd: surroundings.cwd,
    env: environment(surroundings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
