import type { Nodes, Root } from 'hast';

/**
 * Levels of Markdown nodes that a body may have below its root: the stages behind the parser are recursive.
 */
export const MAX_DEPTH = 100;

/** The same for the HTML tree, which has a few levels more for tables, code and footnotes. */
export const MAX_HTML_DEPTH = MAX_DEPTH + 20;

/**
 * Characters of code in one document up to which it is highlighted: some grammars need time in the square of
 * the length.
 */
export const MAX_HIGHLIGHTED = 50_000;

/** Ampersands up to which a document is given to satteri. */
export const MAX_REFERENCES = 5_000;

/** Blocks that may stand within each other: what a block holds is parsed once for each block around it. */
export const MAX_BLOCK_DEPTH = 8;

/** Cells that the tables of a document may have together, those counted by which short rows are filled up. */
export const MAX_CELLS = 50_000;

/** A body is nested deeper than the limits allow. A `RangeError`, as the stack's overflow is. */
export class NestedTooDeep extends RangeError {
  override readonly name = 'NestedTooDeep';
}

/** Whether a tree has more than `limit` levels below its root. Never recursive, so any depth is safe. */
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
