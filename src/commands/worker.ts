import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { startWork } from '../queue/work.ts';
import { counting } from './counting.ts';
import { type StoreFlags, toStoreOptions } from './store-options.ts';

interface WorkerFlags extends StoreFlags {
  readonly concurrency: string;
  readonly language: MessageLanguage;
}

const words = {
  vi: {
    ready: (queue: string, name: string) => `Chờ hình ở ${queue}, hàng đợi ${name}. Dừng bằng Ctrl+C.`,
    failed: (reason: string) => `Không làm được: ${reason}`,
    end: (pictures: string) => `Đã làm ${pictures} hình.`,
  },
  en: {
    ready: (queue: string, name: string) =>
      `Waiting for pictures at ${queue}, queue ${name}. Ctrl+C ends it.`,
    failed: (reason: string) => `Not made: ${reason}`,
    end: (pictures: string) => `${pictures} made.`,
  },
} as const;

/** Makes pictures for builds of other machines until it is stopped. Resolves to the exit status. */
export async function worker({ concurrency, language, ...flags }: WorkerFlags): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const { number, plural } = counting(language);
  const { ready, failed, end } = words[language];
  const store = toStoreOptions(flags, process.env);
  if (!store || !flags.queue)
    throw new UsageError({
      en: 'a worker needs a store and a queue: --store and --queue',
      vi: 'máy làm hình cần kho chung và hàng đợi: --store và --queue',
    });
  if (!/^[1-9]\d*$/.test(concurrency))
    throw new UsageError({
      en: `--concurrency ${concurrency}: expected a number from 1`,
      vi: `--concurrency ${concurrency}: cần một số từ 1`,
    });
  let made = 0;
  const work = await startWork({
    store,
    queue: flags.queue,
    concurrency: Number(concurrency),
    environment: process.env,
    ready: ({ shown, name }) => say(ready(shown, name)),
    done: () => (made += 1),
    failed: (reason) => say(failed(reason)),
  });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await work.close();
  say(end(language === 'vi' ? number(made) : plural(made, 'picture')));
  return 0;
}
