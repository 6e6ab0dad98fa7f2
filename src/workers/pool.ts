import path from 'node:path';
import { lazy } from '../lazy.ts';
import { packageRoot } from '../package-root.ts';
import type { Setup, Tasks } from './tasks.ts';

export interface Pool {
  /** Those who do `items` pieces of work: this thread for a few, as starting others takes longer, all threads for many. */
  readonly workersFor: (items: number) => Promise<Workers>;
  readonly close: () => Promise<void>;
}

export interface Workers extends Tasks {
  /** How many tasks can run at once. */
  readonly size: number;
}

/** Fewer documents or pages than this are done before other threads would have started. */
export const worthThreads = 1500;

/** The threads of a build, none of which starts before it is needed. */
export function createPool({ jobs, setup }: { jobs: number; setup: Setup }): Pool {
  const inline = lazy(async (): Promise<Workers> => ({ ...(await import('./tasks.ts')).createTasks(setup), size: 1 }));
  let started: Promise<{ workers: Workers; destroy: () => Promise<void> }> | undefined;
  const start = async (): Promise<{ workers: Workers; destroy: () => Promise<void> }> => {
    const { Piscina } = await import('piscina');
    const pool = new Piscina({
      filename: path.join(packageRoot, 'lib/worker.js'),
      minThreads: jobs,
      maxThreads: jobs,
      workerData: setup,
      concurrentTasksPerWorker: 1,
      // Parsing and rendering make much short-lived garbage: with room for it, it dies before it is copied.
      resourceLimits: { maxYoungGenerationSizeMb: 48 },
    });
    return { workers: { size: jobs, parse: (task) => pool.run(task), render: (task) => pool.run(task) }, destroy: () => pool.destroy() };
  };
  return {
    workersFor: async (items) => {
      if (jobs < 2 || (items < worthThreads && !started)) return inline();
      started ??= start();
      return (await started).workers;
    },
    close: async () => (await started)?.destroy(),
  };
}
