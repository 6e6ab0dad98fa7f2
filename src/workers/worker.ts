import { workerData } from 'node:worker_threads';
import { createTasks, type ParseTask, type RenderTask, type Setup } from './tasks.ts';

const tasks = createTasks(workerData as Setup);

/** The entry of a worker thread. */
export default (task: ParseTask | RenderTask) =>
  task.task === 'parse' ? tasks.parse(task) : tasks.render(task);
