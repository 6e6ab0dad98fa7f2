/** Longer lines are invalid. */
const longest = 1 << 20;
/** How many lines a block has after those to be taken. */
export const ahead = 3;

/** Some lines of a log, one character a byte, each with its line feed. */
export interface Block {
  readonly text: string;
  /** Offset of the text in the log. */
  readonly offset: number;
  /** Where the lines to be taken end. The text after them is repeated in the next block. */
  readonly take: number;
  /** Offset of the next block in the log. */
  readonly end: number;
  /** Whether a line that is too long followed these and was left out. */
  readonly tooLong: boolean;
}

interface Input {
  readonly pieces: AsyncIterable<Buffer>;
  /** Offset of the first piece in the log. */
  readonly from: number;
  /** Nothing more will be written, so the last line is complete even without a line feed. */
  readonly finished: boolean;
}

/** Cuts a log into blocks of whole lines, in memory that grows with neither the log nor its lines. */
export async function* readBlocks({ pieces, from, finished }: Input): AsyncGenerator<Block> {
  let text = '';
  let offset = from;
  let leaving = false;
  for await (const piece of pieces) {
    let more = piece.toString('latin1');
    if (leaving) {
      const feed = more.indexOf('\n');
      offset += feed < 0 ? more.length : feed + 1;
      if (feed < 0) continue;
      more = more.slice(feed + 1);
      leaving = false;
    }
    text += more;
    const last = text.lastIndexOf('\n');
    if (text.length - last > longest) {
      const end = offset + text.length;
      yield { text: text.slice(0, last + 1), offset, take: last + 1, end, tooLong: true };
      offset = end;
      text = '';
      leaving = true;
      continue;
    }
    let feed = last;
    for (let lines = 0; lines < ahead && feed >= 0; lines++)
      feed = feed === 0 ? -1 : text.lastIndexOf('\n', feed - 1);
    if (feed < 0) continue;
    yield { text: text.slice(0, last + 1), offset, take: feed + 1, end: offset + feed + 1, tooLong: false };
    offset += feed + 1;
    text = copy(text.slice(feed + 1));
  }
  if (finished && text !== '' && !text.endsWith('\n')) text += '\n';
  const take = text.lastIndexOf('\n') + 1;
  yield { text: text.slice(0, take), offset, take, end: offset + take, tooLong: false };
}

/** Copies a text, so that it does not keep the piece it was cut from in memory. */
export const copy = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');
