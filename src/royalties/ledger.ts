/** `content/_data/royalties-2026-10.json`: what was paid for a closed month. */
import * as z from 'zod';
import { parseData, unusable } from '../reports/parse-data.ts';
import type { PaidAuthor, RoyaltyRow } from './royalties.ts';

const row = z.strictObject({
  id: z.string().optional(),
  author: z.string(),
  path: z.string(),
  title: z.string(),
  date: z.string(),
  type: z.enum(['news', 'feature', 'interview', 'analysis', 'photo', 'video', 'announcement', 'document']),
  pages: z.number(),
  photos: z.number(),
  share: z.number(),
  amount: z.number(),
});
const schema = z.strictObject({
  month: z.string(),
  unit: z.number(),
  currency: z.string(),
  total: z.number(),
  rows: z.array(row),
});
export type Ledger = z.output<typeof schema>;

/** An article of a closed month whose file has another path today. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

export interface Paid {
  /** The closed months that have paid an article, by its present path in NFC. */
  readonly monthsOf: (path: string) => readonly string[];
  /**
   * The present path of an article in a ledger, in NFC; the path in the ledger where the article does not
   * exist any more.
   */
  readonly pathToday: (path: string) => string;
  readonly renamed: readonly Renamed[];
}

/** The folder of ledgers, relative to the site's folder. */
export const ledgerFolder = 'content/_data';
export const isLedgerName = (name: string): boolean => /^royalties-\d{4}-\d{2}\.json$/.test(name);

/** The ledger of a month, relative to the site's folder. */
export const ledgerPath = (month: string): string => `${ledgerFolder}/royalties-${month}.json`;

/**
 * Parses the text of a ledger. Throws a `UsageError` with the name of its file when it is invalid or does not
 * add up.
 */
export function parseLedger(text: string, name: string): Ledger {
  const ledger = parseData(text, schema);
  if (ledgerPath(ledger.month) !== `${ledgerFolder}/${name}`)
    throw unusable(`it is the ledger of ${ledger.month}`);
  const sum = ledger.rows.reduce((total, { amount }) => total + amount, 0);
  if (sum !== ledger.total) throw unusable(`the rows add up to ${sum}, not to ${ledger.total}`);
  return ledger;
}

/** One line for each row. */
export function printLedger({ rows, ...rest }: Ledger): string {
  return `${JSON.stringify(rest, null, 2).slice(0, -2)},\n  "rows": [${rows.length === 0 ? '' : `\n${rows.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  `}]\n}\n`;
}

/** How a closed month differs from today's computation, or what of a month another month has paid. */
export interface Difference extends PaidAuthor {
  readonly path: string;
  readonly title: string;
  /** Money in the ledger and today; undefined where there is no such row. */
  readonly closed?: number;
  readonly today?: number;
  /** The month of the article's present date. */
  readonly movedTo?: string;
  /** The closed month that has paid the article, where it is not the reported one. */
  readonly paidIn?: string;
  /** The reported month is closed and has paid the article too. */
  readonly twice?: true;
}

interface Compared {
  readonly closed: Ledger;
  readonly today: readonly RoyaltyRow[];
  /** Returns the same text for all rows of one author, in ledgers and today. */
  readonly keyOf: (author: PaidAuthor) => string;
  readonly pathToday: Paid['pathToday'];
}

/** Rows that differ from a closed month in the amount, or in what it is paid for. */
export function compareLedger({ closed: { month, rows }, today, keyOf, pathToday }: Compared): Difference[] {
  const rowKey = (row: RoyaltyRow): string => `${keyOf(row)}\n${pathToday(row.path)}`;
  const now = new Map(today.map((row) => [rowKey(row), row]));
  const before = new Map(rows.map((row) => [rowKey(row), row]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((key): Difference[] => {
    const was = before.get(key);
    const is = now.get(key);
    const payment = was ?? is;
    if (
      !payment ||
      (was &&
        is &&
        was.amount === is.amount &&
        was.pages === is.pages &&
        was.photos === is.photos &&
        was.type === is.type &&
        was.date === is.date)
    )
      return [];
    const movedTo = is?.date.slice(0, 7);
    return [
      {
        ...toDifference(payment, (is ?? payment).path),
        ...(was && { closed: was.amount }),
        ...(is && { today: is.amount }),
        ...(movedTo !== undefined && movedTo !== month && { movedTo }),
      },
    ];
  });
}

interface Elsewhere {
  readonly ledgers: readonly Ledger[];
  readonly month: string;
  /** Whether the article with this present path in NFC has a date in the month. */
  readonly isDated: (path: string) => boolean;
  readonly paid: Paid;
}

/** What other months have paid for articles that would be paid in a month, or were. */
export const paidElsewhere = ({ ledgers, month, isDated, paid }: Elsewhere): Difference[] =>
  ledgers.flatMap(({ month: paidIn, rows }) => {
    if (paidIn === month) return [];
    return rows.flatMap((row): Difference[] => {
      const path = paid.pathToday(row.path);
      const twice = paid.monthsOf(path).includes(month);
      return twice || isDated(path)
        ? [{ ...toDifference(row, path), closed: row.amount, paidIn, ...(twice && { twice }) }]
        : [];
    });
  });

const toDifference = ({ id, author, title }: RoyaltyRow, path: string): Difference => ({
  ...(id !== undefined && { id }),
  author,
  path,
  title,
});
