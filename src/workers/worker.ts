import { workerData } from 'node:worker_threads';
import type { ParseTask, RenderTask, Setup } from './messages.ts';
import { createTasks } from './tasks.ts';

const tasks = createTasks(workerData as Setup);

/** The entry of a worker thread. */
export default (task: ParseTask | RenderTask) =>
  task.task === 'parse' ? tasks.parse(task) : tasks.render(task);
