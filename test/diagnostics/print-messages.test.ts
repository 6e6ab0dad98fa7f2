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
  expect(first).toMatch(/\n {2}= the same at a\.md:3:2, a\.md:9:2\n$/);
  expect(others).toHaveLength(1);
});

test('a few messages are shown in full, and all with --all', () => {
  expect(print(dateless(6)).slice(5)).toEqual(['content/5.md:1:2  warning  updated-early']);
  expect(print(dateless(2003), { all: true })).toHaveLength(2003);
});

test('of many every error is shown, the first warnings of each rule, and how many there are', () => {
  const hint = diagnose('comma-list', 'content/a.md', at(3), {
    key: 'tags',
    count: 2,
    value: '[a, b]',
    list: '[a, b]',
  });
  const messages = [...dateless(2003), hint, ...[1, 2, 3, 4, 5].map((line) => dead(line, `${line % 4}.md`))];
  expect(print(messages)).toEqual([
    'content/a.md:1:2  error  dead-link  The link “1.md” leads nowhere on this site; its text is kept without the link. (the same at content/a.md:5:2)',
    'content/a.md:2:2  error  dead-link  The link “2.md” leads nowhere on this site; its text is kept without the link.',
    'content/a.md:3:2  error  dead-link  The link “3.md” leads nowhere on this site; its text is kept without the link.',
    'content/a.md:4:2  error  dead-link  The link “0.md” leads nowhere on this site; its text is kept without the link.',
    '  → Correct the path or remove the link.',
    'content/0.md:1:2  warning  updated-early  The article says that it was updated at b, before it was published at a. (the same at content/1.md:1:2, content/2.md:1:2)',
    '  → Correct “updated” or “date”.',
    'content/a.md:3:2  note  comma-list  “tags” is one text with commas, and was read as a list of 2.',
    '  → Write the list: “tags: [a, b]”; put a name that contains a comma in square brackets and quotes.',
    '… and more: 2,000 updated-early (“broadsheet check --all” lists them)',
  ]);
  expect(print(dateless(8), { language: 'vi' })[2]).toBe(
    '… và còn nữa: 5 updated-early (“broadsheet check --all” liệt kê hết)',
  );
});

test('of a rule whose messages name several files, two sentences are shown', () => {
  const unread = (key: string, others: number) =>
    diagnose('other-name', 'content/a.md', at(1), { key, field: 'summary', ours: 'summary', others });
  const messages = [unread('excerpt', 3), unread('description', 2), unread('teaser', 1), ...dateless(4)];
  expect(print(messages).map((line) => line.slice(0, 70))).toEqual([
    'content/a.md:1:2  warning  other-name  The field “excerpt” is not read',
    "  → Write “summary” instead of “excerpt”, or add “'excerpt': 'summary'",
    'content/a.md:1:2  warning  other-name  The field “description” is not ',
    "  → Write “summary” instead of “description”, or add “'description': '",
    'content/0.md:1:2  warning  updated-early  The article says that it was',
    '  → Correct “updated” or “date”.',
    '… and more: 1 other-name, 1 updated-early (“broadsheet check --all” li',
  ]);
});
