import path from 'node:path';
import { packageRoot } from '../package-root.ts';
import type { Setup, Tasks } from './tasks.ts';

export interface Pool extends Tasks {
  /** How many tasks can run at once. */
  readonly size: number;
  readonly close: () => Promise<void>;
}

/** Threads for the work, or, for `jobs` below 2, this one: starting threads costs more than a small site. */
export async function createPool({ jobs, setup }: { jobs: number; setup: Setup }): Promise<Pool> {
  if (jobs < 2) {
    const { createTasks } = await import('./tasks.ts');
    return { ...createTasks(setup), size: 1, close: async () => {} };
  }
  const { Piscina } = await import('piscina');
  const pool = new Piscina({ filename: path.join(packageRoot, 'lib/worker.js'), minThreads: jobs, maxThreads: jobs, workerData: setup, concurrentTasksPerWorker: 1 });
  return { size: jobs, parse: (task) => pool.run(task), render: (task) => pool.run(task), close: () => pool.destroy() };
}
