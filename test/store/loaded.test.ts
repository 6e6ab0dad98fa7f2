import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inlineSite } from '../inline-site.ts';
import { temporaryFolder } from '../queue/machines.ts';
import { runCli } from '../run-cli.ts';
import { keys, withPictures } from './start-store.ts';

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { count: number }[];
    }[];
  }[];
}

/** What a build runs of the rooms `store` and `queue`, and the packages that only they need, as V8 counts. */
function loadedBy(root: string, args: readonly string[] = [], env: Record<string, string> = {}): string[] {
  const folder = temporaryFolder();
  const { status, stderr } = runCli(['build', '--site', root, '--no-cache', ...args], {
    env: { ...env, NODE_V8_COVERAGE: folder },
  });
  expect([status, stderr]).toEqual([0, '']);
  const loaded = new Set<string>();
  for (const name of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Coverage;
    for (const { url, functions } of result) {
      const [, packageName] = /node_modules\/(aws4fetch|bullmq|ioredis)\//.exec(url) ?? [];
      if (packageName) loaded.add(packageName);
      // Each module of the compiled tool is a function of its name.
      for (const { functionName, ranges } of functions)
        if (/^src\/(?:store|queue)\//.test(functionName) && (ranges[0]?.count ?? 0) > 0)
          loaded.add(functionName);
    }
  }
  return [...loaded].sort();
}

test('without the flags nothing of the store and the queue is loaded, with them what they need', async () => {
  const { root } = inlineSite(await withPictures());
  expect(loadedBy(root)).toEqual([]);
  const env = { BROADSHEET_STORE_PRIVATE_KEY: keys.private };
  const store = ['--store', `file://${temporaryFolder()}`];
  const ofStore = ['entry', 'folder', 'http', 'keys', 'pictures', 's3', 'snapshot', 'store'];
  expect(loadedBy(root, store, env)).toEqual(ofStore.map((name) => `src/store/${name}.ts`));
});
