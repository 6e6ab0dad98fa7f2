import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from '../../src/bytes/digest.ts';
import { fingerprint, shared } from '../../src/bytes/fingerprint.ts';

const { value } = fc.letrec<{ value: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(null, true, false, '', '0', 0, 1, '1:a', ';', '{', 'a=1;b'),
    fc.string(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  ),
  value: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'a=1;b', '', '1:', '#'), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}));

/** The same with every object marked as shared. */
const markAll = (data: unknown): unknown => {
  if (typeof data !== 'object' || data === null) return data;
  return shared(
    Array.isArray(data)
      ? data.map(markAll)
      : Object.fromEntries(Object.entries(data).map(([key, inner]) => [key, markAll(inner)])),
  );
};

test('equal values have equal fingerprints', () => {
  fc.assert(
    fc.property(value, (data) => void expect(fingerprint(structuredClone(data))).toBe(fingerprint(data))),
  );
});
test('different values have different fingerprints', () => {
  const inOrder = (data: unknown): string => JSON.stringify(data);
  fc.assert(
    fc.property(value, value, (a, b) => {
      if (inOrder(a) !== inOrder(b)) expect(fingerprint(a)).not.toBe(fingerprint(b));
      else expect(isDeepStrictEqual(a, b)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
test.each([
  [{ 'a=1;b': 2 }, { a: 1, b: 2 }],
  [
    ['ab', 'c'],
    ['a', 'bc'],
  ],
  [['a:b'], ['a', 'b']],
  [['a,b'], ['a', 'b']],
  [[[], []], [[[]]]],
  [{ a: {} }, { a: [] }],
  [1, '1'],
  [null, 'null'],
  [[1, 2], [12]],
  [{ a: 'b' }, { a: shared({ b: 1 }) }],
])('%j and %j are told apart', (a, b) => expect(fingerprint(a)).not.toBe(fingerprint(b)));

test('shared values are told apart and recognised', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(fingerprint([markAll(a)])).toBe(fingerprint([markAll(structuredClone(a))]));
      if (JSON.stringify(a) !== JSON.stringify(b))
        expect(fingerprint([markAll(a)])).not.toBe(fingerprint([markAll(b)]));
    }),
  );
});
test('a key without a value is no key', () =>
  expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 })));

test('the text that is digested is unambiguous, and has the digest of what is shared in its place', () => {
  expect(fingerprint({ a: 1, b: ['x', null], c: undefined })).toBe(digestOf('{1:a1;1:b[1:xnull;]}'));
  const card = shared({ a: 1 });
  expect(shared(card)).toBe(card);
  expect(fingerprint([card, 'é'])).toBe(digestOf(`[#${digestOf('{1:a1;}')}1:é]`));
});
