import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Colors } from 'picocolors/types.js';
import { DiagnosedError } from '../diagnostics/diagnosed-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createExcerpts } from '../diagnostics/excerpt.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { toLines } from '../diagnostics/print.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { configFiles } from '../places/find-config-file.ts';
import { placeFields } from '../places/place-fields.ts';
import { createEngine, type Engine } from './engine.ts';
import { openEditor } from './open-editor.ts';
import { createDevServer } from './server.ts';
import { type Changes, watch } from './watch.ts';

interface Input {
  /** The site's folder, absolute. */
  readonly root: string;
  /** 0 for any; when missing the first free one from {@link firstPort}. */
  readonly port?: number;
  /** Beyond the loopback: the name or address to listen on. */
  readonly host?: string;
  readonly drafts: boolean;
  readonly language: MessageLanguage;
  readonly jobs: number;
  /** The moment, in milliseconds since the epoch. */
  readonly clock: () => number;
  readonly environment: NodeJS.ProcessEnv;
  readonly colors: Colors;
  /** Lines for the terminal. */
  readonly print: (text: string) => void;
}

export interface RunningDev {
  readonly engine: Engine;
  /** Of the front page. */
  readonly url: string;
  /** Resolves when all changes that were seen so far are taken in. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const firstPort = 4000;
const longest = 2 ** 31 - 1;
const said = {
  vi: {
    mended: 'Đã hết lỗi',
    refused: 'Hệ thống từ chối theo dõi tệp, nên mỗi giây dò lại một lần',
    failed: 'Máy chủ gặp lỗi của chính nó',
  },
  en: {
    mended: 'Mended',
    refused: 'The system refuses to watch files, so they are looked at every second',
    failed: 'The dev server met a bug of its own',
  },
} as const;

/** Engine, watcher and server together: resolves when the first page can be served. */
export async function startDev({
  root,
  port,
  host,
  drafts,
  language,
  jobs,
  clock,
  environment,
  colors,
  print,
}: Input): Promise<RunningDev> {
  let running: Promise<void> = Promise.resolve();
  let shown: ReadonlySet<string> = new Set();
  let timer: NodeJS.Timeout | undefined;
  let waiting: Changes | undefined;
  const w = said[language];

  // Watching begins first, so that nothing that is saved during the start is missed.
  let ready = (): void => {};
  const started = new Promise<void>((resolve) => (ready = resolve));
  const take = (changes: Changes): void => {
    // What comes while another change is taken in is taken in at once after it.
    if (waiting) {
      waiting = {
        paths: [...new Set([...waiting.paths, ...changes.paths])],
        anywhere: waiting.anywhere || changes.anywhere,
      };
      return;
    }
    waiting = changes;
    running = running
      .then(async () => {
        await started;
        const now = waiting;
        waiting = undefined;
        if (now) await handle(now);
      })
      .catch(fail);
  };
  const watcher = watch({
    root,
    folders: [path.join(root, 'content'), path.join(root, 'templates')],
    onChange: take,
    onRefused: (reason) => print(`${w.refused} (${reason}).`),
  });
  const began = Date.now();
  watcher.addFiles(configFiles(root), began);
  const engine = await createEngine({ root, drafts, clock, jobs });
  const server = createDevServer({
    engine,
    root,
    language,
    onProblem: report,
    onFailure: fail,
    ...(host !== undefined && { host }),
    openEditor: (file, line) => openEditor({ file, ...(line !== undefined && { line }), environment }),
  });

  function fail(error: unknown): void {
    if (error instanceof DiagnosedError) {
      const excerpt = createExcerpts(root);
      for (const message of placeFields(error.messages, root))
        print(`${toLines(message, { language, colors, excerpt })}\n`);
      return;
    }
    print(`${w.failed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  async function handle(changes: Changes): Promise<void> {
    const before = Date.now();
    await engine.apply(changes);
    await server.tell(changes.paths.map((file) => path.relative(root, file).split(path.sep).join('/')));
    report();
    watcher.addFiles(engine.configFiles(), before);
    schedule();
  }
  /** Prints what is wrong now and was not before. */
  function report(): void {
    const problems = engine.problems();
    const keys = new Set(problems.map(keyOf));
    const excerpt = createExcerpts(root);
    for (const problem of problems.filter(({ severity }) => severity !== 'info'))
      if (!shown.has(keyOf(problem))) print(`${toLines(problem, { language, colors, excerpt })}\n`);
    const gone = [...shown].filter((key) => !keys.has(key)).length;
    if (gone > 0 && !problems.some(({ severity }) => severity === 'error'))
      print(colors.green(`✓ ${w.mended}.`));
    shown = keys;
  }
  /** An article that falls due changes the site without any file changing. */
  function schedule(): void {
    clearTimeout(timer);
    const next = engine.nextChange();
    if (next === undefined) return;
    timer = setTimeout(
      () => take({ paths: [], anywhere: false }),
      Math.min(longest, Math.max(50, next - clock() + 5)),
    );
    timer.unref();
  }

  try {
    await listen(server.http, port, host);
  } catch (error) {
    watcher.close();
    await engine.close();
    throw error;
  }
  watcher.addFiles(engine.configFiles(), began);
  report();
  schedule();
  ready();
  const { port: listening } = server.http.address() as AddressInfo;
  const name =
    host === undefined || ['0.0.0.0', '::'].includes(host)
      ? 'localhost'
      : host.includes(':')
        ? `[${host}]`
        : host;
  return {
    engine,
    url: `http://${name}:${listening}${engine.base()}`,
    settled: () => running,
    close: async () => {
      clearTimeout(timer);
      watcher.close();
      await server.close();
      await running;
      await engine.close();
    },
  };
}

const keyOf = ({ rule, path: file, line, values }: Diagnostic): string =>
  JSON.stringify([rule, file, line, values]);

/** Listens on the port that was asked for, or on the first one that is free. */
async function listen(
  http: import('node:http').Server,
  port: number | undefined,
  host = '127.0.0.1',
): Promise<void> {
  for (let candidate = port ?? firstPort; ; candidate += 1) {
    try {
      return await new Promise<void>((resolve, reject) => {
        http.once('error', reject);
        http.listen(candidate, host, () => {
          http.off('error', reject);
          resolve();
        });
      });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && port === undefined && candidate < firstPort + 50) continue;
      if (code === 'EADDRINUSE')
        throw new UsageError({
          en: `port ${candidate} is in use: choose another one with --port`,
          vi: `cổng ${candidate} đang được dùng: chọn cổng khác bằng --port`,
        });
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
        throw new UsageError({
          en: `--host ${host}: this machine has no such address`,
          vi: `--host ${host}: máy này không có địa chỉ đó`,
        });
      if (code === 'EACCES')
        throw new UsageError({
          en: `port ${candidate} may not be used: choose one from 1024 with --port`,
          vi: `không được phép dùng cổng ${candidate}: chọn cổng từ 1024 bằng --port`,
        });
      throw error;
    }
  }
}
