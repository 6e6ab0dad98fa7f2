import { expect, test } from 'vitest';
import { createBitReader, createBitWriter } from '../../src/search/bits.ts';
import { readShard, shardCount, shardOf } from '../../src/search/shard.ts';
import { termsOf } from '../../src/search/terms.ts';
import { exactOf, keyOf, toWord } from '../../src/search/words.ts';
import { writeShards } from '../../src/search/write-shards.ts';

test('numbers of all sizes are read as they were written', () => {
  const writer = createBitWriter();
  const fixed: [number, number][] = [
    [0, 1],
    [5, 3],
    [16383, 14],
    [2 ** 31 + 7, 32],
    [1, 5],
  ];
  const gammas = [1, 2, 3, 64, 1_000_000];
  const rices: [number, number][] = [
    [0, 0],
    [40, 0],
    [7, 3],
    [100_000, 13],
    [2 ** 31, 28],
  ];
  for (const [value, width] of fixed) writer.fixed(value, width);
  for (const value of gammas) writer.gamma(value);
  for (const [value, width] of rices) writer.rice(value, width);
  const reader = createBitReader(writer.take());
  expect(fixed.map(([, width]) => reader.fixed(width))).toEqual(fixed.map(([value]) => value));
  expect(gammas.map(() => reader.gamma())).toEqual(gammas);
  expect(rices.map(([, width]) => reader.rice(width))).toEqual(rices.map(([value]) => value));
});

test('a segment has for each key the articles, their spellings and places', () => {
  const texts = ['Giá lúa', 'gia lụa', 'Lúa lúa lúa', ''];
  const terms = texts.map((body, index) =>
    termsOf({ title: index === 0 ? 'Giá lúa' : '', summary: index === 1 ? 'lúa' : '', body }),
  );
  const files = [...writeShards({ stamp: 7, terms })];
  expect(files).toHaveLength(shardCount(4));
  const [gia, lua] = [toWord('giá'), toWord('lúa')];
  const found = (key: number) => {
    const shard = shardOf(key, files.length);
    const { stamp, postings } = readShard(files[shard] as Uint8Array, { articles: 4, shard });
    expect(stamp).toBe(7);
    return postings.get(key)?.map(({ exact, articles }) => [exact, [...Array.from(articles)]]);
  };
  expect(found(keyOf(lua))?.sort()).toEqual(
    [
      [exactOf(lua), [0 * 4 + 3, 1 * 4 + 2, 2 * 4 + 1]],
      [exactOf(toWord('lụa')), [1 * 4]],
    ].sort(),
  );
  expect(found(keyOf(gia, lua))?.sort()).toEqual(
    [
      [exactOf(gia, lua), [3]],
      [exactOf(toWord('gia'), toWord('lụa')), [4]],
    ].sort(),
  );
});
