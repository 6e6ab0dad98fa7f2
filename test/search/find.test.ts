import { expect, test } from 'vitest';
import { type FindInput, find, type Segment } from '../../src/search/find.ts';
import { facetKey } from '../../src/search/hash.ts';
import { readQuery } from '../../src/search/query.ts';
import { readShard, shardCount, shardOf } from '../../src/search/shard.ts';
import { termsOf, withTerms } from '../../src/search/terms.ts';
import { writeShards } from '../../src/search/write-shards.ts';

interface Text {
  readonly title: string;
  readonly body?: string;
  readonly category?: string;
}

/** A segment of articles, the oldest first. */
function segmentOf(texts: readonly Text[], years: Segment['years'] = [[2026, 0]]): Segment {
  const terms = texts.map(({ title, body = '', category = 'xa-hoi' }) =>
    withTerms(termsOf({ title, summary: '', body }), {
      keys: Uint32Array.of(facetKey('category', category)),
      entries: Uint16Array.of(0),
    }),
  );
  const files = [...writeShards({ stamp: 1, terms })];
  return {
    articles: texts.length,
    years,
    read: async (key) => {
      const shard = shardOf(key, shardCount(texts.length));
      return readShard(files[shard] as Uint8Array, { articles: texts.length, shard }).postings.get(key) ?? [];
    },
  };
}

const texts: readonly Text[] = [
  { title: 'Bán đảo Cà Mau', body: 'Đi bàn đạo.' },
  { title: 'Bàn đạo và đời', body: 'Một buổi.', category: 'kinh-te' },
  { title: 'Giá lúa tăng', body: 'Ở An Giang.' },
  { title: 'Lúa mất giá', body: 'Đường về An Giang.', category: 'kinh-te' },
  { title: 'Ủy ban nhân dân họp', body: 'Họp tổ dân phố.' },
  { title: 'UBND tỉnh họp', body: 'Không có gì.' },
  { title: 'Hòa bình', body: 'kỹ thuật' },
  { title: 'Chợ nổi', body: '<b>Một</b> script' },
];
const segments = [
  segmentOf(texts.slice(0, 3), [
    [2024, 0],
    [2025, 2],
  ]),
  segmentOf(texts.slice(3)),
];

/** Titles of what a query finds. */
async function titlesOf(query: string, options: Partial<FindInput> = {}, synonyms: string[][] = []) {
  const hits = await find({
    query: readQuery(query, synonyms),
    segments,
    filters: [],
    weights: [1, 1.6, 3, 6],
    byDate: false,
    ...options,
  });
  return hits.map(({ segment, number }) => texts[segment * 3 + number]?.title);
}

test.each([
  ['bán đảo', ['Bán đảo Cà Mau', 'Bàn đạo và đời']],
  ['bàn đạo', ['Bàn đạo và đời', 'Bán đảo Cà Mau']],
  ['BÀN ĐẠO'.normalize('NFD'), ['Bàn đạo và đời', 'Bán đảo Cà Mau']],
  ['ban dao', ['Bàn đạo và đời', 'Bán đảo Cà Mau']],
  ['giá lúa', ['Giá lúa tăng', 'Lúa mất giá']],
  ['lua an giang', ['Lúa mất giá', 'Giá lúa tăng']],
  ['"lúa an giang"', []],
  ['“an giang”', ['Lúa mất giá', 'Giá lúa tăng']],
  ['an giang -đường', ['Giá lúa tăng']],
  ['an giang -"giá lúa"', ['Lúa mất giá']],
  ['hoà bình', ['Hòa bình']],
  ['kĩ thuật', ['Hòa bình']],
  ['duong', ['Lúa mất giá']],
  ['<b>một</b>', ['Chợ nổi']],
  ['không ai tìm được', []],
  ['', texts.map(({ title }) => title).reverse()],
])('%s finds', async (query, titles) => {
  expect(await titlesOf(query)).toEqual(titles);
});

test('what is the same is found by each other', async () => {
  const synonyms = [['UBND', 'ủy ban nhân dân']];
  const both = ['UBND tỉnh họp', 'Ủy ban nhân dân họp'];
  expect((await titlesOf('UBND họp', {}, synonyms)).sort()).toEqual(both);
  expect((await titlesOf('ủy ban nhân dân', {}, synonyms)).sort()).toEqual(both);
  expect(await titlesOf('UBND')).toEqual(['UBND tỉnh họp']);
});

test('filters let through what they name, in all segments', async () => {
  expect(await titlesOf('giá', { filters: [facetKey('category', 'kinh-te')] })).toEqual(['Lúa mất giá']);
  expect(await titlesOf('', { filters: [facetKey('category', 'kinh-te')] })).toEqual([
    'Lúa mất giá',
    'Bàn đạo và đời',
  ]);
  expect(await titlesOf('', { year: 2025 })).toEqual(['Giá lúa tăng']);
  expect(await titlesOf('', { year: 2024 })).toEqual(['Bàn đạo và đời', 'Bán đảo Cà Mau']);
  expect(await titlesOf('giá lúa', { byDate: true })).toEqual(['Lúa mất giá', 'Giá lúa tăng']);
});

test('a query of 2,000 characters is read in part', async () => {
  const many = Array.from({ length: 300 }, (_, index) => `từ${index}`).join(' ');
  expect(readQuery(many).words).toHaveLength(24);
  expect((await titlesOf('lúa '.repeat(500))).sort()).toEqual(['Giá lúa tăng', 'Lúa mất giá']);
});

test('a sentence longer than the search looks up finds its article', async () => {
  const sentence =
    'Sáng nay hơn hai trăm người dân xã Vĩnh Hòa đã ra bờ sông nhặt rác và trồng lại hàng cây bị bão quật đổ';
  const long = segmentOf([
    { title: 'Khác', body: 'Sáng nay trời mưa.' },
    { title: 'Dọn sông', body: sentence },
  ]);
  for (const query of [sentence, sentence.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')]) {
    const hits = await find({
      query: readQuery(query),
      segments: [long],
      filters: [],
      weights: [1, 1.6, 3, 6],
      byDate: false,
    });
    expect(hits[0]?.number).toBe(1);
  }
});

test('a pair counts more than its words apart', async () => {
  const apart = { title: 'Con nước', body: 'Trạm thủy văn đo đỉnh triều.' };
  const pair = { title: 'Tàu cứu thương', body: 'Có bảng thủy triều trên tàu.' };
  const others = Array.from({ length: 20 }, (_, index) => ({ title: `Bài ${index}`, body: 'Không có gì.' }));
  const hits = await find({
    query: readQuery('thuỷ triều'),
    segments: [segmentOf([pair, apart, ...others])],
    filters: [],
    weights: [1, 1.6, 3, 6],
    byDate: false,
  });
  expect(hits.map(({ number }) => number)).toEqual([0, 1]);
});

test('where no article has half of the words, one that has a pair in its title is found', async () => {
  expect(await titlesOf('bao giờ giá lúa mới thôi giảm xuống vậy')).toEqual(['Giá lúa tăng']);
  expect(await titlesOf('bao giờ đường về mới thôi giảm xuống vậy')).toEqual([]);
});

test('synonyms are known without their marks', async () => {
  const synonyms = [['UBND', 'ủy ban nhân dân']];
  expect((await titlesOf('uy ban nhan dan', {}, synonyms)).sort()).toEqual([
    'UBND tỉnh họp',
    'Ủy ban nhân dân họp',
  ]);
  expect((await titlesOf('ubnd', {}, synonyms)).sort()).toEqual(['UBND tỉnh họp', 'Ủy ban nhân dân họp']);
});
