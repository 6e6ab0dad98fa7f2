/** 32-bit hashes, the keys of the index. Also part of the reader's script. */

/** Mixes the bits (the last step of MurmurHash3). */
const spread = (value: number): number => {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};

/** Hash of a text (FNV-1a with mixed bits). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return spread(value);
}

/** Hash of two hashes, in order. */
export const mix = (first: number, second: number): number =>
  spread(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15));

/** The key of a category, author, tag or type for filters. It has a colon, so it equals no word's. */
export const facetKey = (kind: 'category' | 'author' | 'tag' | 'type', name: string): number =>
  hash(`${kind}:${name}`);
