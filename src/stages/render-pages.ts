import { CacheDamaged } from '../cache/bodies.ts';
import { type Pool, worthThreads } from '../workers/pool.ts';
import type { PageTask, RenderResult, RenderTask } from '../workers/tasks.ts';

/** Pages that a worker is handed at a time. */
const batch = 50;

interface Input extends Omit<RenderTask, 'task' | 'pages'> {
  readonly pool: Pool;
  /** Is told what became of each page. */
  readonly done: (page: PageTask, result: Exclude<RenderResult, { readonly damaged: string }>) => void;
}

export interface PageQueue {
  /** Takes a page; resolves when the queue can take another. */
  readonly add: (page: PageTask) => Promise<void>;
  /** Resolves when all pages are done. Rejects with {@link CacheDamaged}. */
  readonly finish: () => Promise<void>;
}

/** Hands pages to the workers in batches: to this thread while there are few, to all threads once there are many. */
export function createPageQueue({ pool, done, ...options }: Input): PageQueue {
  const waiting: PageTask[] = [];
  const running = new Set<Promise<void>>();
  let taken = 0;

  const send = async (): Promise<void> => {
    const pages = waiting.splice(0, batch);
    const { render, size } = await pool.workersFor(taken);
    const work = render({ task: 'render', pages, ...options }).then((results) => {
      for (const [index, result] of results.entries()) {
        if ('damaged' in result) throw new CacheDamaged(result.damaged);
        done(pages[index] as PageTask, result);
      }
    });
    running.add(work);
    work.then(
      () => running.delete(work),
      () => {},
    );
    // Enough in hand for every thread, and no more: props are large.
    if (running.size >= size * 2) await Promise.race(running);
  };

  return {
    add: async (page) => {
      waiting.push(page);
      taken += 1;
      // Whether threads are worth starting is known once there are pages enough for them.
      if (taken >= worthThreads) while (waiting.length >= batch) await send();
    },
    finish: async () => {
      while (waiting.length > 0) await send();
      await Promise.all(running);
    },
  };
}
