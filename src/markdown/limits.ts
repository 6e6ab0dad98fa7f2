import type { Nodes, Root } from 'hast';

/** Deepest level of Markdown nodes below the root: the stages after the parser are recursive. */
export const MAX_DEPTH = 100;

/** The same for the HTML tree, which has a few more levels for tables, code and footnotes. */
export const MAX_HTML_DEPTH = MAX_DEPTH + 20;

/**
 * Most characters of code in a document that are highlighted: the time of some grammars is quadratic in the
 * length.
 */
export const MAX_HIGHLIGHTED = 50_000;

/** Most ampersands in a document for satteri. */
export const MAX_REFERENCES = 5_000;

/** Deepest nesting of blocks: the content of a block is parsed once for each block around it. */
export const MAX_BLOCK_DEPTH = 8;

/** Most table cells in a document, including those that fill up short rows. */
export const MAX_CELLS = 50_000;

/** A body is nested deeper than the limits allow. A `RangeError`, like a stack overflow. */
export class NestedTooDeep extends RangeError {
  override readonly name = 'NestedTooDeep';
}

/** Whether a tree has more than `limit` levels below its root. Not recursive, so any depth is safe. */
export const isDeeper = (tree: Root, limit: number): boolean => {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    const next: Nodes[] = [];
    for (const node of level) if ('children' in node) for (const child of node.children) next.push(child);
    level = next;
  }
  return false;
};
