import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Plugin } from 'unified';
import { type BlockNames, findBlock } from '../blocks/block.ts';
import { deepFences } from './deep-fences.ts';

interface Options {
  readonly text: string;
  readonly names: BlockNames;
}

/**
 * Generic directives for remark-parse, as in remark-directive, with two limits. Within a line only names of
 * blocks count, followed by brackets or braces (`lúc 8:30` and `2:1[^2]` are text). Containers that are
 * nested too deep stay text, since each level is parsed once more.
 */
export const directiveSyntax: Plugin<[Options]> = function ({ text, names }) {
  const { text: inline = {}, flow = {} } = directive();
  const [container, leaf] = flow[colon] as [Construct, Construct];
  const deep = new Set(deepFences(text).map(({ line }) => line));
  const named = /:([\p{L}\p{N}_-]+)(?=[[{])/uy;
  const isInline = ({ offset }: Point): boolean => {
    named.lastIndex = offset;
    return findBlock(names, named.exec(text)?.[1] ?? '')?.inline === true;
  };
  const data = this.data();
  (data.micromarkExtensions ??= []).push({
    text: { [colon]: onlyWhere(inline[colon] as Construct, isInline) },
    flow: { [colon]: [onlyWhere(container, ({ line }) => !deep.has(line)), leaf] },
  });
  (data.fromMarkdownExtensions ??= []).push([directiveFromMarkdown()]);
};

const colon = 58;
type Syntax = ReturnType<typeof directive>;
type Construct = Extract<NonNullable<NonNullable<Syntax['text']>[string]>, { readonly tokenize: unknown }>;
type Point = ReturnType<ThisParameterType<Construct['tokenize']>['now']>;

/** The construct, limited to certain positions. */
const onlyWhere = (construct: Construct, fits: (place: Point) => boolean): Construct => ({
  ...construct,
  tokenize(effects, ok, nok) {
    return fits(this.now()) ? construct.tokenize.call(this, effects, ok, nok) : nok;
  },
});
