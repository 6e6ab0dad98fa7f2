import type { Root } from 'mdast';
import { type PluggableList, unified } from 'unified';

import { isNestedDeep } from './is-nested-deep.ts';
import type { Labels } from './labels.ts';
import { MAX_DEPTH, NestedTooDeep } from './limits.ts';

export interface ParseOptions {
  /** `auto` is satteri unless a plugin extends the syntax or satteri's binary does not load. */
  readonly parser: 'auto' | 'satteri' | 'remark';
  readonly remarkPlugins: PluggableList;
}

export interface Parser {
  /** Throws {@link NestedTooDeep} for what the parser had better not begin with. */
  readonly parse: (text: string) => Root;
  /** The HTML that the parser makes of a text itself, if it can. */
  readonly toHtml?: (text: string, labels: Labels) => string;
}

/** Whether one of the plugins teaches the parser new syntax, which remark-parse alone can learn. */
const extendsSyntax = (plugins: PluggableList): boolean => {
  if (plugins.length === 0) return false;
  const data = unified().use(plugins).freeze().data();
  return 'micromarkExtensions' in data || 'fromMarkdownExtensions' in data;
};

const loadSatteri = async (): Promise<Parser> => {
  const [{ satteriParser }, { satteriHtml }] = await Promise.all([import('./satteri-parser.ts'), import('./satteri-html.ts')]);
  const processor = unified().use(satteriParser).freeze();
  return { parse: (text) => processor.parse(text), toHtml: satteriHtml };
};

const loadRemark = async (plugins: PluggableList): Promise<Parser> => {
  const { remarkParser } = await import('./remark-parser.ts');
  const processor = unified().use(remarkParser).use(plugins).freeze();
  return {
    parse: (text) => {
      if (isNestedDeep(text, MAX_DEPTH)) throw new NestedTooDeep();
      return processor.parse(text);
    },
  };
};

/** The parser that the options ask for, or the one that fits. Rejects when `satteri` is asked for by name and does not load. */
export const createParse = async ({ parser, remarkPlugins }: ParseOptions): Promise<Parser> => {
  if (parser === 'remark' || extendsSyntax(remarkPlugins)) return loadRemark(remarkPlugins);
  if (parser === 'satteri') return loadSatteri();
  return loadSatteri().catch(() => loadRemark(remarkPlugins));
};
