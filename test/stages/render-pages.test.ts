import { expect, test } from 'vitest';
import type { Digest, OutputPath } from '../../src/brands.ts';
import { createPageQueue } from '../../src/stages/render-pages.ts';
import type { PageTask } from '../../src/workers/messages.ts';
import type { Pool } from '../../src/workers/pool.ts';

const secrets = { own: [], everything: false, excused: [], trusted: true };
const page = (index: number, cards: readonly unknown[]): PageTask =>
  ({
    output: `trang-${index}/index.html` as OutputPath,
    template: 'list',
    props: { cards },
    bodies: [],
    secrets,
  }) as unknown as PageTask;

/** A queue whose pages are not rendered: how many it was handed at a time, and which came back. */
function countingQueue() {
  const batches: number[] = [];
  const done: string[] = [];
  const workers = {
    size: 2,
    parse: () => Promise.reject(new Error('nothing is parsed')),
    render: async ({ pages }: { pages: readonly PageTask[] }) => {
      batches.push(pages.length);
      return pages.map(() => ({ size: 0, mtime: 0, written: true }));
    },
  };
  const pool: Pool = {
    workersFor: async () => workers,
    isCostly: () => false,
    parseGuarded: workers.parse,
    close: async () => {},
  };
  const queue = createPageQueue({
    pool,
    folder: '',
    fresh: true,
    secrets: { digest: '' as Digest, bytes: new Uint8Array() },
    done: ({ output }) => done.push(output),
  });
  return { queue, batches, done };
}

test('many pages are handed out fifty at a time, those that list much one by one', async () => {
  const { queue, batches, done } = countingQueue();
  for (let index = 0; index < 1500; index++) await queue.add(page(index, []));
  const long = Array.from({ length: 1200 });
  for (let index = 1500; index < 1503; index++) await queue.add(page(index, long));
  await queue.finish();
  expect(batches).toEqual([...Array.from({ length: 30 }, () => 50), 1, 1, 1]);
  expect(done).toHaveLength(1503);
});

test('a generator that empties a list after it gave it away holds nothing up', async () => {
  const { queue, done } = countingQueue();
  const list = Array.from({ length: 800 });
  for (let index = 0; index < 1499; index++) await queue.add(page(index, list));
  list.length = 0;
  await queue.add(page(1499, list));
  await queue.finish();
  expect(done).toHaveLength(1500);
});
