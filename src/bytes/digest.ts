import { createHash, hash } from 'node:crypto';
import type { Digest } from '../brands.ts';

/**
 * The first 128 bits of SHA-256 (FIPS 180-4) of bytes or text, in hexadecimal: the name of content in the
 * store, in addresses and in keys.
 */
export const digestOf = (content: Uint8Array | string): Digest =>
  hash('sha256', content, 'hex').slice(0, 32) as Digest;

/** {@link digestOf} of all parts joined. */
export function digestOfAll(parts: Iterable<Uint8Array>): Digest {
  const all = createHash('sha256');
  for (const part of parts) all.update(part);
  return all.digest('hex').slice(0, 32) as Digest;
}

/** {@link digestOf} of texts joined, of which only a part is in memory at once. */
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
