/** `content/_data/royalties-2026-10.json`: what was paid for a month once it is closed. */
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

/** An article of a closed month whose file has another name today. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

export interface Paid {
  /** The closed months that have paid an article, by its path today in NFC. */
  readonly monthsOf: (path: string) => readonly string[];
  /** The path today of an article in a ledger, in NFC: its own where there is no such article any more. */
  readonly pathToday: (path: string) => string;
  readonly renamed: readonly Renamed[];
}

/** Where ledgers lie, relative to the site's folder. */
export const ledgerFolder = 'content/_data';
export const isLedgerName = (name: string): boolean => /^royalties-\d{4}-\d{2}\.json$/.test(name);

/** Where the ledger of a month lies, relative to the site's folder. */
export const ledgerPath = (month: string): string => `${ledgerFolder}/royalties-${month}.json`;

/**
 * Reads the text of a ledger by the name of its file. Throws a `UsageError` when it is something else or does
 * not add up.
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

/** What a closed month would be if it were worked out today, or what of a month another one has paid. */
export interface Difference extends PaidAuthor {
  readonly path: string;
  readonly title: string;
  /** Money in the ledger and today; undefined where there is no such row. */
  readonly closed?: number;
  readonly today?: number;
  /** The month to which the article's date has gone. */
  readonly movedTo?: string;
  /** The closed month that has paid the article, where it is another one than the one that is told. */
  readonly paidIn?: string;
  /** The month that is told, being closed, has paid it too. */
  readonly twice?: true;
}

interface Compared {
  readonly closed: Ledger;
  readonly today: readonly RoyaltyRow[];
  /** The same text for one author's rows, then and now. */
  readonly keyOf: (author: PaidAuthor) => string;
  readonly pathToday: Paid['pathToday'];
}

/** Rows that differ from those of a closed month in what is paid, or for what. */
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
  /** Whether an article, by its path today in NFC, has a date in the month. */
  readonly isDated: (path: string) => boolean;
  readonly paid: Paid;
}

/** What other months have paid of those articles that would be paid in a month, or were. */
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
