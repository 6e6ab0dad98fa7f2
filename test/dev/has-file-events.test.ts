import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hasFileEvents } from '../../src/dev/has-file-events.ts';

const { silent } = vi.hoisted(() => ({ silent: { drive: false } }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const nothing = { on: () => nothing, close: () => {} };
  return {
    ...fs,
    watch: (...args: Parameters<typeof fs.watch>) => (silent.drive ? nothing : fs.watch(...args)),
  };
});

const folder = (): string => {
  const made = mkdtempSync(path.join(tmpdir(), 'events-test-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
};

test.each([
  ['a drive that reports changes', false, true],
  ['a drive that reports none', true, false],
])('%s', async (_, isSilent, expected) => {
  silent.drive = isSilent;
  const place = folder();
  expect(await hasFileEvents(place)).toBe(expected);
  expect(readdirSync(place)).toEqual([]);
});

test('nothing is said of a folder in which nothing can be written', async () => {
  expect(await hasFileEvents(path.join(folder(), 'missing'))).toBe(true);
});
