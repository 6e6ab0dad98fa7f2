import { setTimeout as delay } from 'node:timers/promises';
import type { Queue, QueueEvents } from 'bullmq';
import type { Notice } from '../store/store.ts';
import { findQueueName, type PictureJob, toJobId } from './job.ts';
import { connectOnce, loadBullMq, toShownAddress } from './redis.ts';

/** What happened to a picture: it is in the store; it killed the process that read it; or nobody makes it. */
export type Outcome = 'done' | 'killed' | 'given-up';

export interface PictureQueue {
  /** Asks workers for the versions of a picture, whose bytes are in the store. */
  readonly ask: (job: PictureJob) => Promise<Outcome>;
  /** How many pictures are requested and not settled. */
  readonly waiting: () => number;
  /** Whether workers can still be asked. */
  readonly isThere: () => boolean;
  readonly notices: () => Notice[];
  readonly close: () => Promise<void>;
}

/** A requested picture, with everyone who waits for it. */
interface Pending {
  readonly outcome: Promise<Outcome>;
  readonly settle: (outcome: Outcome) => void;
}

export interface QueueOptions {
  /** `redis:` or `rediss:`. */
  readonly url: string;
  /** Milliseconds within which a worker must respond. */
  readonly patience?: number;
}

/** Milliseconds within which workers must make a picture, two retries of a lost one included. */
const longest = 120_000;

/**
 * Opens a queue of pictures. It rejects only for wrong options: when Redis or the workers are lost, all
 * requests are given up, and the notices say why.
 */
export async function openQueue({ url, patience = 10_000 }: QueueOptions): Promise<PictureQueue> {
  const shown = toShownAddress(url);
  const bullmq = await loadBullMq();
  const pending = new Map<string, Pending>();
  let failure: Notice | undefined;
  /** Set when a worker could not make a picture for a reason of its own. */
  let refused: Notice | undefined;
  const settle = (id: string, outcome: Outcome): void => {
    lastNews = Date.now();
    pending.get(id)?.settle(outcome);
    pending.delete(id);
  };
  const giveUp = (reason: Notice): void => {
    failure ??= {
      en: `The queue ${shown}: ${reason.en}. What workers had not made was made here.`,
      vi: `Hàng đợi ${shown}: ${reason.vi}. Những hình máy khác chưa làm đã được làm ở đây.`,
    };
    for (const id of pending.keys()) settle(id, 'given-up');
  };
  const lost = (reason: string): void =>
    giveUp({ en: `Redis was lost (${reason})`, vi: `mất Redis (${reason})` });
  let lastNews = Date.now();
  let opened: Opened | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    opened = await connect(bullmq, url, lost);
    const { queue, events } = opened;
    events.on('completed', ({ jobId }) => settle(jobId, 'done'));
    events.on('failed', ({ jobId, failedReason }) => {
      const outcome = toOutcome(failedReason);
      if (outcome === 'given-up' && pending.has(jobId)) refused ??= toRefused(shown, failedReason);
      settle(jobId, outcome);
    });
    const look = () => watch({ queue, pending, since: lastNews, patience, settle, giveUp });
    timer = setInterval(() => void look().catch(() => {}), Math.min(1000, patience));
  } catch (error) {
    lost(error instanceof Error ? error.message : String(error));
  }
  return {
    ask: async (job) => {
      const id = toJobId(job);
      if (!opened || failure) return 'given-up';
      const earlier = pending.get(id);
      if (earlier) return earlier.outcome;
      if (pending.size === 0) lastNews = Date.now();
      let settleIt: Pending['settle'] = () => {};
      const outcome = new Promise<Outcome>((resolve) => (settleIt = resolve));
      pending.set(id, { outcome, settle: settleIt });
      opened.queue
        .add('picture', job, { jobId: id, attempts: 3, removeOnComplete: true, removeOnFail: true })
        .catch((error: Error) => lost(error.message));
      return outcome;
    },
    waiting: () => pending.size,
    isThere: () => failure === undefined,
    notices: () => [failure, refused].filter((notice) => notice !== undefined),
    close: async () => {
      clearInterval(timer);
      await opened?.close();
    },
  };
}

interface Opened {
  readonly queue: Queue<PictureJob>;
  readonly events: QueueEvents;
  readonly close: () => Promise<void>;
}

/** Opens a queue and its events. `lost` is called when one of their connections ends. */
async function connect(
  { Queue, QueueEvents, Redis }: Awaited<ReturnType<typeof loadBullMq>>,
  url: string,
  lost: (reason: string) => void,
): Promise<Opened> {
  const name = await findQueueName();
  const connection = await connectOnce(Redis, url, lost);
  const streams = { events: { maxLen: 2000 } };
  const queue = new Queue<PictureJob>(name, { connection, streams });
  const events = new QueueEvents(name, { connection });
  // The end of a connection is handled below.
  queue.on('error', () => {});
  events.on('error', () => {});
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);
  return {
    queue,
    events,
    close: async () => {
      connection.removeAllListeners('end');
      // It reads on a connection of its own, whose end is not reported when Redis is gone.
      await Promise.race([events.close().catch(() => {}), delay(1000, undefined, { ref: false })]);
      connection.disconnect();
    },
  };
}

/**
 * The outcome of a failed job: the process that read the picture was killed, or something else went wrong.
 */
const toOutcome = (reason: string): Outcome =>
  /^Unexpected exit code|stalled more than/.test(reason) ? 'killed' : 'given-up';

const toRefused = (shown: string, reason: string): Notice => ({
  en: `The queue ${shown}: a worker could not make a picture (${reason}). Such pictures were made here.`,
  vi: `Hàng đợi ${shown}: một máy không làm được hình (${reason}). Những hình như vậy đã được làm ở đây.`,
});

interface Watched {
  readonly queue: Queue<PictureJob>;
  readonly pending: ReadonlyMap<string, unknown>;
  /** When something was last received. */
  readonly since: number;
  readonly patience: number;
  readonly settle: (id: string, outcome: Outcome) => void;
  readonly giveUp: (reason: Notice) => void;
}

/** Checks the pending pictures when nothing was received about them for a while. */
async function watch({ queue, pending, since, patience, settle, giveUp }: Watched): Promise<void> {
  const silence = Date.now() - since;
  if (pending.size === 0 || silence < patience) return;
  const seconds = Math.round(silence / 1000);
  if ((await queue.getWorkersCount()) === 0)
    giveUp({
      en: `no worker was there for ${seconds} s`,
      vi: `không có máy nào nhận việc trong ${seconds} giây`,
    });
  else if (silence > longest)
    giveUp({ en: `nothing was made for ${seconds} s`, vi: `không có hình nào xong trong ${seconds} giây` });
  else {
    const jobs = await queue.getJobCounts('waiting', 'prioritized', 'delayed');
    const isWaiting = Object.values(jobs).some((count) => count > 0);
    // An event may have been missed, or Redis lost a job. Pictures whose workers do not respond are made
    // here: a worker may have been killed, and its lock lasts longer than a picture takes.
    for (const id of [...pending.keys()])
      if (!(await queue.getJob(id))) settle(id, 'done');
      else if (!isWaiting) settle(id, 'given-up');
  }
}
