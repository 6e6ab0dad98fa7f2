/** Parses the query of a reader. Also part of the reader's script. */
import { eachWord, toWord, type Word } from './words.ts';

/** Words in a row; for each but the first, whether it forms a pair with the one before. */
export interface Row {
  readonly words: readonly Word[];
  readonly joined: readonly boolean[];
  /** Whether a word has diacritics: then exact spellings rank first. */
  readonly marked: boolean;
}

export interface Query extends Row {
  /** Phrases in quotation marks, whose words are also among the words. */
  readonly phrases: readonly Row[];
  /** Words after a minus sign. */
  readonly without: readonly Row[];
  /** Synonyms of some of the query's words. */
  readonly instead: readonly Instead[];
}

export interface Instead extends Row {
  /** Index of the first word that it replaces, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** How many words of a query are used. */
const most = 24;
/** How many characters of a query are read. */
const longest = 400;

/** The words of a text, each at most twice. */
export function toRow(text: string): Row {
  const words: Word[] = [];
  const joined: boolean[] = [];
  /** Whether a word was left out just before. */
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
  return { words, joined, marked: words.some(({ marked }) => marked) };
}

/**
 * Parses a query: `"words in this order"`, `-without`, and words that may be missing where no article has
 * all. The words of one line of `synonyms` are equivalent.
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
        if (!minus && phrase === undefined) return part;
        const row = toRow(phrase ?? word);
        if (row.words.length > 0) (minus ? without : phrases).push(row);
        return minus ? before : `${before}\n${phrase}\n`;
      },
    );
  const row = toRow(text);
  const instead = synonyms.flatMap((line) => insteadOf(row, line.map(toRow)));
  return { ...row, phrases, without, instead };
}

/** Finds the words of a line of synonyms in the query, each with the others of the line. */
function insteadOf({ words }: Row, line: readonly Row[]): Instead[] {
  return line.flatMap((one) => {
    const length = one.words.length;
    const from = words.findIndex((_, at) =>
      // A query without marks has synonyms too.
      one.words.every(({ exact, folded }, index) => {
        const written = words[at + index]?.exact;
        return written === exact || written === folded;
      }),
    );
    if (length === 0 || from < 0) return [];
    return line.filter((other) => other !== one).map((other) => ({ ...other, from, to: from + length }));
  });
}
