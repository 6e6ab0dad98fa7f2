import { readFileSync } from 'node:fs';
import path from 'node:path';
import pLimit from 'p-limit';
import type { Piscina } from 'piscina';
import { digestOf } from '../bytes/digest.ts';
import { lazy } from '../bytes/lazy.ts';
import { packageRoot } from '../package-root.ts';
import type { ParseResult, ParseTask, Setup } from './messages.ts';

/** The limits for one file; parsing it is stopped beyond them. */
export interface Limits {
  /** Time in seconds. */
  readonly seconds: number;
  /** Memory of JavaScript in MiB. */
  readonly memory: number;
}

export interface Guard {
  /**
   * Parses the files of a task in a thread of their own, and gives up those that cost more than the limits
   * allow; the others are parsed all the same.
   */
  readonly parse: (task: ParseTask) => Promise<ParseResult>;
  readonly close: () => Promise<void>;
}

/**
 * Threads for files that may cost much: those that plugins work on, and long ones. A thread that exceeds a
 * limit is replaced.
 */
export function createGuard({
  threads,
  limits,
  setup,
}: {
  readonly threads: number;
  readonly limits: Limits;
  readonly setup: Setup;
}): Guard {
  let pool: Piscina | undefined;
  const started = lazy(async (): Promise<Piscina> => {
    const { Piscina } = await import('piscina');
    pool = new Piscina({
      filename: path.join(packageRoot, 'lib/worker.js'),
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: Number.POSITIVE_INFINITY,
      workerData: setup,
      // One task per thread: when the thread is stopped, no other task is lost.
      concurrentTasksPerWorker: 1,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    });
    return pool;
  });
  // The time limit starts when a task runs, not while it waits.
  const inTurn = pLimit(threads);
  const run = (task: ParseTask): Promise<ParseResult | Excess> =>
    inTurn(async () => {
      const threadPool = await started();
      const timeout = AbortSignal.timeout(limits.seconds * 1000);
      return threadPool.run(task, { signal: timeout }).catch((error: unknown) => {
        if (timeout.aborted) return 'time';
        if (isOutOfMemory(error)) return 'memory';
        throw error;
      }) as Promise<ParseResult | Excess>;
    });

  const parse = async (task: ParseTask): Promise<ParseResult> => {
    const result = await run(task);
    if (typeof result !== 'string') return result;
    const [file, ...others] = task.files;
    if (file && others.length === 0) {
      const digest = digestOf(readFileSync(path.join(setup.root, file.path)));
      // The parser is loaded only when it is needed.
      const [{ packDocuments }, { tooCostly }] = await Promise.all([
        import('./tasks.ts'),
        import('../stages/parse.ts'),
      ]);
      return packDocuments([tooCostly({ path: file.path, digest }, result, limits)]);
    }
    return join(await Promise.all(task.files.map((one) => parse({ task: 'parse', files: [one] }))));
  };
  return { parse, close: async () => pool?.destroy() };
}

/** The limit that a task exceeded. */
export type Excess = 'time' | 'memory';

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

function join(results: readonly ParseResult[]): ParseResult {
  const all = (part: 'heads' | 'rests' | 'html'): Uint8Array =>
    Buffer.concat(results.map((result) => result[part]));
  return {
    heads: all('heads'),
    rests: all('rests'),
    html: all('html'),
    parts: results.flatMap(({ parts }) => parts),
  };
}
