import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MessageLanguage } from '../diagnostics/print.ts';
import { articleAddresses } from '../newsroom/article-addresses.ts';
import { viewsPath } from '../newsroom/article-views.ts';
import { type ImportResult, importViews } from '../newsroom/import-views.ts';
import { parseViews, printViews, type ViewsData } from '../newsroom/views-data.ts';
import { replaceFile } from '../replace-file.ts';
import { UsageError } from '../usage-error.ts';
import { listArticles } from './list-articles.ts';

export interface ViewsFlags {
  readonly site: string;
  readonly json?: boolean;
  readonly language: MessageLanguage;
}

/** Counts the readers of articles in web servers' logs and adds them to `content/_data/views.json`. Resolves to the exit status: 1 when a log could not be read, or not to its end; the others are counted. */
export async function importLogs(logs: readonly string[], { site, json = false, language }: ViewsFlags): Promise<number> {
  const { root, config, articles } = await listArticles({ site });
  const file = path.join(root, viewsPath);
  const before = existsSync(file) ? readData(file) : { articles: {}, logs: [] };
  const started = performance.now();
  const result = await importViews({ logs: logs.map((log) => path.resolve(log)), data: before, addresses: articleAddresses(articles, config), timeZone: config.site.timeZone, now: Date.now() });
  const seconds = (performance.now() - started) / 1000;
  const text = printViews(result.data);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) replaceFile(file, [text]);
  const { data: _, ...tally } = result;
  if (json) process.stdout.write(`${JSON.stringify({ ...tally, durationMs: Math.round(seconds * 1000) })}\n`);
  else process.stdout.write(summary({ ...tally, seconds }, language));
  for (const { log, reason } of result.failures)
    process.stderr.write(
      language === 'vi' ? `broadsheet: không đọc được ${log}, hoặc không đọc được đến cuối: ${reason}\n` : `broadsheet: the log ${log} cannot be read, or not to its end: ${reason}\n`,
    );
  return result.failures.length > 0 ? 1 : 0;
}

type Summary = Omit<ImportResult, 'data' | 'failures'> & { readonly seconds: number };

function summary({ bytes, lines, counted, repeats, bots, prefetches, broken, old, samples, seconds }: Summary, language: MessageLanguage): string {
  const number = (value: number): string => value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  const speed = `${number(bytes / 1e6)} MB, ${number(seconds)} s`;
  const told =
    language === 'vi'
      ? [
          `${number(counted)} lượt xem được thêm vào ${viewsPath}`,
          `bỏ qua ${number(repeats)} lượt lặp lại trong 30 phút, ${number(bots)} của máy, ${number(prefetches)} tải trước`,
          `${number(lines)} dòng mới (${speed})`,
          ...(old > 0 ? [`bỏ qua ${number(old)} dòng cũ hơn 400 ngày`] : []),
          ...(broken > 0 ? [`${number(broken)} dòng không đọc được:`] : []),
        ]
      : [
          `${number(counted)} views added to ${viewsPath}`,
          `left out ${number(repeats)} repeats within 30 minutes, ${number(bots)} by programs, ${number(prefetches)} prefetches`,
          `${number(lines)} new lines (${speed})`,
          ...(old > 0 ? [`left out ${number(old)} lines older than 400 days`] : []),
          ...(broken > 0 ? [`${number(broken)} lines could not be read:`] : []),
        ];
  return [...told, ...samples.map((sample) => `  ${sample}`), ''].join('\n');
}

function readData(file: string): ViewsData {
  try {
    return parseViews(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
