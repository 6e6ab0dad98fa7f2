import { CacheDamaged } from '../cache/bodies.ts';
import type { PageTask, RenderResult, RenderTask } from '../workers/messages.ts';
import { ahead, type Pool, worthThreads } from '../workers/pool.ts';

/**
 * Pages that a worker is handed at a time: fewer where they list much, since that takes memory in both
 * threads.
 */
const batch = { pages: 50, entries: 1000 };

/** What became of a page. */
export type PageResult = Exclude<RenderResult, { readonly damaged: string }>;

interface Input extends Omit<RenderTask, 'task' | 'pages'> {
  readonly pool: Pool;
  /** Called with the result of each page. */
  readonly done: (page: PageTask, result: PageResult) => void;
}

export interface PageQueue {
  /** Takes a page; resolves when the queue can take another. */
  readonly add: (page: PageTask) => Promise<void>;
  /** Resolves when all pages are done. Rejects with {@link CacheDamaged}. */
  readonly finish: () => Promise<void>;
}

/**
 * Hands pages to the workers in batches: to this thread while there are few, to all threads once there are
 * many.
 */
export function createPageQueue({ pool, done, ...options }: Input): PageQueue {
  const waiting: { readonly page: PageTask; readonly listed: number }[] = [];
  const running = new Set<Promise<void>>();
  /** What the waiting pages list. */
  let entries = 0;
  let taken = 0;

  const send = async (): Promise<void> => {
    let listed = 0;
    const pages: PageTask[] = [];
    while (pages.length < batch.pages && listed < batch.entries) {
      const next = waiting.shift();
      if (!next) break;
      pages.push(next.page);
      listed += next.listed;
    }
    entries -= listed;
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
    // Enough batches to keep every thread busy, and no more: props are large, those of long lists above all.
    if (running.size >= size * (listed < batch.entries ? ahead.render : 2)) await Promise.race(running);
  };

  return {
    add: async (page) => {
      const listed = entriesOf(page);
      waiting.push({ page, listed });
      taken += 1;
      entries += listed;
      // Whether threads are worth starting is known once there are pages enough for them.
      if (taken >= worthThreads)
        while (waiting.length >= batch.pages || entries >= batch.entries) await send();
    },
    finish: async () => {
      while (waiting.length > 0) await send();
      await Promise.all(running);
    },
  };
}

/** The number of list entries in a page's props: thousands on a page that shows all of a tag. */
function entriesOf({ props }: PageTask): number {
  let entries = 0;
  for (const value of Object.values(props)) if (Array.isArray(value)) entries += value.length;
  return entries;
}
