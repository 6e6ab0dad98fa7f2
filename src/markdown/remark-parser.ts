import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Plugin } from 'unified';

import type { ParserOptions } from './satteri-parser.ts';

/** Unified parser with remark-parse, which syntax extensions of other plugins can extend. */
export const remarkParser: Plugin<[ParserOptions?], string, Root> = function (options = {}) {
  this.use(remarkParse);
  if (options.gfm ?? true) this.use(remarkGfm, { singleTilde: options.singleTilde ?? false });
};
