import fc from 'fast-check';
import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';

import { parseHtml } from '../../src/markdown/parse-html.ts';
import type { MarkdownResult } from '../../src/markdown/process.ts';
import { CLOSE, OPEN } from '../../src/markdown/tokens.ts';
import { createRender } from './render.ts';

const pieces = fc.constantFrom(
  '\n',
  '\n\n',
  ' ',
  '    ',
  '\t',
  '# ',
  '> ',
  '- ',
  '1. ',
  '- [x] ',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```',
  '```js\n',
  '|',
  '|-|-|\n',
  '[',
  ']',
  '](',
  ')',
  '![',
  '[^1]',
  '[^1]: ',
  '<',
  '>',
  '&',
  '\\',
  '---',
  '===',
  'a',
  'Đường',
  'www.a.vn',
  'https://a.vn',
  'a@b.vn',
  'x.jpg',
  '#a',
  'javascript:alert(1)',
  'java&#10;script:x',
  'data:text/html,x',
  '"',
  "'",
  '=',
  '<script>',
  '</script>',
  '<b onclick=x>',
  '<a href="javascript:x">',
  '<img src=x onerror=y>',
  '<svg onload=x>',
  '<style>',
  '<table><tr><td>',
  '</div>',
  '<div>',
  '<p id="a">',
  '<iframe>',
  '<textarea>',
  '<!--',
  '-->',
  '<![CDATA[',
  '\uFDD0',
  '\uFDD1',
  '\uFDD00\uFDD1',
  '&#xFDD0;0&#xFDD1;',
  '%EF%B7%90',
  '\0',
  '\u0001',
  '\u000B',
  '\u2028',
  '\uFEFF',
  '\r',
  '\uD800',
  '😀',
  'x'.repeat(3000),
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
);
const LINE = 7;

const bad: RegExp = /^[\0-\x20]*(?:java|vb)\s*script:|^[\0-\x20]*data:/i;

const assertHarmless = (node: Nodes): void => {
  if (node.type === 'element') {
    expect(['script', 'style', 'iframe', 'svg', 'object', 'embed', 'form']).not.toContain(node.tagName);
    for (const [name, value] of Object.entries(node.properties)) {
      expect(name).not.toMatch(/^on/i);
      if (name === 'href' || name === 'src') expect(String(value).replace(/[\t\n\r]/g, '')).not.toMatch(bad);
    }
  }
  if ('children' in node) node.children.forEach(assertHarmless);
};

const tokens = new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');

const assertTokens = ({ html, references }: MarkdownResult): void => {
  const open: number[] = [];
  const met = new Set<number>();
  let datelines = 0;
  for (const [, body = ''] of html.matchAll(tokens)) {
    if (body === 'd') datelines++;
    else if (body === '/') expect(open.pop()).toBeDefined();
    else {
      expect(body).toMatch(/^\d+$/);
      const number = Number(body);
      expect(met.has(number)).toBe(false);
      met.add(number);
      if (references[number]?.kind === 'link') open.push(number);
      else expect(references[number]?.kind).toBe('picture');
    }
  }
  expect(open).toEqual([]);
  expect(datelines).toBeLessThanOrEqual(1);
  expect(met.size).toBe(references.length);
  const rest = html.replace(tokens, '');
  expect(rest.includes(OPEN) || rest.includes(CLOSE)).toBe(false);
};

const assertPlaces = ({ references, messages }: MarkdownResult, source: string): void => {
  const lines = source.split(/\r\n|\n|\r/);
  for (const { line, column } of [...references, ...messages]) {
    if (line === undefined || column === undefined) continue;
    expect(line).toBeGreaterThanOrEqual(LINE);
    expect(line).toBeLessThan(LINE + lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - LINE]?.length ?? 0) + 1);
  }
};

describe('any text', () => {
  it.each([
    ['satteri', 'sanitise'],
    ['remark', 'sanitise'],
    ['satteri', 'escape'],
  ] as const)(
    'is made harmless and well-formed by %s in mode %s',
    async (parser, html) => {
      const render = await createRender({ parser, html, line: LINE });
      await fc.assert(
        fc.asyncProperty(text, async (source) => {
          const result = await render(source);
          expect(result.html).not.toMatch(/<script/i);
          assertHarmless(parseHtml({ type: 'root', children: [{ type: 'raw', value: result.html }] }));
          assertTokens(result);
          assertPlaces(result, source);
          expect(result.excerpt.length).toBeLessThanOrEqual(200);
          expect(new Set(result.headings.map(({ id }) => id)).size).toBe(result.headings.length);
        }),
        { numRuns: 600 },
      );
    },
    120_000,
  );
});

describe('hostile text', () => {
  const cases: [string, string][] = [
    ['20,000 nested quotations', '> '.repeat(20_000)],
    ['20,000 nested quotations without spaces', `${'>'.repeat(20_000)}a`],
    [
      '3,000 levels of list',
      Array.from({ length: 3_000 }, (_, level) => `${' '.repeat(level * 2)}- a`).join('\n'),
    ],
    ['50,000 brackets', '['.repeat(50_000)],
    ['50,000 pairs of brackets', '[a]('.repeat(12_500)],
    ['a line of 1 MB', 'chữ '.repeat(200_000)],
    ['20,000 emphases', '*a **b '.repeat(10_000)],
    ['10,000 unclosed elements', 'a <b>'.repeat(10_000)],
    ['10,000 table cells', `${'|a'.repeat(5_000)}\n${'|-'.repeat(5_000)}\n${'|b'.repeat(5_000)}`],
    ['10,000 equal headings', '## a\n\n'.repeat(10_000)],
    ['1 MB of code', `\`\`\`js\n${'a(b);'.repeat(200_000)}\n\`\`\``],
    ['100,000 character references', '&amp; '.repeat(100_000)],
    ['20,000 links on a line', '[ế](/a/) '.repeat(20_000)],
    ['2,000 footnotes', Array.from({ length: 2_000 }, (_, n) => `a[^${n}]\n\n[^${n}]: b\n`).join('\n')],
  ];
  it.each(['satteri', 'remark'] as const)(
    'is read by %s in bounded time',
    async (parser) => {
      const render = await createRender({ parser });
      const slow: string[] = [];
      for (const [name, source] of cases) {
        // Processor time: a busy machine does not lengthen it.
        const start = process.cpuUsage();
        await render(source);
        const { user, system } = process.cpuUsage(start);
        if (user + system > 30_000_000) slow.push(name);
      }
      expect(slow).toEqual([]);
    },
    480_000,
  );
});
