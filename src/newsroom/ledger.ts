/** `content/_data/royalties-2026-10.json`: what was paid for a month once it is closed. */
import * as z from 'zod';
import type { RoyaltyRow } from './royalties.ts';

const row = z.strictObject({
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
const schema = z.strictObject({ month: z.string(), unit: z.number(), currency: z.string(), total: z.number(), rows: z.array(row) });
export type Ledger = z.output<typeof schema>;

/** Where the ledger of a month lies, relative to the site's folder. */
export const ledgerPath = (month: string): string => `content/_data/royalties-${month}.json`;

/** Reads a ledger's text. Throws an `Error` with a sentence when it is something else or does not add up. */
export function parseLedger(text: string): Ledger {
  const result = schema.safeParse(JSON.parse(text));
  if (!result.success) throw new Error(z.prettifyError(result.error).split('\n').join(' '));
  const sum = result.data.rows.reduce((total, { amount }) => total + amount, 0);
  if (sum !== result.data.total) throw new Error(`the rows add up to ${sum}, not to ${result.data.total}`);
  return result.data;
}

/** One line for each row. */
export function printLedger({ rows, ...rest }: Ledger): string {
  return `${JSON.stringify(rest, null, 2).slice(0, -2)},\n  "rows": [${rows.length === 0 ? '' : `\n${rows.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  `}]\n}\n`;
}

/** What a closed month would be if it were worked out today. */
export interface Difference {
  readonly author: string;
  readonly path: string;
  readonly title: string;
  /** Money in the ledger and today; undefined where there is no such row. */
  readonly closed?: number;
  readonly today?: number;
}

/** Rows that differ from those of a closed month in what is paid, or for what. */
export function compareLedger(closed: readonly RoyaltyRow[], today: readonly RoyaltyRow[]): Difference[] {
  const keyOf = ({ author, path }: RoyaltyRow): string => `${author}\n${path}`;
  const now = new Map(today.map((each) => [keyOf(each), each]));
  const before = new Map(closed.map((each) => [keyOf(each), each]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((key): Difference[] => {
    const was = before.get(key);
    const is = now.get(key);
    const known = was ?? is;
    if (!known || (was && is && was.amount === is.amount && was.pages === is.pages && was.photos === is.photos && was.type === is.type && was.date === is.date)) return [];
    return [{ author: known.author, path: known.path, title: known.title, ...(was && { closed: was.amount }), ...(is && { today: is.amount }) }];
  });
}
