import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, digestOfAll } from '../../src/bytes/digest.ts';

test('a digest is the first half of SHA-256', () =>
  expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223'));

test('the digest of parts is that of the whole', () =>
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 40 })),
      (parts) => digestOfAll(parts) === digestOf(Buffer.concat(parts)),
    ),
  ));
