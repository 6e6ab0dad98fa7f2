import { expect, test } from 'vitest';
import { cut } from '../../src/search/cut.ts';

const paths = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `content/kinh-te/bai-${from + index}.md`);
const cutOf = (items: readonly string[]) => cut(items, (item) => item);
const sizes = (items: readonly string[]) => cutOf(items).segments.map((one) => [one.name, one.items.length]);

test('all articles are in one segment or among the newest, in their order', () => {
  for (const count of [0, 1, 5, 100, 2000]) {
    const all = paths(0, count);
    const { segments, newest } = cutOf(all);
    expect([...segments.flatMap(({ items }) => items), ...newest]).toEqual(all);
    expect(newest.length).toBeLessThan(12);
  }
});

test('a newer article changes no segment, unless it is the last of the newest', () => {
  let moved = 0;
  for (let count = 1000; count < 1100; count++)
    if (JSON.stringify(sizes(paths(0, count))) !== JSON.stringify(sizes(paths(0, count + 1)))) moved += 1;
  expect(moved).toBeGreaterThan(5);
  expect(moved).toBeLessThan(25);
});

test('an article that goes leaves all large segments but its own as they are', () => {
  const all = paths(0, 40_000);
  const before = cutOf(all).segments.map(({ items }) => items.join());
  expect(before.length).toBeGreaterThan(3);
  const without = cutOf(all.filter((_, index) => index !== 20_000)).segments.map(({ items }) => items.join());
  expect(before.filter((one) => !without.includes(one))).toHaveLength(1);
});
