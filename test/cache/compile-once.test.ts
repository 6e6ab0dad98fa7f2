import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { compileOnce } from '../../src/cache/compile-once.ts';

function folderWith(text: string): { root: string; input: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'compile-once-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const input = path.join(root, 'input.ts');
  writeFileSync(input, text);
  return { root, input };
}

test('an input that is saved while it is compiled is compiled again', async () => {
  const { root, input } = folderWith('first');
  const read: string[] = [];
  const compile = async () => {
    const code = readFileSync(input, 'utf8');
    read.push(code);
    if (read.length === 1) writeFileSync(input, 'second');
    return { code, inputs: [input], data: () => code };
  };
  expect(
    await compileOnce({ root, folder: path.join(root, '.cache'), name: 'config', salt: '', compile }),
  ).toMatchObject({ data: 'second' });
  expect(
    await compileOnce({ root, folder: path.join(root, '.cache'), name: 'config', salt: '', compile }),
  ).toMatchObject({ data: 'second' });
  expect(read.filter((code) => code === 'first')).toHaveLength(1);
});

test('an input that never comes to rest is used, and not believed the next time', async () => {
  const { root, input } = folderWith('0');
  let turn = 0;
  const compile = async () => {
    const code = readFileSync(input, 'utf8');
    writeFileSync(input, String(++turn));
    return { code, inputs: [input], data: () => code };
  };
  expect(
    await compileOnce({ root, folder: path.join(root, '.cache'), name: 'config', salt: '', compile }),
  ).toMatchObject({ data: '4' });
  expect(
    await compileOnce({ root, folder: path.join(root, '.cache'), name: 'config', salt: '', compile }),
  ).toMatchObject({ data: '9' });
});

test('inputs that are as they were are not compiled again', async () => {
  const { root, input } = folderWith('text');
  await new Promise((resolve) => setTimeout(resolve, 30));
  let times = 0;
  const compile = async () => {
    times += 1;
    return { code: readFileSync(input, 'utf8'), inputs: [input], data: () => 0 };
  };
  for (let turn = 0; turn < 3; turn += 1)
    await compileOnce({ root, folder: path.join(root, '.cache'), name: 'config', salt: '', compile });
  expect(times).toBe(1);
  writeFileSync(input, 'other');
  await compileOnce({ root, folder: path.join(root, '.cache'), name: 'config', salt: '', compile });
  expect(times).toBeGreaterThan(1);
});
