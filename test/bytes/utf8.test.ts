import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createByteBlock, fromUtf8, toUtf8 } from '../../src/bytes/utf8.ts';

/** Texts of any UTF-16 units, halves of pairs too. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom('a', 'ế', '\uFEFF', '🌾'),
  ),
});

test('a text becomes the bytes that a Buffer makes of it, twice in a row too', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const _ of [1, 2]) expect(Buffer.from(toUtf8(text))).toEqual(Buffer.from(text));
    }),
  );
});

test('bytes become the text that a Buffer makes of them, also where they are no UTF-8', () => {
  for (const text of ['', 'a', 'Thị xã Gò Sen', '\uFEFFa', '🌾'.repeat(3000)])
    expect(fromUtf8(Buffer.from(text))).toBe(text);
  fc.assert(
    fc.property(
      fc.oneof(
        anyText.map((text) => Buffer.from(text)),
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      ),
      (bytes) => void expect(fromUtf8(bytes)).toBe(bytes.toString()),
    ),
  );
});

test.each(['utf8', 'utf16le'] as const)(
  'a block has the bytes of its texts in %s, one after another',
  (encoding) => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const block = createByteBlock(encoding);
        const lengths = texts.map(block.add);
        expect(lengths).toEqual(texts.map((text) => Buffer.byteLength(text, encoding)));
        expect(Buffer.from(block.bytes())).toEqual(
          Buffer.concat(texts.map((text) => Buffer.from(text, encoding))),
        );
      }),
    );
  },
);
