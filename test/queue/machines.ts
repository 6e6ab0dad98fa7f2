import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { BuildResult } from '../../src/build/build-result.ts';
import { freePort } from '../free-port.ts';
import { fromRoot } from '../from-root.ts';
import { now } from '../inline-site.ts';
import { startCli } from '../run-cli.ts';
import { keys, writing } from '../store/start-store.ts';

export const hasRedis = spawnSync('redis-server', ['--version']).error === undefined;

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-queue-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Ends a process that a test started. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** A Redis of its own, until the test ends. */
export async function startRedis(): Promise<{
  url: string;
  process: ChildProcess;
  cli: (...args: string[]) => string;
}> {
  const port = await freePort();
  const redis = spawn(
    'redis-server',
    [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--maxmemory-policy',
      'noeviction',
      '--dir',
      temporaryFolder(),
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  onTestFinished(() => end(redis));
  await heard(redis, 'Ready to accept connections');
  return {
    url: `redis://127.0.0.1:${port}`,
    process: redis,
    cli: (...args) => spawnSync('redis-cli', ['-p', `${port}`, ...args], { encoding: 'utf8' }).stdout.trim(),
  };
}

/** Waits until a process says something; returns all that it said. */
async function heard(child: ChildProcess, words: string): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes(words)) resolve();
      });
    child.once('exit', () => reject(new Error(`it ended: ${said}`)));
  });
}

/** A worker of its own, until the test ends. */
export async function startWorker(
  store: string,
  queue: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const worker = startCli(['worker', '--store', store, '--queue', queue], {
    env: { BROADSHEET_STORE_PRIVATE_KEY: keys.private, ...env },
  });
  onTestFinished(() => end(worker));
  await heard(worker, 'Waiting for pictures');
  return worker;
}

/** Builds a site by the compiled tool in a process of its own. */
export async function buildApart(
  root: string,
  store: string,
  queue?: string,
  patience = 1000,
): Promise<BuildResult> {
  const options = {
    site: root,
    now,
    jobs: 1,
    store: writing(store, { patience: 5000 }),
    ...(queue && { queue: { url: queue, patience } }),
  };
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { build } from ${JSON.stringify(pathToFileURL(fromRoot('lib/index.js')).href)};
process.stdout.write(JSON.stringify(await build(${JSON.stringify(options)})));`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => end(child));
  let text = '';
  child.stdout.on('data', (part: Buffer) => {
    text += part.toString();
  });
  await once(child, 'close');
  return JSON.parse(text) as BuildResult;
}
