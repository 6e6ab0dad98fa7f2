/** Numbers as bits in variable-length codes. The reader's script contains the bit reader. */

export interface BitReader {
  /** A number of this many bits, at most 32. */
  readonly fixed: (width: number) => number;
  /** A number of at least 1 in Elias gamma code. */
  readonly gamma: () => number;
  /** A number in Golomb–Rice code with this many low bits. */
  readonly rice: (width: number) => number;
}

export function createBitReader(bytes: Uint8Array): BitReader {
  let at = 0;
  const bit = (): number => {
    const value = ((bytes[at >> 3] ?? 255) >> (7 - (at & 7))) & 1;
    at += 1;
    return value;
  };
  const fixed = (width: number): number => {
    let value = 0;
    for (let left = width; left > 0; left--) value = value * 2 + bit();
    return value;
  };
  /** Ones up to the next zero. It ends on damaged data too. */
  const unary = (): number => {
    let count = 0;
    while (at < bytes.length * 8 && bit() === 1) count += 1;
    return count;
  };
  return {
    fixed,
    gamma: () => {
      const width = Math.min(31, unary());
      return 2 ** width + fixed(width);
    },
    rice: (width) => unary() * 2 ** width + fixed(width),
  };
}

/** The number of low bits in Rice code for gaps of this average length. */
export const riceWidth = (gap: number): number => Math.max(0, 31 - Math.clz32(gap * 0.7));

export interface BitWriter {
  readonly fixed: (value: number, width: number) => void;
  readonly gamma: (value: number) => void;
  readonly rice: (value: number, width: number) => void;
  /** Returns a copy of what was written, padded with zeros, and starts anew. */
  readonly take: () => Uint8Array;
}

export function createBitWriter(): BitWriter {
  let bytes = new Uint8Array(1 << 16);
  let end = 0;
  /** Bits that do not fill a byte yet, and their number. */
  let rest = 0;
  let count = 0;
  const put = (value: number, width: number): void => {
    rest = (rest << width) | value;
    count += width;
    if (end + 4 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    while (count >= 8) {
      count -= 8;
      bytes[end++] = rest >>> count;
      rest &= (1 << count) - 1;
    }
  };
  const fixed = (value: number, width: number): void => {
    if (width > 16) put(Math.floor(value / 65536), width - 16);
    put(width > 16 ? value & 0xffff : value, Math.min(16, width));
  };
  const unary = (value: number): void => {
    let left = value;
    for (; left >= 16; left -= 16) put(0xffff, 16);
    put((1 << (left + 1)) - 2, left + 1);
  };
  return {
    fixed,
    gamma: (value) => {
      const width = 31 - Math.clz32(value);
      unary(width);
      fixed(value - 2 ** width, width);
    },
    rice: (value, width) => {
      const above = value >>> width;
      // Most numbers fit into one piece.
      if (above + 1 + width <= 24) {
        put((((1 << (above + 1)) - 2) << width) | (value & ((1 << width) - 1)), above + 1 + width);
        return;
      }
      unary(above);
      fixed(value % 2 ** width, width);
    },
    take: () => {
      if (count > 0) put(0, 8 - count);
      const taken = bytes.slice(0, end);
      end = 0;
      return taken;
    },
  };
}
