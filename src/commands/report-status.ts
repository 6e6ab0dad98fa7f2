import { statSync } from 'node:fs';
import path from 'node:path';
import type { RuleId } from '../diagnostics/catalogue.ts';
import { explain } from '../diagnostics/print.ts';
import { categoryKey } from '../model/categories.ts';
import { checkFormat, type ReportFlags } from '../reports/report-format.ts';
import { mistakeLine, reportWords } from '../reports/report-words.ts';
import { toCsv } from '../reports/to-csv.ts';
import { toTable } from '../reports/to-table.ts';
import { type BrokenFacts, readBroken } from '../royalties/read-broken.ts';
import { documentKind } from '../stages/discover.ts';
import { approversOf } from '../workflow/approval.ts';
import { createStandingOf, type NewsroomStanding, standings, turnOf } from '../workflow/standings.ts';
import { survey } from './survey.ts';

const day = 86_400_000;
/** Mistakes that the approver can mend, and nobody else. */
const inPerson = new Set<RuleId>(['approval-uncommitted', 'approval-by-other']);

/**
 * Lists articles by where they stand: since how many days, and whose turn it is, with the mistakes of those
 * that cannot go on. Those in public are only counted, unless `all`.
 */
export async function reportStatus({
  site,
  now: written,
  format,
  all = false,
  language,
}: ReportFlags & { readonly all?: boolean }): Promise<number> {
  checkFormat(format);
  const { root, config, analysis, registry, now } = await survey({
    site,
    ...(written !== undefined && { now: written }),
  });
  const { modelled, documents, histories } = analysis;
  const nameOf = (name: string): string => registry.entry(name)?.document.data.name ?? name;
  const { articles } = modelled.site;
  const standingOf = createStandingOf({ root, config, messages: analysis.messages, articles, now });
  const rows = documents.flatMap((document) => {
    const { path: file } = document;
    const isBroken = document.kind === 'broken';
    if (!(document.kind === 'article' || (isBroken && documentKind(file) === 'article'))) return [];
    const { standing, mistake } = isBroken
      ? {
          standing: 'broken' as const,
          mistake: document.messages.find(({ severity }) => severity === 'error'),
        }
      : standingOf(document);
    const data = isBroken ? readable(readBroken({ root, path: file })) : document.data;
    const key = categoryKey({ path: file, data });
    const category = modelled.site.categories.get(key);
    const listed = [key, ...data.categories].flatMap((name) => modelled.site.categories.get(name) ?? []);
    const changed = histories.lastCommit(file) ?? statSync(path.join(root, file)).mtimeMs;
    const approvers =
      isBroken || !mistake || !inPerson.has(mistake.rule) || document.data.approvedBy === undefined
        ? approversOf({ listed, authors: data.authors, registry }).editors
        : [document.data.approvedBy];
    return {
      standing,
      days: Math.max(0, Math.floor((now - changed) / day)),
      turn: turnOf(standing, {
        authors: data.authors.map(nameOf),
        ...(category && { approvers: approvers.map(nameOf) }),
      }),
      path: file,
      title: data.title,
      category: category?.link.title ?? key,
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
  });
  rows.sort(
    (a, b) =>
      standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
      b.days - a.days ||
      (a.path < b.path ? -1 : 1),
  );
  const counts = Object.fromEntries(
    standings.map((standing) => [standing, rows.filter((row) => row.standing === standing).length]),
  );
  const shown = all
    ? rows
    : rows.filter(({ standing }) => !['published', 'expired', 'withdrawn'].includes(standing));
  const w = reportWords[language];
  for (const { path: file, mistake } of shown)
    if (mistake) process.stderr.write(mistakeLine({ path: file, ...mistake }));
  if (format === 'json') process.stdout.write(`${JSON.stringify({ counts, articles: shown })}\n`);
  else if (format === 'csv')
    process.stdout.write(
      toCsv([
        ['status', 'days', 'turn', 'path', 'title', 'category', 'date', 'mistake'],
        ...shown.map((row) => [
          row.standing,
          row.days,
          row.turn.join('; '),
          row.path,
          row.title,
          row.category,
          row.date,
          row.mistake?.message ?? '',
        ]),
      ]),
    );
  else {
    if (shown.length > 0) {
      const cells = shown.map((row) => [
        w.standings[row.standing],
        String(row.days),
        row.standing === 'scheduled'
          ? row.date.slice(0, 16).replace('T', ' ')
          : row.turn.join(', ') || w.nobody,
        row.category,
        row.title,
        row.path,
      ]);
      process.stdout.write(
        `${toTable([{ title: w.status }, { title: w.days, right: true }, { title: w.turn }, { title: w.category }, { title: w.article }, { title: w.file }], cells)}\n`,
      );
    }
    const counted = standings
      .filter((standing) => (counts[standing] ?? 0) > 0)
      .map((standing: NewsroomStanding) => `${w.standings[standing]}: ${counts[standing]}`);
    process.stdout.write(`${counted.join(', ') || w.none}\n`);
  }
  return 0;
}

/** What a broken file says of itself, as far as it can be shown. */
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
