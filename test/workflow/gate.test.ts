import { describe, expect, test } from 'vitest';
import type { ArticleDocument } from '../../src/types.ts';
import { nextChange, standing } from '../../src/workflow/gate.ts';
import { aConfig } from '../a-config.ts';

const at = (day: number): number => Date.parse(`2026-11-${String(day).padStart(2, '0')}T08:00:00+07:00`);
const on = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T08:00:00+07:00`;
const document = (
  data: Partial<Record<'date' | 'expires' | 'pinnedUntil' | 'status' | 'featured' | 'link', string>> & {
    corrections?: { date: string; text: string }[];
  },
): ArticleDocument =>
  ({
    path: 'content/a/b.md',
    data: { date: on(10), corrections: [], ...data },
  }) as unknown as ArticleDocument;
const open = aConfig();
const withoutNews = aConfig({ routes: { sitemaps: false } });
const strict = aConfig({ workflow: { approval: true } });

describe('an article stands', () => {
  test.each([
    [{}, 10, 'published'],
    [{}, 9, 'unpublished'],
    [{ expires: on(12) }, 11, 'published'],
    [{ expires: on(12) }, 12, 'unpublished'],
    [{ status: 'approved' }, 10, 'published'],
    [{ status: 'draft' }, 10, 'unpublished'],
    [{ status: 'pending' }, 10, 'unpublished'],
    [{ status: 'rejected' }, 10, 'unpublished'],
    [{ status: 'withdrawn' }, 10, 'withdrawn'],
    [{ status: 'withdrawn' }, 9, 'unpublished'],
    [{ status: 'withdrawn', expires: on(12) }, 12, 'unpublished'],
  ] as const)('%j on day %i as %s', (data, day, expected) =>
    expect(standing(document(data), { now: at(day), config: open })).toBe(expected),
  );
  test.each([
    [{ status: 'draft' }, {}, 'published'],
    [{ status: 'pending' }, {}, 'published'],
    [{ date: on(20) }, {}, 'published'],
    [{ status: 'rejected' }, {}, 'unpublished'],
    [{ status: 'withdrawn' }, {}, 'withdrawn'],
    [{ expires: on(10) }, {}, 'unpublished'],
    [{ status: 'approved' }, { held: true }, 'published'],
    [{ status: 'withdrawn' }, { held: true }, 'withdrawn'],
  ] as const)('%j, %j among drafts as %s', (data, facts, expected) =>
    expect(standing(document(data), { now: at(15), config: open, drafts: true, ...facts })).toBe(expected),
  );
  test.each(['approved', 'withdrawn'])('not with the status %s where its approval does not count', (status) =>
    expect(standing(document({ status }), { now: at(15), config: open, held: true })).toBe('unpublished'),
  );
  test('unpublished without a status where approval is asked for', () => {
    expect(standing(document({}), { now: at(20), config: strict })).toBe('unpublished');
    expect(standing(document({ status: 'approved' }), { now: at(20), config: strict })).toBe('published');
  });
});

test.each<[data: Parameters<typeof document>[0][], now: number, next: number | undefined]>([
  [[], 1, undefined],
  [[{}], 9, 10],
  [[{}], 10, undefined],
  [[{ expires: on(12) }], 10, 12],
  [[{ expires: on(12) }], 12, undefined],
  [[{ featured: 'home', pinnedUntil: on(11), expires: on(12) }], 10, 11],
  [[{ pinnedUntil: on(11), expires: on(12) }], 10, 12],
  [[{ featured: 'home', pinnedUntil: on(9) }], 8, 10],
  [[{ featured: 'home', pinnedUntil: on(11), status: 'withdrawn' }], 10, undefined],
  [[{ expires: on(9) }], 8, undefined],
  [[{ expires: on(10) }], 8, undefined],
  [[{ corrections: [{ date: on(14), text: '' }] }], 10, 14],
  [[{ corrections: [{ date: on(9), text: '' }] }], 8, 10],
  [[{ corrections: [{ date: on(14), text: '' }], expires: on(13) }], 10, 13],
  [[{ corrections: [{ date: on(14), text: '' }], link: 'https://bao.example/' }], 10, undefined],
  [[{ date: on(15) }, { date: on(13) }], 10, 13],
  [[{ status: 'draft', date: on(15) }], 10, undefined],
  [[{ status: 'withdrawn', date: on(15) }], 10, 15],
])('of %j on day %i the next change is on day %s', (data, now, next) =>
  expect(nextChange(data.map(document), { now: at(now), config: withoutNews, held: new Set() })).toBe(
    next === undefined ? undefined : at(next),
  ),
);

test.each<[data: Parameters<typeof document>[0][], now: number, next: number | undefined]>([
  [[{}], 9, 10],
  [[{}], 10, 12],
  [[{}], 12, undefined],
  [[{ expires: on(11) }], 10, 11],
  [[{ expires: on(13) }], 11, 12],
  [[{ link: 'https://bao.example/' }], 10, undefined],
  [[{ status: 'withdrawn' }], 10, undefined],
  [[{ status: 'draft' }], 10, undefined],
])('with a news sitemap, of %j on day %i, on day %s', (data, now, next) =>
  expect(nextChange(data.map(document), { now: at(now), config: open, held: new Set() })).toBe(
    next === undefined ? undefined : at(next),
  ),
);
