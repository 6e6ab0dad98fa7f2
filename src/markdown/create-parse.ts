import type { Root } from 'mdast';
import { type PluggableList, unified } from 'unified';

import type { BlockNames } from '../blocks/block.ts';
import { mayHaveDirectives } from '../blocks/block.ts';
import { lazy } from '../bytes/lazy.ts';
import { isNestedDeep } from './is-nested-deep.ts';
import { MAX_DEPTH, MAX_REFERENCES, NestedTooDeep } from './limits.ts';
import { hasSingleTilde } from './single-tilde.ts';
import { trimAutolinks } from './trim-autolinks.ts';

export interface ParseOptions {
  /** `auto` is satteri unless a plugin extends the syntax or satteri's binary does not load. */
  readonly parser: 'auto' | 'satteri' | 'remark';
  readonly remarkPlugins: PluggableList;
  /** Whether `~a~` is struck out like `~~a~~`. */
  readonly singleTilde: boolean;
  /** The names of blocks. */
  readonly blocks: BlockNames;
}

/** Throws {@link NestedTooDeep} for a text that the parser cannot handle. */
export type Parse = (text: string) => Root | Promise<Root>;

/** Whether a plugin extends the syntax, which only remark-parse supports. */
const extendsSyntax = (plugins: PluggableList): boolean => {
  if (plugins.length === 0) return false;
  const data = unified().use(plugins).freeze().data();
  return 'micromarkExtensions' in data || 'fromMarkdownExtensions' in data;
};

const loadSatteri = async (options: ParseOptions): Promise<Parse> => {
  const { satteriParser } = await import('./satteri-parser.ts');
  const processor = unified().use(satteriParser).freeze();
  const remark = lazy(() => loadRemark({ ...options, remarkPlugins: [] }));
  const byRemark = (text: string) => remark().then((parse) => parse(text));
  return (text) => {
    if (hasManyReferences(text) || mayHaveDirectives(text, options.blocks)) return byRemark(text);
    const tree = processor.parse(text);
    return !options.singleTilde && hasSingleTilde(tree, text) ? byRemark(text) : trimAutolinks(tree, text);
  };
};

/**
 * satteri's memory is quadratic in the number of character references (`&amp;`) of a paragraph: more than a
 * gigabyte for 20,000.
 */
const hasManyReferences = (text: string): boolean => {
  let count = 0;
  for (let at = text.indexOf('&'); at >= 0 && count <= MAX_REFERENCES; at = text.indexOf('&', at + 1))
    count++;
  return count > MAX_REFERENCES;
};

const loadRemark = async ({ remarkPlugins, singleTilde, blocks }: ParseOptions): Promise<Parse> => {
  const { remarkParser } = await import('./remark-parser.ts');
  const plain = unified().use(remarkParser, { singleTilde }).use(remarkPlugins);
  const processor = plain().freeze();
  return async (text) => {
    if (isNestedDeep(text, MAX_DEPTH)) throw new NestedTooDeep();
    const withBlocks = mayHaveDirectives(text, blocks)
      ? plain().use((await import('./directive-syntax.ts')).directiveSyntax, { text, names: blocks })
      : processor;
    return trimAutolinks(withBlocks.parse(text), text);
  };
};

/** The parser in the options, or the one that fits. Rejects when `satteri` is named and does not load. */
export const createParse = async (options: ParseOptions): Promise<Parse> => {
  const { parser, remarkPlugins } = options;
  if (parser === 'remark' || extendsSyntax(remarkPlugins)) return loadRemark(options);
  if (parser === 'satteri') return loadSatteri(options);
  return loadSatteri(options).catch(() => loadRemark(options));
};
