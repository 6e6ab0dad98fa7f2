import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type sharp from 'sharp';

type Sharp = typeof sharp;

/**
 * Pictures processed at a time: one for each core, but at most four, which limits memory and fits Node's
 * thread pool.
 */
export const pipelines = Math.min(4, Math.max(2, availableParallelism()));

let loaded: Promise<Sharp> | undefined;

/**
 * The picture library, loaded when first wanted since that takes 0.1 s, and set to keep no memory of its own.
 */
export const loadSharp = (): Promise<Sharp> => {
  loaded ??= import('sharp').then(({ default: library }) => {
    library.cache(false);
    // One thread each: the AVIF encoder gives other bytes with two, and several pictures fill the cores
    // better than one.
    library.concurrency(1);
    return library;
  });
  return loaded;
};

/** Runs the work, at most as many at a time as there are pipelines; first come, first served. */
export const inTurn = pLimit(pipelines);
