import type { Ledger, Paid, Renamed } from './ledger.ts';
import type { RoyaltyRow } from './royalties.ts';

/** An article as it is today, of any month. */
export interface PayableArticle {
  readonly path: string;
  readonly title: string;
  /** The day of publication. */
  readonly date: string;
}

interface Input {
  readonly ledgers: readonly Ledger[];
  readonly articles: readonly PayableArticle[];
  /** Whether the file does not exist any more. */
  readonly isGone: (path: string) => boolean;
  /** The new path of a file, from the git history. */
  readonly movedTo: (path: string) => string | undefined;
}

/**
 * Finds the articles of closed months among those of today: by path; for a removed file by its new path in
 * the history; else by title and day; else by title where it is unique.
 */
export function findPaid({ ledgers, articles, isGone, movedTo }: Input): Paid {
  const rows = ledgers.flatMap((ledger) => ledger.rows);
  const before = new Map(rows.map((row) => [row.path.normalize('NFC'), row]));
  const now = new Map(articles.map((article) => [article.path.normalize('NFC'), article]));
  const names = new Map<string, string>();
  const renamed: Renamed[] = [];
  const appeared = new Map([...now].filter(([path]) => !before.has(path)));
  const find = (isSame: (was: RoyaltyRow, is: PayableArticle) => boolean): void => {
    for (const [path, was] of before) {
      if (now.has(path) || names.has(path) || !isGone(path)) continue;
      const [match, ...others] = [...appeared].filter(([, is]) => isSame(was, is));
      if (!match || (others.length > 0 && match[1].date !== was.date)) continue;
      const [to, is] = match;
      names.set(path, to);
      appeared.delete(to);
      renamed.push({ from: was.path, to: is.path });
    }
  };
  find((was, is) => movedTo(was.path)?.normalize('NFC') === is.path.normalize('NFC'));
  find((was, is) => was.title === is.title && was.date === is.date);
  find((was, is) => was.title === is.title);
  const pathToday = (path: string): string => names.get(path.normalize('NFC')) ?? path.normalize('NFC');
  const months = new Map<string, Set<string>>();
  for (const { month, rows: paid } of ledgers)
    for (const { path } of paid)
      months.set(pathToday(path), (months.get(pathToday(path)) ?? new Set()).add(month));
  return { monthsOf: (path) => [...(months.get(path.normalize('NFC')) ?? [])].sort(), pathToday, renamed };
}
