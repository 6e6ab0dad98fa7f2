import { statSync } from 'node:fs';
import path from 'node:path';
import { documentKind } from '../addresses/document-kind.ts';
import { languageOf } from '../addresses/language-of.ts';
import type { SourcePath } from '../brands.ts';
import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { explain } from '../diagnostics/print.ts';
import { folderOf } from '../model/categories.ts';
import { type CategoryIndex, categoryOfFolder, indexCategories } from '../model/find-categories.ts';
import { checkFormat, languageOfSite, type ReportFlags } from '../reports/report-format.ts';
import { mistakeLine, reportWords } from '../reports/report-words.ts';
import { toCsv } from '../reports/to-csv.ts';
import { toTable } from '../reports/to-table.ts';
import { type BrokenFacts, readBroken } from '../royalties/read-broken.ts';
import type { Category } from '../site.ts';
import { approversOf } from '../workflow/approval.ts';
import { createStandingOf, type NewsroomStanding, standings, turnOf } from '../workflow/standings.ts';
import { type Survey, survey } from './survey.ts';

const day = 86_400_000;
/** Mistakes that only the approver can fix. */
const inPerson = new Set<RuleId>(['approval-uncommitted', 'approval-by-other']);

/** Standings of articles in public, which are only counted unless `all` is given. */
const inPublic: readonly NewsroomStanding[] = ['published', 'expired', 'withdrawn'];

/**
 * Lists articles by standing: for how many days, and who has to act next, with the mistakes that hold
 * articles back. Articles in public are only counted, unless `all` is given.
 */
export async function reportStatus({
  site,
  now: written,
  format,
  all = false,
  language,
}: ReportFlags & { readonly all?: boolean }): Promise<number> {
  checkFormat(format);
  const surveyed = await survey({ site, ...(written !== undefined && { now: written }) });
  const rows = rowsOf(surveyed, language);
  const counts = Object.fromEntries(
    standings.map((standing) => [standing, rows.filter((row) => row.standing === standing).length]),
  );
  const shown = all ? rows : rows.filter(({ standing }) => !inPublic.includes(standing));
  for (const { path: file, mistake } of shown)
    if (mistake) process.stderr.write(mistakeLine({ path: file, ...mistake }));
  if (format === 'json') process.stdout.write(`${JSON.stringify({ counts, articles: shown })}\n`);
  else if (format === 'csv') process.stdout.write(statusCsv(shown, languageOfSite(surveyed.config)));
  else process.stdout.write(statusTable(shown, { counts, language }));
  return 0;
}

/** An article in the report. */
interface StatusRow {
  readonly standing: NewsroomStanding;
  /** Days since its last change. */
  readonly days: number;
  /** Names of those who have to act next. */
  readonly turn: readonly string[];
  readonly path: string;
  readonly title: string;
  readonly category: string;
  readonly date: string;
  readonly mistake?: {
    readonly rule: RuleId;
    readonly line: number | undefined;
    readonly column: number | undefined;
    readonly message: string;
    readonly remedy: string;
  };
}

/** A row for each article, and each broken file of an article, by standing, the oldest change first. */
function rowsOf(surveyed: Survey, language: MessageLanguage): StatusRow[] {
  const { root, config, analysis, now } = surveyed;
  const { documents, messages, modelled } = analysis;
  const { articles } = modelled;
  const indexes = new Map(
    modelled.site.editions.map((site) => [site.config.site.language, indexCategories(site.categories)]),
  );
  const categoriesFor = (file: SourcePath): CategoryIndex<Category> =>
    indexes.get(languageOf(file, config)) ?? indexCategories(modelled.site.categories);
  const standingOf = createStandingOf({ root, config, messages, articles, now });
  const rows = documents.flatMap((document) => {
    if (document.kind === 'article') {
      const { standing, mistake } = standingOf(document);
      return toRow({
        path: document.path,
        data: document.data,
        standing,
        mistake,
        categories: categoriesFor(document.path),
        surveyed,
        language,
      });
    }
    if (document.kind !== 'broken' || documentKind(document.path, config) !== 'article') return [];
    const data = readable(readBroken({ root, path: document.path }));
    const mistake = document.messages.find(({ severity }) => severity === 'error');
    return toRow({
      path: document.path,
      data,
      standing: 'broken',
      mistake,
      categories: categoriesFor(document.path),
      surveyed,
      language,
    });
  });
  return rows.sort(
    (a, b) =>
      standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
      b.days - a.days ||
      (a.path < b.path ? -1 : 1),
  );
}

interface RowInput {
  readonly path: SourcePath;
  readonly data: ReturnType<typeof readable> & { readonly approvedBy?: string };
  readonly standing: NewsroomStanding;
  readonly mistake: Diagnostic | undefined;
  readonly categories: CategoryIndex<Category>;
  readonly surveyed: Survey;
  readonly language: MessageLanguage;
}

function toRow({ path: file, data, standing, mistake, categories, surveyed, language }: RowInput): StatusRow {
  const { root, analysis, registry, now } = surveyed;
  const nameOf = (name: string): string => registry.entry(name)?.document.data.name ?? name;
  const folder = folderOf(file, surveyed.config);
  const named = data.category === undefined ? undefined : categories.find(data.category);
  const further = data.categories.flatMap((name) => categories.find(name) ?? []);
  const category = named ?? categoryOfFolder(folder, categories) ?? further[0];
  const listed = category ? [category, ...further] : further;
  const changed = analysis.histories.lastCommit(file) ?? statSync(path.join(root, file)).mtimeMs;
  const approvers =
    mistake && inPerson.has(mistake.rule) && data.approvedBy !== undefined
      ? [data.approvedBy]
      : approversOf({ listed, authors: data.authors, registry }).editors;
  return {
    standing,
    days: Math.max(0, Math.floor((now - changed) / day)),
    turn: turnOf(standing, {
      authors: data.authors.map(nameOf),
      ...(category && { approvers: approvers.map(nameOf) }),
    }),
    path: file,
    title: data.title,
    category: category?.link.title ?? data.category ?? folder,
    date: data.date,
    ...(mistake && {
      mistake: {
        rule: mistake.rule,
        line: mistake.line,
        column: mistake.column,
        ...explain(mistake, language),
      },
    }),
  };
}

const statusCsv = (rows: readonly StatusRow[], language: MessageLanguage): string =>
  toCsv([
    reportWords[language].statusColumns,
    ...rows.map((row) => [
      row.standing,
      row.days,
      row.turn.join('; '),
      row.path,
      row.title,
      row.category,
      row.date,
      row.mistake?.message ?? '',
    ]),
  ]);

function statusTable(
  rows: readonly StatusRow[],
  { counts, language }: { counts: Readonly<Record<string, number>>; language: MessageLanguage },
): string {
  const w = reportWords[language];
  const columns = [
    { title: w.status },
    { title: w.days, right: true },
    { title: w.turn },
    { title: w.category },
    { title: w.article },
    { title: w.file },
  ];
  const cells = rows.map((row) => [
    w.standings[row.standing],
    String(row.days),
    row.standing === 'scheduled' ? row.date.slice(0, 16).replace('T', ' ') : row.turn.join(', ') || w.nobody,
    row.category,
    row.title,
    row.path,
  ]);
  const counted = standings
    .filter((standing) => (counts[standing] ?? 0) > 0)
    .map((standing) => `${w.standings[standing]}: ${counts[standing]}`);
  const table = rows.length > 0 ? `${toTable(columns, cells)}\n` : '';
  return `${table}${counted.join(', ') || w.none}\n`;
}

/** The fields of a broken file, as far as they can be shown. */
function readable({ fields: { title, category, categories, date, authors, author } }: BrokenFacts) {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const texts = (value: unknown): string[] => [value ?? []].flat().filter((name) => typeof name === 'string');
  return {
    title: text(title),
    date: text(date),
    authors: texts(authors ?? author),
    categories: texts(categories),
    ...(typeof category === 'string' && { category }),
  };
}
