/** A line longer than this is none. */
const longest = 1 << 20;
/** Lines that stand ready behind those that are to be taken. */
export const ahead = 3;

/** Some lines of a log, one character a byte, each with its line feed. */
export interface Block {
  readonly text: string;
  /** Where the text begins in the log. */
  readonly offset: number;
  /** Where the lines end that are to be taken now; what stands behind comes again with the next block. */
  readonly take: number;
  /** Where the next block begins in the log. */
  readonly end: number;
  /** A line that is too long to be one stood behind these, and was left out. */
  readonly tooLong: boolean;
}

interface Input {
  readonly pieces: AsyncIterable<Buffer>;
  /** Where the first piece begins in the log. */
  readonly from: number;
  /** Nothing will be written behind the last line, so that it is whole without a line feed. */
  readonly finished: boolean;
}

/** Cuts a log into blocks of whole lines, in memory that does not grow with the log nor with its lines. */
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

/** A text of its own, not a window on the piece that it was cut from. */
export const copy = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');
