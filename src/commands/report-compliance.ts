import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { toAddress, toOutput, toUrl } from '../addresses/permalink.ts';
import { build } from '../build/build.ts';
import { makeFolder, replaceFile } from '../bytes/replace-file.ts';
import { atInstant } from '../dates/date-time.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { type Compliance, toCompliance } from '../reports/compliance.ts';
import { toCompliancePage } from '../reports/compliance-page.ts';
import { languageOfSite } from '../reports/report-format.ts';
import { routes } from '../routes/routes.ts';
import type { Site } from '../site.ts';
import { filesOf } from '../stages/output-folder.ts';
import { checkAccessibility } from './accessibility.ts';
import { survey } from './survey.ts';

export interface ComplianceFlags {
  readonly site: string;
  readonly out?: string;
  readonly now?: string;
  /** Folder of the report. */
  readonly to?: string;
  readonly language: MessageLanguage;
}

/**
 * Builds the site and writes `compliance.html` and `compliance.json`, to file with an authority. Resolves to
 * 1 where a point is not answered, or something is broken.
 */
export async function reportCompliance(flags: ComplianceFlags): Promise<number> {
  const { root, config, analysis, now } = await survey(flags);
  const target = path.resolve(flags.out ?? path.join(root, 'dist'));
  const { messages } = await build({ root, out: target, now, cache: true });
  const { site } = analysis.modelled;
  const fileOf = (output: string): string => path.join(target, output);
  const report = toCompliance({
    site,
    day: atInstant(now, config.site.timeZone).slice(0, 10),
    language: languageOfSite(config),
    messages,
    outputs: filesOf(target),
    read: (output) => (existsSync(fileOf(output)) ? readFileSync(fileOf(output), 'utf8') : undefined),
    accessibility: await checkAccessibility({
      root,
      pages: pageOfEachKind(site),
      fileAt: (url) => fileAt(url, site, fileOf),
    }),
  });
  const folder = path.resolve(flags.to ?? '.');
  makeFolder(folder);
  const files = {
    'compliance.html': toCompliancePage(report, languageOfSite(config)),
    'compliance.json': `${JSON.stringify(report, null, 2)}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    replaceFile(path.join(folder, name), [text]);
    process.stdout.write(`${path.relative(process.cwd(), path.join(folder, name))}\n`);
  }
  for (const line of toNotes(report, flags.language)) process.stderr.write(`${line}\n`);
  return isWhole(report) ? 0 : 1;
}

/** The first page of each template, by kind. */
function pageOfEachKind(site: Site): { kind: string; url: string }[] {
  const pages = new Map<string, string>();
  for (const route of routes(site))
    if (route.kind === 'page' && route.template !== 'redirect' && !pages.has(route.template))
      pages.set(route.template, toUrl(site.config, toAddress(site.config, route.output)));
  return [...pages].map(([kind, url]) => ({ kind, url }));
}

/** The file that a host serves for a URL. */
function fileAt(url: string, { config }: Site, fileOf: (output: string) => string): string | undefined {
  const { origin, pathname } = new URL(url);
  const output = origin === config.site.origin ? toOutput(config, decodeURIComponent(pathname)) : undefined;
  const file = output === undefined ? undefined : fileOf(output);
  return file !== undefined && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

const isWhole = ({ points, accessibility, structuredData, feeds, deadLinks }: Compliance): boolean =>
  points.every(({ state }) => state === 'answered') &&
  accessibility.state === 'checked' &&
  accessibility.pages.every(({ violations }) => violations.length === 0) &&
  structuredData.broken.length + feeds.broken.length + deadLinks.length === 0;

/** What the user has to do. */
function toNotes({ points, accessibility }: Compliance, language: MessageLanguage): string[] {
  const open = points.flatMap(({ id, state }) => (state === 'answered' ? [] : [id]));
  const isVietnamese = language === 'vi';
  return [
    ...(open.length > 0
      ? [
          isVietnamese
            ? `chưa có trang trả lời, hãy ghi vào “compliance” trong broadsheet.config.ts: ${open.join(', ')}`
            : `no page answers these, write them into "compliance" in broadsheet.config.ts: ${open.join(', ')}`,
        ]
      : []),
    ...(accessibility.state === 'unchecked'
      ? [
          isVietnamese
            ? 'chưa kiểm tra khả năng tiếp cận: chạy npm install --save-dev playwright-core axe-core, và cài Chromium hoặc ghi đường dẫn của nó vào biến CHROMIUM'
            : 'accessibility was not checked: run npm install --save-dev playwright-core axe-core, and install Chromium or name one in the variable CHROMIUM',
        ]
      : []),
  ];
}
