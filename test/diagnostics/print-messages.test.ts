import pc from 'picocolors';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/diagnose.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type MessagesInput, printMessages } from '../../src/diagnostics/print-messages.ts';

const colors = pc.createColors(false);
const print = (messages: readonly Diagnostic[], input: Partial<MessagesInput> = {}): string[] =>
  [...printMessages(messages, { language: 'en', colors, ...input })].map(
    (lines) => lines.split('\n')[0] ?? '',
  );
const at = (line: number) => ({ line, column: 2 });
const dead = (line: number, url: string) => diagnose('dead-link', 'content/a.md', at(line), { url });
const dateless = (count: number): Diagnostic[] =>
  Array.from({ length: count }, (_, index) =>
    diagnose('updated-early', `content/${index}.md`, at(1), { date: 'a', updated: 'b' }),
  );

test('all errors are shown, however many', () =>
  expect(print(Array.from({ length: 20 }, (_, index) => dead(index, `${index}.md`)))).toHaveLength(20));

test('errors that say the same are shown once, with every place', () => {
  const [first = '', ...others] = printMessages(
    [dead(1, 'x.md'), dead(2, 'y.md'), dead(3, 'x.md'), dead(9, 'x.md')],
    {
      language: 'en',
      colors,
      from: '/site/content',
      root: '/site',
    },
  );
  expect(first).toMatch(/^a\.md:1:2 {2}error {2}dead-link\n/);
  expect(first).toMatch(/\n {2}= the same at a\.md:3:2, a\.md:9:2$/);
  expect(others).toHaveLength(1);
});

test('of the warnings of a rule the first three places are shown, and how many there are', () => {
  const [many, more] = [dateless(2003), diagnose('shallow-clone', '.git')];
  expect(print([...many, more])).toEqual([
    'content/0.md:1:2  warning  updated-early',
    'content/1.md:1:2  warning  updated-early',
    'content/2.md:1:2  warning  updated-early',
    '.git  warning  shallow-clone',
    '… and 2,000 more of updated-early (“broadsheet check --all” lists them)',
  ]);
  expect(print(dateless(4), { language: 'vi' })[3]).toBe(
    '… và 1 chỗ nữa của updated-early (“broadsheet check --all” liệt kê hết)',
  );
  expect(print(dateless(3))).toHaveLength(3);
  expect(print(many, { all: true })).toHaveLength(2003);
});

test('a warning that the site made an error is shown everywhere', () =>
  expect(print(dateless(5).map((message) => ({ ...message, severity: 'error' })))).toHaveLength(1));
