import type { KeptHead } from './kept-document.ts';
import type { DocumentRecord } from './state.ts';

/** A document in a block. */
export interface Saved extends Pick<DocumentRecord, 'head' | 'rest'> {
  readonly kept: KeptHead;
}

const [opening, comma, closing] = ['[', ',', ']'].map((mark) => Buffer.from(mark, 'utf16le')) as [
  Buffer,
  Buffer,
  Buffer,
];

/**
 * Documents in one block of bytes: a line with the lengths of their parts, their heads as one JSON array in
 * UTF-16, then the rest of each.
 */
export function toBlock(documents: readonly Pick<DocumentRecord, 'head' | 'rest'>[]): Uint8Array[] {
  const lengths = [documents.map(({ head }) => head.length), documents.map(({ rest }) => rest.length)];
  const parts: Uint8Array[] = [Buffer.from(`${JSON.stringify(lengths)}\n`), opening];
  for (const [index, { head }] of documents.entries()) {
    if (index > 0) parts.push(comma);
    parts.push(head);
  }
  parts.push(closing);
  for (const { rest } of documents) parts.push(rest);
  return parts;
}

/** The documents of {@link toBlock}. */
export function fromBlock(bytes: Buffer): Saved[] {
  const newline = bytes.indexOf(10);
  const [heads, rests] = JSON.parse(bytes.toString('latin1', 0, newline)) as [number[], number[]];
  let headStart = newline + 1 + opening.length;
  let restStart =
    headStart +
    heads.reduce((sum, length) => sum + length, 0) +
    Math.max(0, heads.length - 1) * comma.length +
    closing.length;
  const kept = JSON.parse(bytes.toString('utf16le', newline + 1, restStart)) as KeptHead[];
  return kept.map((one, index) => {
    const head = bytes.subarray(headStart, (headStart += heads[index] as number));
    const rest = bytes.subarray(restStart, (restStart += rests[index] as number));
    headStart += comma.length;
    return { kept: one, head, rest };
  });
}
