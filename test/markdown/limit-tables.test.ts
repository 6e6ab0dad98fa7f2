import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitTables } from '../../src/markdown/limit-tables.ts';
import { MAX_CELLS } from '../../src/markdown/limits.ts';
import { createRender } from './render.ts';

const table = (columns: number, rows: number): string =>
  `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|\n'.repeat(rows)}`;
const cellsOf = (html: string): number => (html.match(/<t[dh][ >]/g) ?? []).length;

describe('tables beyond the limit become text', () => {
  it.each([
    ['a small table', '|a|b|\n|-|-|\n|1|2|\n', []],
    ['as many cells as there may be', '|a|b|c|d|\n|-|-|-|-|\n|1|\n\n|a|b|\n|-|-|\n', []],
    ['one row more', '|a|b|c|d|\n|-|-|-|-|\n|1|\n|2|\n\n|a|b|\n|-|-|\n', [7]],
    ['a table more', '|a|b|c|d|\n|-|-|-|-|\n|1|\n\n|a|b|\n|-|-|\n\n|a|b|\n|-|-|\n|1|\n', [9]],
    ['a table in a quotation', '> a|b|c|d\r\n> -|-|-|-\r\n> 1\r\n> 2\r\n> 3\r\n>\r\n> x\r\n', [2]],
    ['a table in a list', '- a|b|c|d\n  -|-|-|-\n  1\n  2\n  3\n', [2]],
    [
      'a table wider than the one before, which another block ends',
      '|a|\n|-|\n# b\n|a|b|c|d|\n|-|-|-|-|\n|1|\n|2|\n',
      [2, 5],
    ],
    ['rows of dashes', `|a|b|\n|-|-|\n${'|-|-|\n'.repeat(3)}`, []],
    ['no table', `${'a | b\n'.repeat(30)}\n---\n- - -\n`, []],
  ])('%s', (_, text, lines) => expect(limitTables(text, 13).lines).toEqual(lines));

  it('and nothing else changes', () => {
    const text = '|a|b|\r\n|:-|-|\r|1|\n\nx | y - z\n';
    expect(limitTables(text, 1)).toEqual({ text: '|a|b|\r\n|:\\-|-|\r|1|\n\nx | y - z\n', lines: [2] });
    expect(limitTables(text, 8).text).toBe(text);
  });
});

describe.each(['satteri', 'remark'] as const)('%s', (parser) => {
  it('does not fill millions of cells', async () => {
    const render = await createRender({ parser });
    const result = await render(`Một\n\n${table(5_000, 5_000)}\nHai`);
    expect(result.messages).toMatchObject([
      { rule: 'table-too-large', severity: 'warning', line: 4, column: 1 },
    ]);
    expect(cellsOf(result.html)).toBe(0);
    expect(result.html).toContain('<p>Hai</p>');
    expect(result.html.length).toBeLessThan(60_000);
  });

  it('shows a table of as many cells as there may be', async () => {
    const render = await createRender({ parser });
    const result = await render(table(100, MAX_CELLS / 100 - 2));
    expect(result.messages).toEqual([]);
    expect(cellsOf(result.html)).toBe(MAX_CELLS - 100);
  });

  it('makes no more cells than the limit of any text', async () => {
    const render = await createRender({ parser });
    const line = fc
      .array(
        fc.constantFrom(
          '|',
          '|',
          '-',
          '-',
          ':',
          ' ',
          'a',
          '>',
          '- ',
          '1. ',
          '|-|-|-|',
          '|||||',
          '\t',
          '#',
          '`',
        ),
        { maxLength: 9 },
      )
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (lines) => {
        const { html } = await render(limitTables(lines.join('\n'), 12).text);
        expect(cellsOf(html)).toBeLessThanOrEqual(12);
      }),
      { numRuns: 1500 },
    );
  }, 60_000);
});
