import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fromRoot } from './from-root.ts';

/** A copy of the compiled tool that has not run yet. */
function copyTool() {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-tool-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ['lib', 'package.json'])
    cpSync(fromRoot(part), path.join(folder, part), {
      recursive: true,
      filter: (file) => !path.basename(file).startsWith('code-'),
    });
  symlinkSync(fromRoot('node_modules'), path.join(folder, 'node_modules'));
  const run = (...options: string[]) =>
    spawnSync(process.execPath, [...options, path.join(folder, 'lib/cli.cjs'), '--help'], {
      encoding: 'utf8',
    });
  const kept = (): string[] =>
    readdirSync(path.join(folder, 'lib')).filter((name) => name.startsWith('code-'));
  return { folder, run, kept };
}

test('what V8 made of the tool is kept, for each set of options apart, and never believed when it is damaged', () => {
  const { folder, run, kept } = copyTool();
  const { status, stdout } = run();
  expect([status, kept().length]).toEqual([0, 1]);
  const file = path.join(folder, 'lib', kept()[0] as string);
  const whole = readFileSync(file);
  const middle = whole.length >> 1;
  for (const damaged of [
    whole.subarray(0, middle),
    Buffer.concat([
      whole.subarray(0, middle),
      Buffer.from([(whole[middle] as number) ^ 1]),
      whole.subarray(middle + 1),
    ]),
    Buffer.alloc(0),
    Buffer.from('\n'),
  ]) {
    writeFileSync(file, damaged);
    expect(run()).toMatchObject({ status: 0, stdout, stderr: '' });
    expect(readFileSync(file).length).toBeGreaterThan(middle);
  }
  expect(run('--stack-size=900')).toMatchObject({ status: 0, stdout, stderr: '' });
  expect(kept()).toHaveLength(2);
});

test('where it cannot be kept nothing is left behind', () => {
  const { folder, run, kept } = copyTool();
  const { stdout } = run();
  const [name] = kept() as [string];
  rmSync(path.join(folder, 'lib', name));
  mkdirSync(path.join(folder, 'lib', name));
  for (const _ of [1, 2]) expect(run()).toMatchObject({ status: 0, stdout, stderr: '' });
  expect(kept()).toEqual([name]);
});

test('what configurations import can be required', () => {
  const { folder } = copyTool();
  const script = `process.stdout.write(typeof require(${JSON.stringify(path.join(folder, 'lib/index.js'))}).defineConfig)`;
  expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout).toBe('function');
});
