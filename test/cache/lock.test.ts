import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock } from '../../src/cache/lock.ts';
import { article, inlineSite, readTree } from '../inline-site.ts';
import { runCli, startCli } from '../run-cli.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('one holds the lock at a time; who waits is told once for whom', async () => {
  const folder = emptyFolder();
  const order: string[] = [];
  const release = await takeLock(folder, () => order.push('never'));
  const second = takeLock(folder, (pid) => order.push(`waits for ${pid === process.pid ? 'us' : pid}`));
  await new Promise((resolve) => setTimeout(resolve, 250));
  order.push('released');
  release();
  (await second)();
  expect(order).toEqual(['waits for us', 'released']);
  expect(readdirSync(folder)).toEqual([]);
});

test('the lock of a process that is gone, of one whose number is used again, of another machine, and a damaged one are taken over', async () => {
  const folder = emptyFolder();
  for (const content of [
    `99999999 1 ${hostname()}`,
    `${process.ppid} 1 ${hostname()}`,
    `${process.pid} 1 elsewhere`,
    'lock',
    '',
  ]) {
    writeFileSync(path.join(folder, 'lock'), content);
    const release = await takeLock(folder, () => expect.unreachable(content));
    release();
    expect(readdirSync(folder), content).toEqual([]);
  }
});

test('three builds at once: each waits for the one before, and all say the same', async () => {
  const site = inlineSite({
    'content/kinh-te/a.md': article('title: A'),
    'content/kinh-te/b.md': article('title: B'),
  });
  const ended = await Promise.all(
    [1, 2, 3].map(async () => {
      const child = startCli(['build', '--site', site.root]);
      const [stderr] = await Promise.all([text(child.stderr as NodeJS.ReadableStream), once(child, 'close')]);
      return { status: child.exitCode, stderr: stderr.replace(/\d+/g, 'N') };
    }),
  );
  for (const { status, stderr } of ended) {
    expect(status, stderr).toBe(0);
    expect(['', 'Another build of this site is at work (process N): this one waits for it.\n']).toContain(
      stderr,
    );
  }
  expect(readdirSync(site.root).filter((name) => name.startsWith('.broadsheet'))).toEqual([]);
  expect(existsSync(path.join(site.root, '.cache/broadsheet/lock'))).toBe(false);
  const built = readTree(path.join(site.root, 'dist'));
  expect(runCli(['verify'], { cwd: site.root }).status).toBe(0);
  expect(readTree(path.join(site.root, 'dist'))).toEqual(built);
});

test('what version 0.1.0 left in .cache stays, and is named once', () => {
  const site = inlineSite({ 'content/kinh-te/a.md': article('title: A') });
  mkdirSync(path.join(site.root, '.cache/pictures-12345678'), { recursive: true });
  site.write({
    '.cache/state': 'broadsheet cache 6|x',
    '.cache/bodies-1-a': '',
    '.cache/config.json': '',
    '.cache/mine/a': '',
  });
  const first = runCli(['build'], { cwd: site.root });
  expect(first.status).toBe(0);
  expect(first.stderr).toBe(
    'The cache of version 0.1.0 is no longer used. To remove it: rm -r .cache/bodies-1-a .cache/config.json .cache/pictures-12345678 .cache/state\n',
  );
  expect(runCli(['build'], { cwd: site.root }).stderr).toBe('');
  runCli(['clean'], { cwd: site.root });
  expect(readdirSync(path.join(site.root, '.cache')).sort()).toEqual([
    'bodies-1-a',
    'config.json',
    'mine',
    'pictures-12345678',
    'state',
  ]);
});
