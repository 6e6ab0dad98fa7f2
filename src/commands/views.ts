import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toAddress } from '../addresses/permalink.ts';
import type { Address } from '../brands.ts';
import { withFile } from '../bytes/name-file.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { translate } from '../diagnostics/phrases.ts';
import { type AddressedArticle, articleAddresses } from '../readers/article-addresses.ts';
import { viewsPath } from '../readers/article-views.ts';
import { type ImportResult, importViews } from '../readers/import-views.ts';
import { parseViews, printViews } from '../readers/views-data.ts';
import { counting } from './counting.ts';
import { refusalOf } from './explain-failure.ts';
import { readData } from './read-data.ts';
import { survey } from './survey.ts';

export interface ViewsFlags {
  readonly site: string;
  readonly json?: boolean;
  readonly language: MessageLanguage;
}

/**
 * Counts the readers of articles in web server logs and adds them to `content/_data/views.json`. Resolves to
 * the exit status: 1 when a log could not be read to its end; the others are counted.
 */
export async function importLogs(
  logs: readonly string[],
  { site, json = false, language }: ViewsFlags,
): Promise<number> {
  const { root, config, articles } = await listArticles({ site });
  const file = path.join(root, viewsPath);
  const before = existsSync(file) ? readData(file, parseViews) : { articles: {}, logs: [] };
  const started = performance.now();
  const result = await importViews({
    logs: logs.map((log) => path.resolve(log)),
    data: before,
    addresses: articleAddresses(articles, config),
    timeZone: config.site.timeZone,
    now: Date.now(),
  });
  const seconds = (performance.now() - started) / 1000;
  const text = printViews(result.data);
  if (!existsSync(file) || withFile(file, (name) => readFileSync(name, 'utf8')) !== text)
    replaceFile(file, [text]);
  const { data: _, failures: failed, ...tally } = result;
  const failures = failed.map(({ log, error }) => ({ log, reason: reasonOf(error, language) }));
  if (json)
    process.stdout.write(
      `${JSON.stringify({ ...tally, failures, durationMs: Math.round(seconds * 1000) })}\n`,
    );
  else process.stdout.write(summary({ ...tally, seconds }, language));
  for (const { log, reason } of failures)
    process.stderr.write(
      language === 'vi'
        ? `broadsheet: không đọc được ${log}, hoặc không đọc được đến cuối: ${reason}\n`
        : `broadsheet: the log ${log} cannot be read, or not to its end: ${reason}\n`,
    );
  return failures.length > 0 ? 1 : 0;
}

/** Why a log cannot be read, from the system or the program that uncompresses it. */
function reasonOf(error: unknown, language: MessageLanguage): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_'))
    return translate(
      code === 'Z_BUF_ERROR' ? 'the packed file ends too early' : 'the packed file is damaged',
      language,
    );
  return refusalOf(error, language) ?? (error instanceof Error ? error.message : String(error));
}

type Summary = Omit<ImportResult, 'data' | 'failures'> & { readonly seconds: number };

function summary(
  { bytes, lines, counted, repeats, bots, prefetches, broken, old, samples, seconds }: Summary,
  language: MessageLanguage,
): string {
  const { number, plural } = counting(language);
  const decimal = (value: number): string =>
    value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  const speed = `${decimal(bytes / 1e6)} MB, ${decimal(seconds)} s`;
  const parts =
    language === 'vi'
      ? [
          `${number(counted)} lượt xem được thêm vào ${viewsPath}`,
          `bỏ qua ${number(repeats)} lượt lặp lại trong 30 phút, ${number(bots)} của máy, ${number(prefetches)} tải trước`,
          `${number(lines)} dòng mới (${speed})`,
          ...(old > 0 ? [`bỏ qua ${number(old)} dòng cũ hơn 400 ngày`] : []),
          ...(broken > 0 ? [`${number(broken)} dòng không đọc được:`] : []),
        ]
      : [
          `${plural(counted, 'view')} added to ${viewsPath}`,
          `left out ${plural(repeats, 'repeat')} within 30 minutes, ${number(bots)} by programs, ${number(prefetches)} ${prefetches === 1 ? 'prefetch' : 'prefetches'}`,
          `${plural(lines, 'new line')} (${speed})`,
          ...(old > 0 ? [`left out ${plural(old, 'line')} older than 400 days`] : []),
          ...(broken > 0 ? [`${plural(broken, 'line')} could not be read:`] : []),
        ];
  return [...parts, ...samples.map((sample) => `  ${sample}`), ''].join('\n');
}

/** Every article of a site with its addresses, published or not: expired articles were read before. */
async function listArticles({ site }: { site: string }): Promise<{
  readonly root: string;
  readonly config: ResolvedConfig;
  readonly articles: readonly AddressedArticle[];
}> {
  const { root, config, analysis } = await survey({ site });
  const { site: whole, unpublished } = analysis.modelled;
  return {
    root,
    config,
    articles: [
      ...unpublished.map(({ document, output, movedFrom }) => ({
        address: toAddress(config, output),
        aliases: document.data.aliases,
        movedFrom,
      })),
      ...whole.editions
        .flatMap(({ articles, withdrawn }) => [...articles, ...withdrawn])
        .filter(({ document }) => document.data.link === undefined)
        .map(({ card, document, movedFrom, original }) =>
          // Readers of an original in the tree of another language read the original.
          original === undefined
            ? { address: card.address, aliases: document.data.aliases, movedFrom }
            : { address: original, aliases: [], movedFrom: [card.address as Address] },
        ),
    ],
  };
}
