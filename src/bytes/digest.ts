import { createHash, hash } from 'node:crypto';
import type { Digest } from '../brands.ts';

/**
 * SHA-256 (FIPS 180-4) of bytes or text, the first 128 bits in hexadecimal: names content in the store, in
 * addresses and in keys.
 */
export const digestOf = (content: Uint8Array | string): Digest =>
  hash('sha256', content, 'hex').slice(0, 32) as Digest;

/** {@link digestOf} of all the parts together. */
export function digestOfAll(parts: Iterable<Uint8Array>): Digest {
  const all = createHash('sha256');
  for (const part of parts) all.update(part);
  return all.digest('hex').slice(0, 32) as Digest;
}

/** {@link digestOf} of texts one after another, of which no more than a piece is in memory as one. */
export function digestOfTexts(texts: Iterable<string>): Digest {
  const all = createHash('sha256');
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < 1 << 20) continue;
    all.update(piece);
    piece = '';
  }
  return all.update(piece).digest('hex').slice(0, 32) as Digest;
}
