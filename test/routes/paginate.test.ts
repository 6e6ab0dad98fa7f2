import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paginate } from '../../src/routes/paginate.ts';

/** Items named by their age: 1 is the oldest. */
const items = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index);

test.each([
  [0, [[]]],
  [1, [[1]]],
  [3, [[3, 2, 1]]],
  [5, [[5, 4, 3, 2, 1]]],
  [
    6,
    [
      [6, 5, 4],
      [3, 2, 1],
    ],
  ],
  [
    8,
    [
      [8, 7, 6, 5, 4],
      [3, 2, 1],
    ],
  ],
  [
    9,
    [
      [9, 8, 7],
      [6, 5, 4],
      [3, 2, 1],
    ],
  ],
])('%i articles, 3 a page', (count, expected) => {
  const pages = paginate(items(count), 3);
  expect(pages.map((page) => page.items)).toEqual(expected);
  expect(pages.map((page) => page.number)).toEqual([
    undefined,
    ...expected.slice(1).map((_, index) => expected.length - 1 - index),
  ]);
});

const sizes = fc.record({ count: fc.nat(60), size: fc.integer({ min: 1, max: 9 }) });

test('each article stands on one page, in the order of the list', () => {
  fc.assert(
    fc.property(
      sizes,
      ({ count, size }) =>
        void expect(paginate(items(count), size).flatMap((page) => page.items)).toEqual(items(count)),
    ),
  );
});
test('archive pages are full; the first has at least as many, and fewer than two', () => {
  fc.assert(
    fc.property(sizes, ({ count, size }) => {
      const [first, ...archives] = paginate(items(count), size);
      for (const page of archives) expect(page.items).toHaveLength(size);
      expect(first?.items.length).toBeLessThan(2 * size);
      if (archives.length > 0) expect(first?.items.length).toBeGreaterThanOrEqual(size);
    }),
  );
});
test('an archive page keeps its number and its articles for ever', () => {
  fc.assert(
    fc.property(sizes, fc.nat(30), ({ count, size }, added) => {
      const archive = (pages: ReturnType<typeof paginate<number>>) =>
        new Map(
          pages.flatMap((page) => (page.number === undefined ? [] : [[page.number, page.items] as const])),
        );
      const later = archive(paginate(items(count + added), size));
      for (const [number, kept] of archive(paginate(items(count), size)))
        expect(later.get(number)).toEqual(kept);
    }),
  );
});
