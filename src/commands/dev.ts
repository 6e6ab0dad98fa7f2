import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import pc from 'picocolors';
import { openBrowser } from '../dev/open.ts';
import { startDev } from '../dev/start.ts';
import { pollingPause } from '../dev/watch.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { configFiles } from '../places/find-config-file.ts';

export interface DevFlags {
  readonly site: string;
  readonly port?: string;
  readonly host?: string;
  readonly open?: boolean;
  readonly drafts?: boolean;
  /** Milliseconds, or true for the default. */
  readonly poll?: string | true;
  readonly language: MessageLanguage;
}

const words = {
  vi: { ready: 'Sẵn sàng sau', list: 'Tất cả bài viết', stop: 'Ctrl+C để dừng' },
  en: { ready: 'Ready in', list: 'All articles', stop: 'Ctrl+C stops it' },
} as const;

/** Serves the site from memory and shows each change at once, until it is stopped. */
export async function dev({
  site,
  port,
  host,
  open = false,
  drafts = false,
  poll,
  language,
}: DevFlags): Promise<number> {
  const started = performance.now();
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
    throw new UsageError({
      en: `--port ${port}: expected a number from 0 to 65535`,
      vi: `--port ${port}: cần một số từ 0 đến 65535`,
    });
  const pause = pollingPauseOf(poll);
  const root = path.resolve(site);
  if (!configFiles(root).some((file) => existsSync(file)))
    throw new UsageError({
      en: `no broadsheet.config.ts in ${root} or above: name the site's folder with --site, or make a site with “broadsheet init”`,
      vi: `không có broadsheet.config.ts trong ${root} hay ở trên: chỉ ra thư mục của trang bằng --site, hoặc tạo trang mới bằng “broadsheet init”`,
    });
  const server = await startDev({
    root,
    drafts,
    language,
    jobs: availableParallelism(),
    clock: Date.now,
    environment: process.env,
    colors: pc,
    ...(port !== undefined && { port: Number(port) }),
    ...(host !== undefined && { host }),
    ...(pause !== undefined && { poll: pause }),
    print: (text) => void process.stderr.write(`${text}\n`),
  });
  const w = words[language];
  process.stdout.write(
    `${pc.bold(server.url)}\n${w.list}: ${new URL('/_broadsheet/', server.url).href}\n${w.ready} ${Math.round(performance.now() - started)} ms. ${w.stop}.\n`,
  );
  if (open) openBrowser(server.url);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  await server.close();
  return 0;
}

/**
 * Milliseconds between two checks of all files; undefined where the system reports changes. Without `--poll`
 * chokidar's environment variables decide, as in other tools.
 */
function pollingPauseOf(flag: string | true | undefined): number | undefined {
  const { CHOKIDAR_USEPOLLING: use = '', CHOKIDAR_INTERVAL: interval } = process.env;
  if (flag === undefined && ['', '0', 'false'].includes(use.toLowerCase())) return undefined;
  if (flag === undefined || flag === true) return Number(interval) || pollingPause;
  if (/^\d{2,5}$/.test(flag)) return Number(flag);
  throw new UsageError({
    en: `--poll ${flag}: expected milliseconds, from 10 to 99999`,
    vi: `--poll ${flag}: cần số mili giây, từ 10 đến 99999`,
  });
}
