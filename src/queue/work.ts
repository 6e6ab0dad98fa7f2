import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../diagnostics/usage-error.ts';
import { packageRoot } from '../package-root.ts';
import { openStore, type StoreOptions } from '../store/store.ts';
import { findQueueName, storeVariable } from './job.ts';
import { loadBullMq, toShownAddress } from './redis.ts';

/** Milliseconds after which the job of a worker that does not respond is given to another one. */
const lockDuration = 30_000;

interface Options {
  readonly store: StoreOptions;
  /** Address of the queue. */
  readonly queue: string;
  /** How many pictures are made at a time, each in its own process on one core. */
  readonly concurrency: number;
  readonly environment: NodeJS.ProcessEnv;
  readonly ready: (queue: { readonly name: string; readonly shown: string }) => void;
  readonly done: () => void;
  /** Called with the reason each time a picture was not made. */
  readonly failed: (reason: string) => void;
}

/**
 * Makes pictures for builds on other machines until it is closed. Each is made in a child process, so that a
 * picture that kills its process ends nothing else. Resolves when the first connection is open; rejects with
 * a `UsageError` where something it needs is missing.
 */
export async function startWork({
  store,
  queue,
  concurrency,
  environment,
  ready,
  done,
  failed,
}: Options): Promise<{ readonly close: () => Promise<void> }> {
  const shown = toShownAddress(queue);
  await openStore(store);
  if (store.mode === 'read')
    throw new UsageError({
      en: 'a worker writes into the store: it needs BROADSHEET_STORE_PRIVATE_KEY',
      vi: 'máy làm hình ghi vào kho chung: cần BROADSHEET_STORE_PRIVATE_KEY',
    });
  const name = await findQueueName().catch(refuseWithoutSharp);
  const { Worker, Redis } = await loadBullMq();
  const connection = new Redis(queue, { maxRetriesPerRequest: null });
  const processor = pathToFileURL(path.join(packageRoot, 'lib', 'make-picture.js'));
  const worker = new Worker(name, processor, {
    connection,
    concurrency,
    lockDuration,
    stalledInterval: lockDuration / 2,
    maxStalledCount: 2,
    workerForkOptions: {
      // Each process uses one core.
      env: { ...environment, UV_THREADPOOL_SIZE: '1', [storeVariable]: JSON.stringify(store) },
    },
  });
  worker.on('error', (error) => failed(error.message));
  worker.on('failed', (_, error) => failed(error.message));
  worker.on('completed', (_, isMade) => isMade && done());
  await worker.waitUntilReady();
  ready({ name, shown });
  return {
    close: async () => {
      await worker.close();
      connection.disconnect();
    },
  };
}

function refuseWithoutSharp(error: unknown): never {
  throw new UsageError(
    {
      en: `a worker makes pictures with the package sharp, which cannot be loaded (${reasonOf(error)}): npm install sharp`,
      vi: `máy làm hình cần gói sharp, nhưng không nạp được gói này (${reasonOf(error)}): npm install sharp`,
    },
    { cause: error },
  );
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
