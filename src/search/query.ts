/** What a reader asks for. The reader's script has this file too. */
import { eachWord, toWord, type Word } from './words.ts';

/** Words in a row; of each but the first whether it makes a pair with the one before. */
export interface Row {
  readonly words: readonly Word[];
  readonly joined: readonly boolean[];
}

export interface Query extends Row {
  /** What stood in quotation marks: it is also among the words. */
  readonly phrases: readonly Row[];
  /** What stood behind a minus sign. */
  readonly without: readonly Row[];
  /** Words that may stand in place of some of the query's. */
  readonly instead: readonly Instead[];
  /** Whether a word has marks: then spellings matter. */
  readonly marked: boolean;
}

export interface Instead extends Row {
  /** Number of the first word that it stands for, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Words of a query that are looked at. */
const most = 24;
/** Characters of a query that are read. */
const longest = 400;

/** The words of a text, each twice at most. */
export function toRow(text: string): Row {
  const words: Word[] = [];
  const joined: boolean[] = [];
  /** Whether a word was left out before. */
  let isCut = false;
  eachWord(
    text,
    (written, isJoined) => {
      const word = toWord(written);
      const same = words.filter(({ exact }) => exact === word.exact);
      if (words.length === most || same.length > 1) {
        isCut = true;
        return;
      }
      words.push(word);
      joined.push(isJoined && !isCut);
      isCut = false;
    },
    true,
  );
  return { words, joined };
}

/**
 * Reads a query: `"words in this order"`, `-without`, and words of which any may be missing at last. What
 * stands on one line of `synonyms` is the same.
 */
export function readQuery(written: string, synonyms: readonly (readonly string[])[] = []): Query {
  const phrases: Row[] = [];
  const without: Row[] = [];
  const text = written
    .slice(0, longest)
    .replace(/[“”„]/g, '"')
    .replace(
      /(^|\s)(-?)(?:"([^"]*)(?:"|$)|(\S+))/g,
      (part: string, before: string, minus: string, phrase: string | undefined, word: string) => {
        if (minus) without.push(toRow(phrase ?? word));
        else if (phrase === undefined) return part;
        else phrases.push(toRow(phrase));
        return minus ? before : `${before}\n${phrase}\n`;
      },
    );
  const row = toRow(text);
  const isSome = ({ words }: Row): boolean => words.length > 0;
  return {
    ...row,
    phrases: phrases.filter(isSome),
    without: without.filter(isSome),
    instead: synonyms.flatMap((line) => insteadOf(row, line.map(toRow))),
    marked: row.words.some(({ marked }) => marked),
  };
}

/** Where one of a line of synonyms stands in the words, with the others of the line. */
function insteadOf({ words }: Row, line: readonly Row[]): Instead[] {
  return line.flatMap((one) => {
    const length = one.words.length;
    const from = words.findIndex((_, at) =>
      one.words.every(({ exact }, index) => exact === words[at + index]?.exact),
    );
    if (length === 0 || from < 0) return [];
    return line.filter((other) => other !== one).map((other) => ({ ...other, from, to: from + length }));
  });
}
