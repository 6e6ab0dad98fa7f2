/** `content/_data/royalties-2026-10.json`: what was paid for a month once it is closed. */
import * as z from 'zod';
import type { PaidAuthor } from './author-key.ts';
import type { RoyaltyRow } from './royalties.ts';

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
export interface Difference extends PaidAuthor {
  readonly path: string;
  readonly title: string;
  /** Money in the ledger and today; undefined where there is no such row. */
  readonly closed?: number;
  readonly today?: number;
}

/** An article of a closed month whose file has another name today. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

interface Compared {
  readonly closed: readonly RoyaltyRow[];
  readonly today: readonly RoyaltyRow[];
  /** The same text for one author's rows, then and now. */
  readonly keyOf: (author: PaidAuthor) => string;
  /** Whether there is no such file any more. */
  readonly isGone: (path: string) => boolean;
  /** Where history says that a file went. */
  readonly movedTo: (path: string) => string | undefined;
}

/** Rows that differ from those of a closed month in what is paid, or for what, and files that only have another name. */
export function compareLedger({ closed, today, keyOf, ...files }: Compared): { differences: Difference[]; renamed: Renamed[] } {
  const renamed = findRenamed({ closed, today, ...files });
  const names = new Map(renamed.map(({ from, to }) => [from.normalize('NFC'), to]));
  const rowKey = (row: RoyaltyRow, path: string): string => `${keyOf(row)}\n${path.normalize('NFC')}`;
  const now = new Map(today.map((each) => [rowKey(each, each.path), each]));
  const before = new Map(closed.map((each) => [rowKey(each, names.get(each.path.normalize('NFC')) ?? each.path), each]));
  const differences = [...new Set([...before.keys(), ...now.keys()])].flatMap((key): Difference[] => {
    const was = before.get(key);
    const is = now.get(key);
    const known = was ?? is;
    if (!known || (was && is && was.amount === is.amount && was.pages === is.pages && was.photos === is.photos && was.type === is.type && was.date === is.date)) return [];
    return [
      { ...(known.id !== undefined && { id: known.id }), author: known.author, path: (is ?? known).path, title: known.title, ...(was && { closed: was.amount }), ...(is && { today: is.amount }) },
    ];
  });
  return { differences, renamed };
}

/** Files that are gone and have an article in their place that was not there: the one that history names, else one of the same title and day. */
function findRenamed({ closed, today, isGone, movedTo }: Omit<Compared, 'keyOf'>): Renamed[] {
  const byPath = (rows: readonly RoyaltyRow[]): Map<string, RoyaltyRow> => new Map(rows.map((each) => [each.path.normalize('NFC'), each]));
  const [before, now] = [byPath(closed), byPath(today)];
  const gone = [...before].flatMap(([path, row]) => (!now.has(path) && isGone(path) ? row : []));
  const appeared = new Set([...now].flatMap(([path, row]) => (before.has(path) ? [] : row)));
  const found = new Map<RoyaltyRow, RoyaltyRow>();
  const pair = (isSame: (was: RoyaltyRow, is: RoyaltyRow) => boolean): void => {
    for (const was of gone) {
      const is = found.has(was) ? undefined : [...appeared].find((each) => isSame(was, each));
      if (!is) continue;
      found.set(was, is);
      appeared.delete(is);
    }
  };
  pair((was, is) => movedTo(was.path)?.normalize('NFC') === is.path.normalize('NFC'));
  pair((was, is) => was.title === is.title && was.date === is.date);
  return [...found].map(([was, is]) => ({ from: was.path, to: is.path }));
}
