import type { Root } from 'mdast';
import { type PluggableList, unified } from 'unified';

import { lazy } from '../bytes/lazy.ts';
import { isNestedDeep } from './is-nested-deep.ts';
import { MAX_DEPTH, MAX_REFERENCES, NestedTooDeep } from './limits.ts';

export interface ParseOptions {
  /** `auto` is satteri unless a plugin extends the syntax or satteri's binary does not load. */
  readonly parser: 'auto' | 'satteri' | 'remark';
  readonly remarkPlugins: PluggableList;
}

/** Throws {@link NestedTooDeep} for what the parser had better not begin with. */
export type Parse = (text: string) => Root | Promise<Root>;

/** Whether one of the plugins teaches the parser new syntax, which remark-parse alone can learn. */
const extendsSyntax = (plugins: PluggableList): boolean => {
  if (plugins.length === 0) return false;
  const data = unified().use(plugins).freeze().data();
  return 'micromarkExtensions' in data || 'fromMarkdownExtensions' in data;
};

const loadSatteri = async (): Promise<Parse> => {
  const { satteriParser } = await import('./satteri-parser.ts');
  const processor = unified().use(satteriParser).freeze();
  const other = lazy(() => loadRemark([]));
  return (text) => (hasManyReferences(text) ? other().then((parse) => parse(text)) : processor.parse(text));
};

/**
 * satteri needs memory in the square of the character references (`&amp;`) of a paragraph: more than a
 * gigabyte for 20,000.
 */
const hasManyReferences = (text: string): boolean => {
  let count = 0;
  for (let at = text.indexOf('&'); at >= 0 && count <= MAX_REFERENCES; at = text.indexOf('&', at + 1))
    count++;
  return count > MAX_REFERENCES;
};

const loadRemark = async (plugins: PluggableList): Promise<Parse> => {
  const { remarkParser } = await import('./remark-parser.ts');
  const processor = unified().use(remarkParser).use(plugins).freeze();
  return (text) => {
    if (isNestedDeep(text, MAX_DEPTH)) throw new NestedTooDeep();
    return processor.parse(text);
  };
};

/**
 * The parser that the options ask for, or the one that fits. Rejects when `satteri` is asked for by name and
 * does not load.
 */
export const createParse = async ({ parser, remarkPlugins }: ParseOptions): Promise<Parse> => {
  if (parser === 'remark' || extendsSyntax(remarkPlugins)) return loadRemark(remarkPlugins);
  if (parser === 'satteri') return loadSatteri();
  return loadSatteri().catch(() => loadRemark(remarkPlugins));
};
