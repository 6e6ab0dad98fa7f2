import { expect, test } from 'vitest';
import type { ArticleDocument } from '../../src/types.ts';
import { standingOf } from '../../src/workflow/standings.ts';
import { aConfig } from '../a-config.ts';

const on = (day: number): string => `2026-11-${day}T08:00:00+07:00`;
const now = Date.parse(on(15));
const document = (data: { date?: string; status?: string; expires?: string }): ArticleDocument =>
  ({ path: 'content/a/b.md', data: { date: on(10), ...data } }) as unknown as ArticleDocument;

test.each([
  [{}, {}, 'published'],
  [{ status: 'pending' }, {}, 'pending'],
  [{ date: on(16) }, {}, 'scheduled'],
  [{ expires: on(15) }, {}, 'expired'],
  [{ date: on(16), expires: on(14) }, {}, 'expired'],
  [{ status: 'withdrawn', expires: on(14) }, {}, 'withdrawn'],
  [{ status: 'approved' }, { held: true }, 'unapproved'],
  [{ status: 'withdrawn' }, { held: true }, 'unapproved'],
  [{ date: on(16) }, { broken: true }, 'broken'],
  [{ status: 'draft' }, { broken: true }, 'draft'],
] as const)('%j, %j: %s', (data, facts, expected) =>
  expect(standingOf(document(data), { config: aConfig(), now, ...facts })).toBe(expected),
);

test('without a status, a draft where approval is required', () => {
  const config = aConfig({ workflow: { approval: true } });
  expect(standingOf(document({}), { config, now })).toBe('draft');
});
