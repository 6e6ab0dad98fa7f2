import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { Plugin } from 'unified';

export interface ParserOptions {
  /** GitHub's tables, strikethrough, autolink literals, task lists and footnotes; on by default. */
  readonly gfm?: boolean;
  /** Whether one tilde on each side strikes out like two; off by default. satteri ignores it. */
  readonly singleTilde?: boolean;
}

/**
 * Unified parser with satteri (Rust): plain mdast with positions. Importing this file loads its binary, and
 * throws where there is none.
 */
export const satteriParser: Plugin<[ParserOptions?], string, Root> = function (options = {}) {
  const features = { frontmatter: false, gfm: options.gfm ?? true };
  this.parser = (text) => markdownToMdast(text, { features });
};
