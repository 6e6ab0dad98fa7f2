import { pipelines } from './load-sharp.ts';

let running = 0;
const waiting: (() => void)[] = [];

/** Runs the work, at most as many at a time as there are pipelines; first come, first served. */
export const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running === pipelines) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
};
