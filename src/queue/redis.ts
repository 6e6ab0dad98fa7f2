import type { Queue, QueueEvents, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { UsageError } from '../diagnostics/usage-error.ts';

interface BullMq {
  readonly Queue: typeof Queue;
  readonly QueueEvents: typeof QueueEvents;
  readonly Worker: typeof Worker;
  readonly Redis: typeof Redis;
}

/** Loads BullMQ with its driver, which a site installs when it uses a queue. */
export async function loadBullMq(): Promise<BullMq> {
  try {
    const [bullmq, ioredis] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { ...bullmq, Redis: ioredis.Redis };
  } catch (error) {
    throw new UsageError(
      {
        en: 'a queue needs two packages that are not installed: npm install bullmq ioredis',
        vi: 'hàng đợi cần hai gói chưa được cài: npm install bullmq ioredis',
      },
      { cause: error },
    );
  }
}

/** The URL of a queue without secrets, to print. Throws a {@link UsageError} for an invalid one. */
export function toShownAddress(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url?.protocol === 'redis:' || url?.protocol === 'rediss:') return `${url.protocol}//${url.host}`;
  const shown = written.replace(/(?<=:\/\/)[^/@]*@/, '');
  throw new UsageError({
    en: `--queue ${shown}: expected an address such as redis://127.0.0.1:6379`,
    vi: `--queue ${shown}: cần một địa chỉ như redis://127.0.0.1:6379`,
  });
}

/** Throws a {@link UsageError} where a build cannot use a queue. Sends no request. */
export async function checkQueue(url: string, mode: 'read' | 'write'): Promise<void> {
  toShownAddress(url);
  if (mode === 'read')
    throw new UsageError({
      en: '--queue: workers find the pictures in the store, so this build has to write there: BROADSHEET_STORE_PRIVATE_KEY',
      vi: '--queue: các máy lấy hình từ kho chung, nên lần dựng này phải ghi được vào kho: BROADSHEET_STORE_PRIVATE_KEY',
    });
  await loadBullMq();
}

/** Milliseconds within which a server must accept a connection. */
const connectTimeout = 5000;

/** Opens connections that end at the first failure: a build then continues without the queue. */
export async function connectOnce(
  redis: typeof Redis,
  url: string,
  lost: (reason: string) => void,
): Promise<Redis> {
  const connection = new redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: () => null,
    connectTimeout,
  });
  let reason = 'the connection was closed';
  connection.on('error', (error: Error) => {
    reason = error.message || reason;
  });
  try {
    await connection.connect();
  } catch (error) {
    connection.disconnect();
    throw new Error(error instanceof Error ? reason : String(error), { cause: error });
  }
  connection.on('end', () => lost(reason));
  return connection;
}
