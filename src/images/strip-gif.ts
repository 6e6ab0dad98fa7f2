/**
 * Application extensions that say how often the frames repeat; all others (XMP, ICC, names of programs) are
 * left out.
 */
const loops = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/**
 * The same GIF, pixel for pixel, without comments and metadata. Throws when it is cut off. Layout: GIF89a,
 * sections 17 to 27.
 */
export const stripGif = (bytes: Uint8Array): Uint8Array => {
  const at = (place: number): number => {
    const byte = bytes[place];
    if (byte === undefined) throw new Error('unexpected end of GIF');
    return byte;
  };
  const afterTable = (place: number, packed: number): number =>
    place + (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);
  const afterBlocks = (place: number): number => {
    for (let here = place; ; here += at(here) + 1) if (at(here) === 0) return here + 1;
  };

  let place = afterTable(13, at(10));
  const parts: Uint8Array[] = [bytes.subarray(0, place)];
  for (;;) {
    const start = place;
    const kind = at(place);
    if (kind === 0x3b) return concat([...parts, Uint8Array.of(0x3b)]);
    if (kind === 0x2c) {
      place = afterBlocks(afterTable(place + 10, at(place + 9)) + 1);
      parts.push(bytes.subarray(start, place));
    } else if (kind === 0x21) {
      const label = at(place + 1);
      place = afterBlocks(place + 2);
      const isLoop =
        label === 0xff && loops.has(String.fromCharCode(...bytes.subarray(start + 3, start + 14)));
      if (label === 0xf9 || isLoop) parts.push(bytes.subarray(start, place));
    } else {
      throw new Error('unexpected end of GIF');
    }
  }
};

const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
};
