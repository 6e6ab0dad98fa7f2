import { digestOf } from '../bytes/digest.ts';
import { CacheDamaged } from '../cache/bodies.ts';
import type { Terms } from './terms.ts';

/** Bytes of the digest at the beginning. */
const sealLength = 16;

/** Packs terms for the store: a digest, the keys, their entries. */
export function packTerms({ keys, entries }: Terms): Uint8Array {
  const bytes = new Uint8Array(sealLength + keys.byteLength + entries.byteLength);
  bytes.set(new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength), sealLength);
  bytes.set(
    new Uint8Array(entries.buffer, entries.byteOffset, entries.byteLength),
    sealLength + keys.byteLength,
  );
  bytes.set(Buffer.from(digestOf(bytes.subarray(sealLength)), 'hex'));
  return bytes;
}

/** Unpacks what {@link packTerms} packed. Throws {@link CacheDamaged} for other bytes. */
export function unpackTerms(bytes: Uint8Array): Terms {
  const packed = bytes.subarray(sealLength);
  if (Buffer.from(bytes.subarray(0, sealLength)).toString('hex') !== digestOf(packed))
    throw new CacheDamaged('what articles are found by is other than it should');
  // Copied, since typed arrays need aligned memory; `slice` of a Buffer copies nothing.
  const { buffer } = Uint8Array.from(packed);
  const count = packed.length / 6;
  return {
    keys: new Uint32Array(buffer, 0, count),
    entries: new Uint16Array(buffer, count * 4, count),
  };
}
