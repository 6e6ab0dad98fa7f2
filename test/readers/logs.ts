import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { type ImportResult, importViews } from '../../src/readers/import-views.ts';
import type { ViewsData } from '../../src/readers/views-data.ts';

export const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

export interface Request {
  /** Seconds after 2026-11-20T00:00:00+07:00. */
  readonly at: number;
  readonly path?: string;
  readonly client?: string;
  readonly agent?: string;
  readonly status?: number;
  readonly method?: string;
  readonly more?: string;
}

/** A line in the combined format, on the clock of +07:00. */
export function combined({
  at,
  path: asked = '/kinh-te/lua/',
  client = '203.0.113.7',
  agent = browser,
  status = 200,
  method = 'GET',
  more = '',
}: Request): string {
  const clock = new Date(Date.UTC(2026, 10, 20) + at * 1000);
  const stamp = `${two(clock.getUTCDate())}/${months[clock.getUTCMonth()]}/${clock.getUTCFullYear()}:${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}:${two(clock.getUTCSeconds())} +0700`;
  return `${client} - - [${stamp}] "${method} ${asked} HTTP/1.1" ${status} 5120 "-" "${agent}"${more}`;
}

export const empty: ViewsData = { articles: {}, logs: [] };
const addresses = new Map([
  ['/kinh-te/lua/', '/kinh-te/lua/'],
  ['/kinh-te/lua/index.html', '/kinh-te/lua/'],
  ['/tin/12.html', '/kinh-te/lua/'],
  ['/kinh-te/mia/', '/kinh-te/mia/'],
]);

/** A folder for logs, which is there until the test ends. */
export function logFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-logs-'));
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  onTestFinished(dispose);
  return {
    folder,
    dispose,
    /** Writes a log; one whose name ends in `.gz` is packed. */
    write: (name: string, lines: readonly string[]): string => {
      const file = path.join(folder, name);
      const text = lines.map((line) => `${line}\n`).join('');
      writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text);
      return file;
    },
    /** Imports logs that were written to until so many minutes ago. */
    import: (logs: readonly string[], data: ViewsData = empty, idle = 0): Promise<ImportResult> => {
      const now = Date.UTC(2026, 10, 21);
      for (const log of logs) if (existsSync(log)) utimesSync(log, now / 1000, now / 1000 - idle * 60);
      return importViews({ logs, data, addresses, timeZone: 'Asia/Ho_Chi_Minh', now });
    },
  };
}

/** The numbers alone. */
export const totals = ({ data }: Pick<ImportResult, 'data'>): Record<string, number> =>
  Object.fromEntries(Object.entries(data.articles).map(([address, { total }]) => [address, total]));
