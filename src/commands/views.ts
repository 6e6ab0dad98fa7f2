import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MessageLanguage } from '../diagnostics/print.ts';
import { articleAddresses } from '../newsroom/article-addresses.ts';
import { viewsPath } from '../newsroom/article-views.ts';
import { importViews } from '../newsroom/import-views.ts';
import { parseViews, printViews, type ViewsData } from '../newsroom/views-data.ts';
import { replaceFile } from '../replace-file.ts';
import { UsageError } from '../usage-error.ts';
import { survey } from './survey.ts';

export interface ViewsFlags {
  readonly site: string;
  readonly json?: boolean;
  readonly language: MessageLanguage;
}

/** Counts the readers of articles in web servers' logs and adds them to `content/_data/views.json`. */
export async function importLogs(logs: readonly string[], { site, json = false, language }: ViewsFlags): Promise<number> {
  const { root, config, analysis } = await survey({ site });
  const { site: whole, unpublished } = analysis.modelled;
  const articles = [
    ...[...whole.articles, ...whole.withdrawn].flatMap(({ document, card, output }) => (output === undefined ? [] : [{ address: card.address, aliases: document.data.aliases }])),
    // What has expired was read while it was there.
    ...unpublished.map(({ document, output }) => ({ address: `${config.site.base}${output.replace(/(^|\/)index\.html$/, '$1')}`, aliases: document.data.aliases })),
  ];
  const file = path.join(root, viewsPath);
  const before = existsSync(file) ? readData(file) : { articles: {}, logs: [] };
  const started = performance.now();
  const result = await importViews({ logs: logs.map((log) => path.resolve(log)), data: before, addresses: articleAddresses(articles, config), timeZone: config.site.timeZone });
  const seconds = (performance.now() - started) / 1000;
  const text = printViews(result.data);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) replaceFile(file, [text]);
  const { data: _, ...tally } = result;
  if (json) process.stdout.write(`${JSON.stringify({ ...tally, durationMs: Math.round(seconds * 1000) })}\n`);
  else process.stdout.write(summary({ ...tally, seconds }, language));
  return 0;
}

interface Summary {
  readonly bytes: number;
  readonly lines: number;
  readonly counted: number;
  readonly repeats: number;
  readonly bots: number;
  readonly prefetches: number;
  readonly broken: number;
  readonly samples: readonly string[];
  readonly seconds: number;
}

function summary({ bytes, lines, counted, repeats, bots, prefetches, broken, samples, seconds }: Summary, language: MessageLanguage): string {
  const number = (value: number): string => value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  const speed = `${number(bytes / 1e6)} MB, ${number(seconds)} s`;
  const told =
    language === 'vi'
      ? [
          `${number(counted)} lượt xem được thêm vào ${viewsPath}`,
          `bỏ qua ${number(repeats)} lượt lặp lại trong 30 phút, ${number(bots)} của máy, ${number(prefetches)} tải trước`,
          `${number(lines)} dòng mới (${speed})`,
          ...(broken > 0 ? [`${number(broken)} dòng không đọc được:`] : []),
        ]
      : [
          `${number(counted)} views added to ${viewsPath}`,
          `left out ${number(repeats)} repeats within 30 minutes, ${number(bots)} by programs, ${number(prefetches)} prefetches`,
          `${number(lines)} new lines (${speed})`,
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
