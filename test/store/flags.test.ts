import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toStoreOptions } from '../../src/commands/store-options.ts';
import { inlineSite } from '../inline-site.ts';
import { temporaryFolder } from '../queue/machines.ts';
import { runCli } from '../run-cli.ts';
import { keys } from './start-store.ts';

test('the address and the keys come from flags, the environment and files', () => {
  const file = path.join(temporaryFolder(), 'khoa');
  writeFileSync(file, `${keys.private}\n`);
  expect(toStoreOptions({}, {})).toBeUndefined();
  expect(toStoreOptions({}, { BROADSHEET_STORE: '' })).toBeUndefined();
  expect(
    toStoreOptions({}, { BROADSHEET_STORE: 'file:///a', BROADSHEET_STORE_PUBLIC_KEY: keys.public }),
  ).toMatchObject({ url: 'file:///a', mode: 'read', keys: { public: keys.public } });
  const environment = { BROADSHEET_STORE: 'file:///a', BROADSHEET_STORE_PRIVATE_KEY_FILE: file };
  expect(toStoreOptions({ store: 'file:///b' }, environment)).toMatchObject({
    url: 'file:///b',
    mode: 'write',
    keys: { private: keys.private },
  });
  expect(toStoreOptions({ storeMode: 'read' }, environment)).toMatchObject({ mode: 'read' });
  expect(() =>
    toStoreOptions({}, { ...environment, BROADSHEET_STORE_PRIVATE_KEY_FILE: '/khong/co' }),
  ).toThrow('BROADSHEET_STORE_PRIVATE_KEY_FILE: /khong/co cannot be read');
});

test('keys are printed as lines of an environment, others each time', () => {
  const print = () => runCli(['store', 'keys']).stdout;
  const form =
    /^# .*\n# .*\nBROADSHEET_STORE_PRIVATE_KEY=[\w-]{43}\nBROADSHEET_STORE_PUBLIC_KEY=[\w-]{43}\nBROADSHEET_STORE_SNAPSHOT_KEY=[\w-]{43}\n$/;
  const [one, two] = [print(), print()];
  expect(one).toMatch(form);
  expect(one).not.toBe(two);
});

test('what a build or a worker lacks is said at once', () => {
  const { root } = inlineSite();
  const env = { BROADSHEET_STORE_PRIVATE_KEY: keys.private };
  const store = ['--store', `file://${temporaryFolder()}`];
  const said = (args: readonly string[], environment: Record<string, string> = env) => {
    const { status, stdout, stderr } = runCli(args, { env: environment });
    expect([status, stdout]).toEqual([2, '']);
    return stderr;
  };
  const build = ['build', '--site', root];
  expect(said([...build, '--queue', 'redis://127.0.0.1:1'])).toBe(
    'broadsheet: --queue needs a store, in which workers put what they make: --store\n',
  );
  expect(said([...build, ...store, '--queue', 'http://ai:mat-khau@127.0.0.1:1'])).toBe(
    'broadsheet: --queue http://127.0.0.1:1: expected an address such as redis://127.0.0.1:6379\n',
  );
  expect(
    said([...build, ...store, '--queue', 'redis://127.0.0.1:1'], {
      BROADSHEET_STORE_PUBLIC_KEY: keys.public,
    }),
  ).toBe(
    'broadsheet: --queue: workers find the pictures in the store, so this build has to write there: BROADSHEET_STORE_PRIVATE_KEY\n',
  );
  expect(said(['worker'])).toBe('broadsheet: a worker needs a store and a queue: --store and --queue\n');
  expect(said(['worker', ...store, '--queue', 'redis://127.0.0.1:1', '--concurrency', '0'])).toBe(
    'broadsheet: --concurrency 0: expected a number from 1\n',
  );
  // Packages that cannot be loaded.
  const without = (name: string) => {
    const file = path.join(temporaryFolder(), 'without.cjs');
    writeFileSync(
      file,
      `const { Module } = require('node:module'); const { _load } = Module; Module._load = (id, ...rest) => { if (id === ${JSON.stringify(name)}) throw new Error('Cannot find package'); return _load(id, ...rest); };`,
    );
    return { ...env, NODE_OPTIONS: `--require ${file}` };
  };
  expect(said([...build, ...store, '--queue', 'redis://127.0.0.1:1'], without('bullmq'))).toBe(
    'broadsheet: a queue needs two packages that are not installed: npm install bullmq ioredis\n',
  );
  expect(said(['worker', ...store, '--queue', 'redis://127.0.0.1:1'], without('sharp'))).toBe(
    'broadsheet: a worker makes pictures with the package sharp, which cannot be loaded (Cannot find package): npm install sharp\n',
  );
});
