import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/front-matter/front-matter.ts';
import { splitFrontMatter } from '../../src/front-matter/split-front-matter.ts';

const split = (text: string) => splitFrontMatter({ text, path: 'content/a.md' });
const doubtOf = (text: string): string | undefined => {
  const { doubt } = split(text);
  return doubt && `${doubt.line} ${doubt.rule}`;
};

describe('front matter ends at the next line of three dashes', () => {
  test.each([
    ['---\na: 1\n---\nb\n', { head: 'a: 1\n', body: 'b\n', bodyLine: 4 }],
    ['---\n---', { head: '', body: '', bodyLine: 3 }],
    ['--- \t\r\na: 1\r\n---\t\r\nb', { head: 'a: 1\r\n', body: 'b', bodyLine: 4 }],
    ['---\na: 1\n---\n\n---\n\nb', { head: 'a: 1\n', body: '\n---\n\nb', bodyLine: 4 }],
    ['---\na: |\n  x\n  -----\n\n  ---\n---\nb', { body: 'b', bodyLine: 8 }],
    ['---\na: >-\n  ...\n---\nb', { body: 'b', bodyLine: 5 }],
    ['---\na:\n  - |+2 # c\n    +++\n---\nb', { body: 'b', bodyLine: 6 }],
    ['---\na: b --- c\nb: -----\nc: …\n---\n', { body: '', bodyLine: 6 }],
    ['---\na:\n- 1\n-\n---\n', { body: '', bodyLine: 6 }],
  ])('%j', (text, expected) => {
    expect(split(text)).toMatchObject(expected);
    expect(split(text).doubt).toBeUndefined();
  });
});

describe('a line that is nearly a fence leaves in doubt where it ends', () => {
  const near = [
    ...[
      '-----',
      '----',
      '--',
      '--- ---',
      '- - -',
      '--- words',
      '---status: draft',
      '---.',
      '---,',
      '--- # x',
      '---\u00A0',
      '---\u200B',
    ],
    ...[
      ' ---',
      '\t---',
      '   ----',
      '\u200B---',
      '\uFEFF---',
      '\u00A0---',
      '...',
      '....',
      ' ...',
      '... x',
      '…',
      '—',
      '–',
      '——',
      '–––',
      '-–-',
      '−−−',
      '‐‐‐',
    ],
    ...[
      '+++',
      ';;;',
      '***',
      '___',
      '===',
      '~~~',
      '```',
      '++++',
      '---\r---',
      'x\r---',
      'x\u2028---\u2028y',
      'x\v---',
    ],
  ];
  test.each(near)('%j', (line) => {
    expect(doubtOf(`---\na: 1\n${line}\nstatus: draft\n---\nb`)).toBe('3 front-matter-fence');
    expect(doubtOf(`---\na: 1\n${line}\nb\n`)).toBe('3 front-matter-fence');
    expect(readFrontMatter({ text: `---\na: 1\n${line}\nb: 2\n---\n`, path: 'a.md' })).toMatchObject({
      rule: 'front-matter-fence',
      line: 3,
    });
  });
});

test.each([
  ['', '1 front-matter-missing'],
  ['a\n---\nb: 1\n---', '1 front-matter-missing'],
  ['\n---\na: 1\n---\n', '2 front-matter-late'],
  [' ---\na: 1\n---\n', '1 front-matter-late'],
  ['----\na: 1\n---\n', '1 front-matter-missing'],
  ['---\ra: 1\r---\rb', '1 front-matter-missing'],
  ['---js\na: 1\n---\n', '1 front-matter-language'],
  ['---\na: 1\n', '1 front-matter-unclosed'],
])('%j is no front matter', (text, expected) => {
  expect(split(text)).toMatchObject({ head: '', body: text, bodyLine: 1 });
  expect(doubtOf(text)).toBe(expected);
});

test('whatever stands there, the fields are those of all the YAML between the fences, or there are none', () => {
  const line = fc.constantFrom(
    ...[
      '---',
      '----',
      '--- x',
      ' ---',
      '...',
      'title: a',
      'status: draft',
      'date: 2026-11-16',
      '',
      '# x',
      '- a',
      '  b',
      'x: |',
      'y: "a',
      'b"',
      '—',
      '\r---',
      'a\u2028---',
      '+++',
    ],
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 9 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      const text = ['---', ...lines].join(end);
      const matter = readFrontMatter({ text, path: 'a.md' });
      if ('rule' in matter) return;
      expect(matter.fields).toEqual(load(matter.head, { schema: CORE_SCHEMA }) ?? {});
      expect(text.startsWith(`---${end}${matter.head}---`)).toBe(true);
      expect(text.endsWith(matter.body)).toBe(true);
      expect(
        text
          .split('\n')
          .slice(matter.bodyLine - 1)
          .join('\n'),
      ).toBe(matter.body);
    }),
    { numRuns: 3000 },
  );
});
