import { digestOf } from '../bytes/digest.ts';
import { fromUtf8 } from '../bytes/utf8.ts';
import { type Bodies, type BodyPlace, CacheDamaged, openBodies } from './bodies.ts';

export interface MemoryBodies extends Bodies {
  /** Forgets what was appended and is the body of none of these. */
  readonly keep: (records: Iterable<{ readonly body: BodyPlace; readonly terms: number }>) => void;
}

/**
 * The bodies that a build left in `file`, which is only read, and behind them, in memory, those parsed since.
 */
export function createMemoryBodies(file?: string): MemoryBodies {
  const stored = file === undefined ? undefined : openBodies(file, 'read');
  const base = stored?.size() ?? 0;
  const pieces = new Map<number, Uint8Array>();
  let end = base;
  const readBytes = (place: BodyPlace): Buffer => {
    if (place.offset < base && stored) return stored.readBytes(place);
    for (const [start, piece] of pieces) {
      if (start <= place.offset && place.offset + place.length <= start + piece.length)
        return Buffer.from(piece.buffer, piece.byteOffset + place.offset - start, place.length);
    }
    throw new CacheDamaged(`no body at ${place.offset}`);
  };
  return {
    append: (content) => {
      const offset = end;
      if (content.length > 0) pieces.set(offset, content);
      end += content.length;
      return offset;
    },
    readBytes,
    read: (place, digest) => {
      const bytes = readBytes(place);
      if (digestOf(bytes) !== digest)
        throw new CacheDamaged(`other bytes at ${place.offset} than there should be`);
      return fromUtf8(bytes);
    },
    size: () => end,
    close: () => stored?.close(),
    keep: (records) => {
      if (pieces.size === 0) return;
      const starts = [...pieces.keys()].sort((a, b) => a - b);
      const usedStarts = new Set<number>();
      for (const {
        body: { offset, length },
        terms,
      } of records) {
        if (offset < base || length + terms === 0) continue;
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
          const middle = Math.ceil((low + high) / 2);
          if ((starts[middle] ?? 0) <= offset) low = middle;
          else high = middle - 1;
        }
        const start = starts[low];
        if (start !== undefined) usedStarts.add(start);
      }
      for (const start of starts) if (!usedStarts.has(start)) pieces.delete(start);
    },
  };
}
