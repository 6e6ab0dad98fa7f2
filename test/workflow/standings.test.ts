import { describe, expect, test } from 'vitest';
import type { RuleId } from '../../src/diagnostics/catalogue.ts';
import { diagnose } from '../../src/diagnostics/diagnose.ts';
import type { ArticleDocument } from '../../src/types.ts';
import {
  createStandingOf,
  isAhead,
  isExpired,
  standingOf,
  standings,
  turnOf,
} from '../../src/workflow/standings.ts';
import { aConfig } from '../a-config.ts';

const on = (day: number): string => `2026-11-${day}T08:00:00+07:00`;
const now = Date.parse(on(15));
const document = (data: {
  date?: string;
  twoReadings?: readonly object[];
  status?: string;
  expires?: string;
}): ArticleDocument =>
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
  // A date with two readings: the later one counts.
  [{ twoReadings: [{ as: 'date', first: on(10), second: on(16) }] }, {}, 'scheduled'],
  [{ date: on(16), twoReadings: [{ as: 'date', first: on(16), second: on(10) }] }, {}, 'scheduled'],
] as const)('%j, %j: %s', (data, facts, expected) =>
  expect(standingOf(document(data), { config: aConfig(), now, ...facts })).toBe(expected),
);

test('without a status, a draft where approval is required', () => {
  const config = aConfig({ workflow: { approval: true } });
  expect(standingOf(document({}), { config, now })).toBe('draft');
});

test('lists show standings in one order', () =>
  expect(standings).toEqual([
    'draft',
    'rejected',
    'pending',
    'unapproved',
    'broken',
    'scheduled',
    'published',
    'expired',
    'withdrawn',
  ]));

test('when an article is ahead and when it has expired', () => {
  expect([on(14), on(15), on(16)].map((date) => isAhead(document({ date }), now))).toEqual([
    false,
    false,
    true,
  ]);
  expect(
    [on(14), on(15), on(16), undefined].map((expires) =>
      isExpired(document({ ...(expires && { expires }) }), now),
    ),
  ).toEqual([true, true, false, false]);
});

describe('a mistake', () => {
  const { path } = document({});
  /** What stands of an article of which one message is told. */
  const told = (rule: RuleId, values = {}, output = 'a/b/index.html', data = {}) => {
    const message = diagnose(rule, path, { line: 3, column: 1 }, values);
    const article = document(data);
    const of = createStandingOf({
      root: '/',
      config: aConfig(),
      messages: [diagnose('dead-link', path, {}, {}), message],
      articles: [{ document: article, output }],
      now,
    });
    const { standing, mistake } = of(article);
    return [standing, mistake?.rule];
  };

  test.each<[RuleId]>([
    ['unknown-category'],
    ['duplicate-address'],
    ['expires-before-date'],
    ['ambiguous-date'],
    ['slug-path'],
    ['bad-permalink'],
  ])('%s keeps an article from the readers', (rule) => expect(told(rule)).toEqual(['broken', rule]));
  test('an approval that does not count holds it', () =>
    expect(told('approval-missing')).toEqual(['unapproved', 'approval-missing']));
  test('any other does not', () => expect(told('dead-link')).toEqual(['published', undefined]));
  test('two files for one output: the one that is left out is kept from the readers', () => {
    expect(told('duplicate-output', { output: 'a/b/index.html', kept: 'content/c.md' })).toEqual([
      'broken',
      'duplicate-output',
    ]);
    expect(told('duplicate-output', { output: 'a/b/index.html', kept: path })).toEqual([
      'published',
      undefined,
    ]);
    expect(told('duplicate-output', { output: 'a/other/index.html', kept: 'content/c.md' })).toEqual([
      'published',
      undefined,
    ]);
  });
  test('a draft stays one, and its mistake is told', () =>
    expect(told('unknown-category', {}, 'x', { status: 'draft' })).toEqual(['draft', 'unknown-category']));
  test('of several the first is told', () => {
    const messages = [
      diagnose('unknown-category', path, { line: 2, column: 1 }, {}),
      diagnose('slug-path', path, { line: 3, column: 1 }, {}),
    ];
    const of = createStandingOf({ root: '/', config: aConfig(), messages, articles: [], now });
    expect(of(document({})).mistake?.rule).toBe('unknown-category');
  });
});

test.each([
  ['draft', ['Lan'], ['Minh'], ['Lan']],
  ['rejected', ['Lan'], ['Minh'], ['Lan']],
  ['broken', ['Lan'], ['Minh'], ['Lan']],
  ['broken', [], ['Minh'], ['Minh']],
  ['broken', [], undefined, []],
  ['pending', ['Lan'], ['Minh'], ['Minh']],
  ['pending', ['Lan'], undefined, ['Lan']],
  ['unapproved', ['Lan'], ['Minh'], ['Minh']],
  ['unapproved', ['Lan'], undefined, []],
  ['published', ['Lan'], ['Minh'], []],
  ['scheduled', ['Lan'], undefined, []],
] as const)('%s, by %j, with editors %j: it is the turn of %j', (standing, authors, approvers, turn) =>
  expect(turnOf(standing, { authors, ...(approvers && { approvers }) })).toEqual(turn),
);
