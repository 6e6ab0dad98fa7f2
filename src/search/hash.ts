/** Hashes of 32 bits, which name what is looked for. The reader's script has this file too. */

/** Spreads the bits (the end of MurmurHash3). */
const spread = (value: number): number => {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};

/** Hash of a text (FNV-1a, its bits spread). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return spread(value);
}

/** Hash of two hashes in their order. */
export const mix = (first: number, second: number): number =>
  spread(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15));

/** The key of a category, author, tag or type, which articles are filtered by. No word has it: it has a colon. */
export const facetKey = (kind: 'category' | 'author' | 'tag' | 'type', name: string): number =>
  hash(`${kind}:${name}`);
