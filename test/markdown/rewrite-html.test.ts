import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { labelsOf } from '../../src/markdown/labels.ts';
import { type Body, rewriteHtml } from '../../src/markdown/rewrite-html.ts';
import { satteriHtml } from '../../src/markdown/satteri-html.ts';
import { gfmCases } from './gfm-cases.ts';
import { createRender, defaults, render } from './render.ts';
import { specExamples } from './spec-examples.ts';

const root = join(import.meta.dirname, '../..');

const files = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => readFileSync(join(root, folder, name), 'utf8').replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, ''))
    : [];

/** A plugin that does nothing, and with which documents go the whole way. */
const nothing = () => undefined;
const whole = await createRender({ rehypePlugins: [nothing] });
const short = await createRender();

const rewritten = (markdown: string): Body | undefined => {
  const labels = labelsOf('vi');
  return rewriteHtml(satteriHtml(markdown, labels), markdown, { origin: defaults.origin, base: defaults.base, labels, locate: (place) => ({ line: place.line, column: place.column }) });
};

describe('a document made of the HTML of its parser', () => {
  it('is what the whole pipeline makes of it', async () => {
    const documents = [...gfmCases.map(({ markdown }) => markdown), ...specExamples().map(({ markdown }) => markdown), ...['test', 'content', 'docs', 'bench/corpus'].flatMap(files)];
    for (const markdown of documents) expect(await short(markdown), markdown).toEqual(await whole(markdown));
    // Else this would compare nothing.
    const share = documents.filter(rewritten).length / documents.length;
    expect(share).toBeGreaterThan(0.4);
  }, 120_000);

  it.each([
    ['a mark before the first line', '\uFEFF[a](/x/)'],
    ['many rules', `a\n\n${'---\n\n'.repeat(199)}b`],
    ['many hard breaks', `${'a\\\n'.repeat(300)}b`],
    ['the same link in code', '` [x](http://localhost:4000/ä) ` <http://localhost:4000/ä>'],
    ['white space by name in a note', 'x[^1]\n\n[^1]: a &NewLine; b'],
    ['an item with a definition alone', '- [^1]:\n\n- [^1]y'],
    ['a loose list with code', '1. -     e\n   \n   > o\n1. m'],
    ['words after code in a list', '- - 3.     x\n    \n    Đường'],
    ['blank lines at the end of code in a list', '-     mã\n      hai\n\n\n   \n\n\n> 3'],
    ['a mark in a cell without a column', 'a[^1]\n\n|a|\n|-|\n|b|[^1]|\n\n[^1]: c'],
  ])('is so for %s', async (_, markdown) => {
    const origin = 'http://localhost:4000';
    expect(await render(markdown, { origin })).toEqual(await render(markdown, { origin, rehypePlugins: [nothing] }));
  });

  const join = (parts: fc.Arbitrary<string[]>): fc.Arbitrary<string> => fc.tuple(parts, fc.constantFrom(' ', ' ', '')).map(([list, between]) => list.join(between));

  /** Documents of the usual things, and `share` times in a dozen of others. */
  const documents = (share: number): fc.Arbitrary<string> => {
    const or = (usual: fc.Arbitrary<string>, ...unusual: string[]): fc.Arbitrary<string> => fc.oneof({ weight: 12, arbitrary: usual }, { weight: share, arbitrary: fc.constantFrom(...unusual) });
    const words = or(
      fc.constantFrom('Đường', 'a', '12', 'xã', '“', '…', '&', '"', "'", '!', 'a@b.vn', 'www.a.vn', '<https://b.example/?a=1&b=2>', '(', '&amp;', '\u3000'),
      ...['https://bao.example/x', ']', '>', '<', '`', '&nbsp;', '&lt;', '\\*', '\\[', '[', '](', '![', '*', '_', '~', '\t', ' ', ':', '|'],
    );
    const text = join(fc.array(words, { minLength: 1, maxLength: 4 }));
    const label = or(fc.constantFrom('Đường', 'a b', 'xã & huyện', '**đậm**', '“*c*”', 'www.a.vn', '12\nhai'), ...['`x`', '[', ']', '>', '<https://b.example/>']);
    const url = or(
      fc.constantFrom('/a/', '/a/', 'bai.md#x', 'https://b.example/?a=1', '/tìm/?x="2"', 'mailto:a@b.vn', '//c.example/'),
      '#muc-hai',
      'javascript:x',
      '',
      '<ảnh bìa.jpg>',
      '%EF%B7%90',
      '/a?x=1&b=2',
      '/(x)',
    );
    const title = or(fc.constantFrom('', '', ' "Tên"', " 'a & `b`'", " ''"), ' "t&<\\"`"');
    const inline: fc.Arbitrary<string> = fc.letrec<{ one: string; many: string }>((tie) => ({
      one: fc.oneof(
        { weight: 12, arbitrary: text },
        {
          weight: 4,
          arbitrary: or(
            fc.constantFrom('`x > y`', '  \n', '\n', '\\\n', '![Cầu](x.jpg)', '![Cầu mới](x.jpg "Cầu")'),
            ...['`x](/a/`', '[^1]', '[^a-2]', '[^a]', ' \n ', '![](x.jpg)', '![IMG_1234](y.jpg)', '[r][r]', '![r][r]', '&#x41;', '[^1](/a/)', 'https://a.vn/['],
          ),
        },
        { weight: 2, arbitrary: fc.tuple(fc.constantFrom('*', '**', '~~', '_'), tie('many')).map(([mark, inner]) => `${mark}${inner}${mark}`) },
        { weight: 3, arbitrary: fc.tuple(fc.oneof({ weight: 12, arbitrary: label }, { weight: share, arbitrary: tie('many') }), url, title).map(([inner, to, named]) => `[${inner}](${to}${named})`) },
      ),
      many: join(fc.array(tie('one'), { minLength: 1, maxLength: 3 })),
    })).many;
    const line = inline.map((written) => written.replaceAll('\n', ' '));
    const indent = (body: string, by: string): string => body.replaceAll('\n', `\n${by}`);
    const block: fc.Arbitrary<string> = fc.letrec<{ one: string; many: string }>((tie) => ({
      one: fc.oneof(
        { weight: 6, arbitrary: inline },
        { weight: 2, arbitrary: fc.tuple(fc.constantFrom('# ', '## ', '## ', '#### '), line).map(([mark, words]) => mark + words) },
        fc.constantFrom('## Mục hai', '---', '    mã\n    hai', '```\nx > y\n```', '|a|b|\n|:-|-:|\n|1|', '|a|\n|-|\n|*b*|\n|[c](/a/)|', '| |\n|-|', '![Cầu](x.jpg)\n![Cầu](x.jpg)'),
        or(line, '##', '```\nx <y>\n```', '```js\nx\n```', '<b>x</b>', '[r]: /r/ "R"', '- [x] xong', '|a|b|\n|-|-|\n|1|2|[3](/a/)|'),
        fc.array(tie('many'), { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${indent(item, '  ')}`).join('\n')),
        fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `3. ${item}`).join('\n')),
        tie('many').map((inner) => `> ${indent(inner, '> ')}`),
      ),
      many: fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n')),
    })).many;
    const note = fc.tuple(or(fc.constant('1'), 'a-2', 'a'), block).map(([name, inner]) => `[^${name}]: ${indent(inner, '    ')}`);
    return fc
      .tuple(fc.array(block, { minLength: 1, maxLength: 4 }), fc.option(note, { nil: '', freq: 2 }), block)
      .map(([blocks, added, last]) => [...blocks, ...(added ? [`${last} x[^1]`, added] : []), last].join('\n\n'));
  };

  it('is so whatever it is made of', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(documents(0), documents(1)), async (markdown) => {
        const body = await short(markdown);
        if (rewritten(markdown)) count += 1;
        expect(body).toEqual(await whole(markdown));
      }),
      { numRuns: Number(process.env.RUNS ?? 1000), seed: Number(process.env.SEED ?? 11) },
    );
    expect(count).toBeGreaterThan(250);
  }, 3_600_000);

  it('is so whatever its characters are', async () => {
    const pieces = [
      ...'[ ] ( ) ]( ](/a) [a](/a) ![b](/a) ![ ! * ** _ ` `` \\ <https://a.b/> <https://bao.example/x>'.split(' '),
      ...['> ', '- ', '1. ', '# ', '\n', '\n\n', ' ', '  \n', '    ', '|', '|-|\n', '-', '\n---\n', '\n===\n'],
      ...'& &amp; &lt; " \' : [^a]'.split(' '),
      '[^a]: ',
      ...'[^b] www.a.b http://a.b/ a@b.c ~ ~~ . /'.split(' '),
      ...['\u00A0', '\u3000', '\t', '\r', '\r\n', '\0', '%', '%41', '```\n', '~~~\n', '\uFEFF', '\u2028', '😀', '[ ] '],
      ...['mailto:a@b.c', '//c.d/', '"t"', ' "t")', 'é', '{', '^', '+ '],
    ];
    const piece = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom('x', 'chữ ', 'a b '));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 16 }), async (parts) => {
        const markdown = `Mở\n\n${parts.join('')}`;
        expect(await short(markdown)).toEqual(await whole(markdown));
      }),
      { numRuns: Number(process.env.RUNS ?? 3000), seed: Number(process.env.SEED ?? 12) },
    );
  }, 3_600_000);
});
