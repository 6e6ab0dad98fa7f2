import path from 'node:path';
import { cacheFolderOf } from '../cache/cache-folder.ts';
import { configFiles } from '../places/find-config-file.ts';
import { toUnsettledModule } from '../places/site-failure.ts';
import { firstLoading } from '../tool/import-module.ts';
import { type Changes, mergeChanges } from './change-batch.ts';
import { createEngine, type Engine } from './engine.ts';
import { hasFileEvents } from './has-file-events.ts';
import { addressOf, listen } from './listen.ts';
import { openEditor } from './open.ts';
import { createDevServer } from './server.ts';
import { createTerminal, type TerminalInput } from './terminal.ts';
import { watch } from './watch.ts';

interface Input extends TerminalInput {
  /** 0 for any free port; the first free one from 4000 by default. */
  readonly port?: number;
  /** The name or address to listen on, beyond the loopback. */
  readonly host?: string;
  readonly drafts: boolean;
  /** Milliseconds between two checks of all files, where the system reports no changes. */
  readonly poll?: number;
  readonly jobs: number;
  /** The present, in milliseconds since the epoch. */
  readonly clock: () => number;
  readonly environment: NodeJS.ProcessEnv;
}

export interface RunningDev {
  readonly engine: Engine;
  /** URL of the front page. */
  readonly url: string;
  /** Resolves when the site is up to date with all changes so far. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts engine, watcher and server. Resolves when the first page can be served. */
export async function startDev(input: Input): Promise<RunningDev> {
  const { root, port, host, poll, language, clock, environment } = input;
  const terminal = createTerminal(input);
  const queue = createQueue(terminal.showFailure);
  // The watcher starts first, so that no save during the start is missed.
  const watcher = watch({
    root,
    folders: [path.join(root, 'content'), path.join(root, 'templates')],
    ...(poll !== undefined && { poll }),
    onChange: queue.add,
    onRefused: terminal.showRefusal,
  });
  const began = Date.now();
  watcher.addFiles(configFiles(root), began);
  const reportSlow = (): void => reportLoading(terminal.showFailure);
  const engine = await whileSlow(createEngine(input), reportSlow);
  const showProblems = (): void => terminal.showProblems(engine.problems());
  const server = createDevServer({
    engine,
    root,
    language,
    onProblem: showProblems,
    onFailure: terminal.showFailure,
    ...(host !== undefined && { host }),
    openEditor: (file, line) => openEditor({ file, ...(line !== undefined && { line }), environment }),
  });
  const dueArticles = createTimer({ engine, clock, onDue: () => queue.add({ paths: [], anywhere: false }) });
  try {
    await listen(server.http, { port, host });
  } catch (error) {
    watcher.close();
    await engine.close();
    throw error;
  }
  const finish = (since: number): void => {
    showProblems();
    watcher.addFiles(engine.configFiles(), since);
    dueArticles.set();
  };
  finish(began);
  if (poll === undefined) void checkFileEvents(root, terminal.showNoEvents);
  queue.start(async (changes) => {
    const before = Date.now();
    await whileSlow(engine.apply(changes), reportSlow);
    await server.sendChanges(changes.paths.map((file) => toSource(root, file)));
    finish(before);
  });
  return {
    engine,
    url: `${addressOf(server.http, host)}${engine.base()}`,
    settled: queue.settled,
    close: async () => {
      dueArticles.close();
      watcher.close();
      await server.close();
      await queue.settled();
      await engine.close();
    },
  };
}

/** The path of a file relative to the site's folder, with slashes. */
const toSource = (root: string, file: string): string => path.relative(root, file).split(path.sep).join('/');

/** Calls `onNone` where the system reports no changes of the site's files. */
async function checkFileEvents(root: string, onNone: () => void): Promise<void> {
  if (!(await hasFileEvents(cacheFolderOf(root)))) onNone();
}

/** Reports the module of the site that is still loading. */
function reportLoading(report: (failure: unknown) => void): void {
  const module = firstLoading();
  if (module !== undefined) report(toUnsettledModule(module));
}

/** Milliseconds after which slow loading of the site's code is reported. */
const patience = 10_000;

/** Calls `onSlow` when the work takes long. */
async function whileSlow<Result>(work: Promise<Result>, onSlow: () => void): Promise<Result> {
  const timer = setTimeout(onSlow, patience);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

type Handler = (changes: Changes) => Promise<void>;

/**
 * Passes changes to a handler, one call after another. Changes that come during a call are joined for the
 * next.
 */
interface ChangeQueue {
  readonly add: (changes: Changes) => void;
  /** Sets the handler; changes wait until then. */
  readonly start: (handler: Handler) => void;
  /** Resolves when all changes so far are handled. */
  readonly settled: () => Promise<void>;
}

function createQueue(onFailure: (error: unknown) => void): ChangeQueue {
  let start: (handler: Handler) => void = () => {};
  const started = new Promise<Handler>((resolve) => (start = resolve));
  let running: Promise<void> = Promise.resolve();
  let waiting: Changes | undefined;
  const handleWaiting = async (): Promise<void> => {
    const handle = await started;
    const changes = waiting;
    waiting = undefined;
    if (changes) await handle(changes);
  };
  return {
    add: (changes) => {
      if (waiting) {
        waiting = mergeChanges(waiting, changes);
        return;
      }
      waiting = changes;
      running = running.then(handleWaiting).catch(onFailure);
    },
    start: (handler) => start(handler),
    settled: () => running,
  };
}

/** The longest time that a timer can wait, in milliseconds. */
const longestWait = 2 ** 31 - 1;

/** Waits for the next article that becomes due: it changes the site without a change of files. */
function createTimer({ engine, clock, onDue }: { engine: Engine; clock: () => number; onDue: () => void }): {
  readonly set: () => void;
  readonly close: () => void;
} {
  let timer: NodeJS.Timeout | undefined;
  return {
    set: () => {
      clearTimeout(timer);
      const next = engine.nextChange();
      if (next === undefined) return;
      timer = setTimeout(onDue, Math.min(longestWait, Math.max(50, next - clock() + 5)));
      timer.unref();
    },
    close: () => clearTimeout(timer),
  };
}
