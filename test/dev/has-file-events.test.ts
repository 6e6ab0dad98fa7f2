import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hasFileEvents } from '../../src/dev/has-file-events.ts';

const folder = (): string => {
  const made = mkdtempSync(path.join(tmpdir(), 'events-test-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
};

test('a drive that reports changes', async () => {
  const place = folder();
  expect(await hasFileEvents(place)).toBe(true);
  expect(readdirSync(place)).toEqual([]);
});

test('a drive that reports none', async () => {
  const place = folder();
  const silent = { on: () => silent as never, close: () => {} };
  expect(await hasFileEvents(place, () => silent)).toBe(false);
  expect(readdirSync(place)).toEqual([]);
});

test('nothing is said where nothing can be written, or the system refuses to watch', async () => {
  expect(await hasFileEvents(path.join(folder(), 'missing'))).toBe(true);
  const refuse = () => {
    throw new Error('ENOSPC');
  };
  expect(await hasFileEvents(folder(), refuse)).toBe(true);
});
