import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createParse } from '../../src/markdown/create-parse.ts';
import { labelsOf } from '../../src/markdown/labels.ts';
import { type Printed, print } from '../../src/markdown/print.ts';
import { survey } from '../../src/markdown/survey.ts';
import { gfmCases } from './gfm-cases.ts';
import { createRender, defaults } from './render.ts';
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
const parse = await createParse({ parser: 'auto', remarkPlugins: [] });

const printed = (markdown: string): Printed | undefined => {
  const tree = parse(markdown);
  const found = survey(tree);
  return found.deep ? undefined : print(tree, found, { origin: defaults.origin, base: defaults.base, labels: labelsOf('vi'), locate: (place) => ({ line: place.line, column: place.column }) });
};

describe('a document that is printed', () => {
  it('is what the whole pipeline makes of it', async () => {
    const documents = [...gfmCases.map(({ markdown }) => markdown), ...specExamples().map(({ markdown }) => markdown), ...['test', 'content', 'docs', 'bench/corpus'].flatMap(files)];
    for (const markdown of documents) expect(await short(markdown), markdown).toEqual(await whole(markdown));
    // Else this would compare nothing.
    const share = documents.filter(printed).length / documents.length;
    expect(share).toBeGreaterThan(0.4);
  }, 120_000);

  const words = fc.constantFrom('Đường', 'a', '12', 'xã', '<', '&', '"', "'", '`', '&amp;', '&nbsp;', '\\*', 'a@b.vn', 'www.a.vn', 'https://bao.example/x', ' ', '\u3000', '…');
  const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
  const url = fc.constantFrom('/a/', 'bai.md#x', '#muc-hai', 'https://b.example/?a=1&b="2"', 'mailto:a@b.vn', 'javascript:x', '', '<ảnh bìa.jpg>', '%EF%B7%90', '//c.example/');
  const title = fc.constantFrom('', '', ' "t&<\\"`"', " ''");
  const inline: fc.Arbitrary<string> = fc.letrec<{ one: string; many: string }>((tie) => ({
    one: fc.oneof(
      { weight: 6, arbitrary: text },
      fc.constantFrom('`x <y>`', '[^1]', '[^a-2]', '[^a]', '  \n', '\\\n', '\n', ' \n ', '![](x.jpg)', '![Cầu mới](x.jpg "Cầu")', '![IMG_1234](y.jpg)', '[r][r]', '![r][r]', '&#x41;'),
      fc.tuple(fc.constantFrom('*', '**', '~~', '_'), tie('many')).map(([mark, inner]) => `${mark}${inner}${mark}`),
      fc.tuple(tie('many'), url, title).map(([inner, to, named]) => `[${inner}](${to}${named})`),
    ),
    many: fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
  })).many;
  const line = inline.map((written) => written.replaceAll('\n', ' '));
  const indent = (body: string, by: string): string => body.replaceAll('\n', `\n${by}`);
  const block: fc.Arbitrary<string> = fc.letrec<{ one: string; many: string }>((tie) => ({
    one: fc.oneof(
      { weight: 4, arbitrary: inline },
      fc.tuple(fc.constantFrom('# ', '## ', '## ', '#### '), line).map(([mark, words]) => mark + words),
      fc.constantFrom(
        '## Mục hai',
        '##',
        '---',
        '    mã\n    hai',
        '```\nx <y>\n```',
        '```js\nx\n```',
        '<b>x</b>',
        '[r]: /r/ "R"',
        '- [x] xong',
        '|a|b|\n|:-|-:|\n|1|',
        '|a|\n|-|\n|*b*|\n|c|d|',
        '| |\n|-|',
      ),
      fc.array(tie('many'), { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${indent(item, '  ')}`).join('\n')),
      fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `3. ${item}`).join('\n')),
      tie('many').map((inner) => `> ${indent(inner, '> ')}`),
      fc.tuple(fc.constantFrom('1', 'a-2', 'a'), tie('many')).map(([name, inner]) => `[^${name}]: ${indent(inner, '    ')}`),
    ),
    many: fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n')),
  })).many;

  it('is so whatever it is made of', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (blocks) => {
        const markdown = `${blocks.join('\n\n')}\n\n[^1]: Một chú thích${' dài'.repeat(blocks.length)}.\n\n[^a]: Hai [^1]\n`;
        if (printed(markdown)) count += 1;
        expect(await short(markdown)).toEqual(await whole(markdown));
      }),
      { numRuns: Number(process.env.RUNS ?? 1000), seed: 11 },
    );
    expect(count).toBeGreaterThan(100);
  }, 600_000);
});
