import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';

import { remarkParser } from '../../src/markdown/remark-parser.ts';
import { satteriParser } from '../../src/markdown/satteri-parser.ts';
import { gfmCases } from './gfm-cases.ts';
import { normalise } from './same-html.ts';
import { specExamples } from './spec-examples.ts';

const createRender = (parser: typeof remarkParser, gfm: boolean) => {
  const processor = unified()
    .use(parser, { gfm, singleTilde: true })
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
  return (text: string): string => String(processor.processSync(text));
};

const differing = (render: (text: string) => string): number[] =>
  specExamples()
    .filter(({ markdown, html }) => normalise(render(markdown)) !== normalise(html))
    .map(({ number }) => number);

/** CommonMark examples that satteri reads otherwise than the specification, by number, with the reason. */
const satteriDiffers: Readonly<Record<number, string>> = {};

describe('CommonMark', () => {
  it('has 652 examples', () => expect(specExamples()).toHaveLength(652));
  it(
    'is read by remark-parse without a difference',
    () => expect(differing(createRender(remarkParser, false))).toEqual([]),
    60_000,
  );
  it(
    'is read by satteri with no other difference than those listed',
    () =>
      expect(differing(createRender(satteriParser, false))).toEqual(Object.keys(satteriDiffers).map(Number)),
    60_000,
  );
  it('is told from something else', () =>
    expect(normalise('<p>a</p>')).not.toBe(normalise('<p>a </p><p></p>')));
});

describe('GFM', () => {
  const remark = createRender(remarkParser, true);
  const satteri = createRender(satteriParser, true);
  it.each(gfmCases)('$name', ({ markdown, html }) => {
    expect(remark(markdown)).toBe(html);
    expect(satteri(markdown)).toBe(html);
  });
  it('is off where it is not wanted', () => {
    expect(createRender(remarkParser, false)('~~a~~')).toBe('<p>~~a~~</p>');
    expect(createRender(satteriParser, false)('~~a~~')).toBe('<p>~~a~~</p>');
  });
});

describe('positions', () => {
  it.each([
    ['remark-parse', remarkParser],
    ['satteri', satteriParser],
  ] as const)('of %s count UTF-16 units, from 1', (_name, parser) => {
    const tree = unified().use(parser).parse('Chữ 😀\n\n> *đậm*\n');
    const quote = tree.children[1];
    expect(quote?.position?.start).toMatchObject({ line: 3, column: 1 });
    expect(tree.children[0]?.position?.end).toMatchObject({ line: 1, column: 7 });
  });
});
