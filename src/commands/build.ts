import path from 'node:path';
import pc from 'picocolors';
import { build as buildSite } from '../build/build.ts';
import type { BuildResult } from '../build/build-result.ts';
import { loadConfig } from '../config/load-config.ts';
import { createExcerpts } from '../diagnostics/excerpt.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { explain } from '../diagnostics/print.ts';
import { printMessages } from '../diagnostics/print-messages.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { createProgress } from './progress.ts';
import { type StoreFlags, toStoreOptions } from './store-options.ts';
import { summarise } from './summarise.ts';
import { toMoment } from './to-moment.ts';

export interface BuildFlags extends StoreFlags {
  readonly site: string;
  readonly out?: string;
  readonly now?: string;
  readonly cache: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly jobs?: string;
  /** Whether every position of a warning is shown. */
  readonly all?: boolean;
  readonly language: MessageLanguage;
}

const words = {
  vi: {
    waiting: (pid: number) =>
      `Một lần dựng khác của trang này đang chạy (tiến trình ${pid}): lần này chờ nó xong.`,
    leftOver: 'Bộ nhớ đệm của phiên bản 0.1.0 không còn được dùng. Để xóa nó:',
  },
  en: {
    waiting: (pid: number) =>
      `Another build of this site is at work (process ${pid}): this one waits for it.`,
    leftOver: 'The cache of version 0.1.0 is no longer used. To remove it:',
  },
} as const;

/**
 * Builds the site and reports. Resolves to the exit status: 1 when the content has errors, or warnings with
 * `strict`.
 */
export async function build({
  site,
  out,
  now,
  cache,
  strict = false,
  json = false,
  jobs,
  all = false,
  language,
  ...flags
}: BuildFlags): Promise<number> {
  const root = path.resolve(site);
  const target = path.resolve(out ?? path.join(root, 'dist'));
  const moment =
    now === undefined ? Date.now() : await toMoment(now, async () => (await loadConfig(root)).config);
  if (jobs !== undefined && !/^[1-9]\d*$/.test(jobs))
    throw new UsageError({
      en: `--jobs ${jobs}: expected a number from 1`,
      vi: `--jobs ${jobs}: cần một số từ 1`,
    });
  const store = toStoreOptions(flags, process.env);
  if (flags.queue !== undefined && !store)
    throw new UsageError({
      en: '--queue needs a store, in which workers put what they make: --store',
      vi: '--queue cần một kho chung để các máy cất hình đã làm: --store',
    });
  const progress = await createProgress({ shown: !json && process.stderr.isTTY === true, language });
  let result: BuildResult;
  try {
    result = await buildSite({
      root,
      out: target,
      now: moment,
      cache,
      progress: progress.update,
      waiting: (pid) => process.stderr.write(`${words[language].waiting(pid)}\n`),
      ...(jobs !== undefined && { jobs: Number(jobs) }),
      store,
      ...(flags.queue !== undefined && { queue: { url: flags.queue } }),
    });
  } finally {
    progress.stop();
  }
  if (result.leftOver)
    process.stderr.write(`${words[language].leftOver} rm -r ${result.leftOver.join(' ')}\n`);
  for (const notice of result.notices ?? []) process.stderr.write(`${notice[language]}\n`);
  if (json) {
    const messages = result.messages.map((message) => ({ ...message, ...explain(message, language) }));
    process.stdout.write(`${JSON.stringify({ ...result, messages, out: target })}\n`);
  } else {
    const excerpt = createExcerpts(root);
    const shown = { language, colors: pc, excerpt, from: process.cwd(), root, all };
    for (const lines of printMessages(result.messages, shown)) process.stderr.write(`${lines}\n`);
    process.stdout.write(
      summarise(result, { out: path.relative(process.cwd(), target) || '.', language, colors: pc, all }),
    );
  }
  return result.errors > 0 || (strict && result.warnings > 0) ? 1 : 0;
}
