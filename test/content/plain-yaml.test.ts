import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { expect, it } from 'vitest';

import { readPlainYaml } from '../../src/content/plain-yaml.ts';

const byLibrary = (yaml: string): unknown => load(yaml, { schema: CORE_SCHEMA }) ?? {};

it('reads lines of keys and texts, dates, booleans and lists of texts', () => {
  const yaml = `# của bài
title: "Cầu mới: thông xe"
summary: Hơn 300 hộ dân, từ 5 xã
date: 2019-09-11T15:03:00+07:00
category: thoi-su/quoc-hoi
featured: true
authors: ["Phan Thị Phúc", 'Lê An']
link: https://a.example/x?y=1#z

tags:
  - giao thông
  - 'cầu'
slug:
`;
  expect(readPlainYaml(yaml)).toEqual({
    title: 'Cầu mới: thông xe',
    summary: 'Hơn 300 hộ dân, từ 5 xã',
    date: '2019-09-11T15:03:00+07:00',
    category: 'thoi-su/quoc-hoi',
    featured: true,
    authors: ['Phan Thị Phúc', 'Lê An'],
    link: 'https://a.example/x?y=1#z',
    tags: ['giao thông', 'cầu'],
    slug: null,
  });
});

it.each([
  'title: a: b',
  'title: a #b',
  'title: a:',
  'title: "a\\n"',
  "title: 'it''s'",
  'title: &x a',
  'title: *x',
  'title: !!str a',
  'title: |\n  a',
  'title: a\n  b',
  'title: "a" # c',
  'title: null',
  'title: Null',
  'title: True',
  'title: 12',
  'title: 0x1F',
  'title: .inf',
  'title: ~',
  'title: -1',
  'title: a\ntitle: b',
  'image: { src: a }',
  'image:\n  src: a',
  'tags: [a, b]',
  'tags: ["a", true]',
  'tags:\n  - a\n    - b',
  'tags:\n  - a\n - b',
  'tags:\n  - k: v',
  'tags:\n  - true',
  '- a',
  'a',
  '"title": a',
  'title : a',
  'title:a',
  'title:\ta',
  '---\ntitle: a',
  'title: a\r',
  'title: a\u0085b',
  'title: a\uFEFFb',
  'title: \uD83D\uDE00',
])('leaves %j to the library', (yaml) => {
  expect(readPlainYaml(yaml)).toBeUndefined();
});

const pieces = fc.constantFrom(
  ...[
    'title',
    'tags',
    'date',
    'a',
    'Đường',
    'null',
    'true',
    'No',
    '12',
    '1.5',
    '.nan',
    '2019-09-11',
    '2019-09-11 15:03',
    ':',
    ': ',
    ' ',
    '  ',
    '\n',
    '\n',
    '- ',
    '\n  - ',
    '[',
    ']',
    ', ',
    ',',
    '{',
    '}',
  ],
  ...[
    '"',
    "'",
    '#',
    ' #',
    '\\',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '---',
    '\r\n',
    '\t',
    '\u00A0',
    '\u2028',
    'title: ',
    'tags:\n',
    '"x"',
    "'y'",
    '["x", "y"]',
    'constructor: ',
    '~',
    '<<: ',
    '=',
  ],
);

it('reads what the library reads, or nothing', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const yaml = parts.join('');
      const fields = readPlainYaml(yaml);
      if (fields) expect(fields).toEqual(byLibrary(yaml));
    }),
    { numRuns: 20_000, seed: 7 },
  );
});
