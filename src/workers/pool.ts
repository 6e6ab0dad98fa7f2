import path from 'node:path';
import { lazy } from '../bytes/lazy.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { packageRoot } from '../package-root.ts';
import { createGuard } from './guard.ts';
import type { ParseResult, ParseTask, RenderResult, RenderTask, Setup, Tasks } from './messages.ts';

export interface Pool {
  /**
   * The workers for `items` pieces of work: this thread for a few, since starting others takes longer; all
   * threads for many.
   */
  readonly workersFor: (items: number) => Promise<Workers>;
  /** Whether a file of so many bytes may cost much: then {@link parseGuarded} is to parse it. */
  readonly isCostly: (bytes: number) => boolean;
  /**
   * Parses in a thread of its own, which is given up where a file costs more than the site's limits allow.
   */
  readonly parseGuarded: (task: ParseTask) => Promise<ParseResult>;
  readonly close: () => Promise<void>;
}

export interface Workers extends Tasks {
  /** How many tasks can run at once. */
  readonly size: number;
}

/** This thread does fewer documents or pages than this before other threads would have started. */
export const worthThreads = 1500;

/**
 * Bytes above which a file is parsed in a thread that can be given up. Shorter ones cost little, whatever is
 * in them: the parsers' own limits see to it.
 */
const longFile = 32 * 1024;

/**
 * Tasks in the queue of each thread, so that none is idle while this thread is busy. This thread has more to
 * do between two pages than between two documents.
 */
export const ahead = { parse: 2, render: 4 };

interface PoolInput extends Pick<Setup, 'root' | 'theme' | 'blocks'> {
  readonly config: ResolvedConfig;
  /** The compiled configuration. */
  readonly module: string;
  /** How many threads work, this one among them. */
  readonly jobs: number;
  /** The file of bodies that pages are made of; missing where none is made. */
  readonly bodies?: string;
}

/** The threads of a build, this one among them. None is started before it is needed. */
export function createPool({ jobs, ...input }: PoolInput): Pool {
  const { limits } = input.config;
  const setup = toSetup(input);
  const guard = createGuard({ threads: Math.max(1, jobs - 1), limits, setup });
  const inline = lazy(
    async (): Promise<Workers> => ({ ...(await import('./tasks.ts')).createTasks(setup), size: 1 }),
  );
  let started: Promise<{ workers: Workers; destroy: () => Promise<void> }> | undefined;
  const start = async (): Promise<{ workers: Workers; destroy: () => Promise<void> }> => {
    const { Piscina } = await import('piscina');
    const pool = new Piscina({
      filename: path.join(packageRoot, 'lib/worker.js'),
      minThreads: jobs - 1,
      maxThreads: jobs - 1,
      workerData: setup,
      concurrentTasksPerWorker: Math.max(...Object.values(ahead)),
      // Parsing and rendering make much short-lived garbage: with a larger young generation most of it is
      // collected without being copied.
      resourceLimits: { maxYoungGenerationSizeMb: 48 },
    });
    const here = await inline();
    const parse = share({
      most: (jobs - 1) * ahead.parse,
      there: (task: ParseTask): Promise<ParseResult> => pool.run(task),
      here: here.parse,
    });
    const render = share({
      most: (jobs - 1) * ahead.render,
      there: (task: RenderTask): Promise<RenderResult[]> => pool.run(task),
      here: here.render,
    });
    return { workers: { size: jobs, parse, render }, destroy: () => pool.destroy() };
  };
  return {
    workersFor: async (items) => {
      if (jobs < 2 || (items < worthThreads && !started)) return inline();
      started ??= start();
      return (await started).workers;
    },
    isCostly: (bytes) =>
      setup.plugins !== undefined || setup.markdown.parser === 'remark' || bytes > longFile,
    parseGuarded: guard.parse,
    close: async () => {
      await guard.close();
      await (await started)?.destroy();
    },
  };
}

/**
 * Runs tasks in order: at most `there` of them in other threads, and when those are busy one at a time in
 * this thread.
 */
function share<Task, Result>({
  most,
  there,
  here,
}: {
  most: number;
  there: (task: Task) => Promise<Result>;
  here: (task: Task) => Promise<Result>;
}): (task: Task) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let away = 0;
  let busy = false;
  const next = (): void => {
    if (waiting.length > 0 && (away < most || !busy)) waiting.shift()?.();
  };
  return async (task) => {
    if (away >= most && busy) await new Promise<void>((resolve) => waiting.push(resolve));
    if (away < most) {
      away += 1;
      try {
        return await there(task);
      } finally {
        away -= 1;
        next();
      }
    }
    busy = true;
    try {
      return await here(task);
    } finally {
      busy = false;
      next();
    }
  };
}

function toSetup({ root, config, module, theme, blocks, bodies = '' }: Omit<PoolInput, 'jobs'>): Setup {
  const { site, languages, languageFiles, dates, keys, markdown, search } = config;
  const { parser, html, highlight, singleTilde, smartPunctuation, remarkPlugins, rehypePlugins } = markdown;
  const hasPlugins = remarkPlugins.length + rehypePlugins.length > 0;
  return {
    root,
    site,
    languages,
    languageFiles,
    dates,
    keys,
    markdown: { parser, html, highlight, singleTilde, smartPunctuation },
    blocks,
    searched: search === false ? [] : search.fields,
    ...(hasPlugins && { plugins: module }),
    theme,
    bodies,
  };
}
