import type { Root } from 'mdast';
import { everyNode } from './every-node.ts';

/** A tilde that stands alone: what most texts are without is seen at once. */
const single = /(?<!~)~(?!~)/;

/** Whether something is struck out by one tilde on each side, as GitHub allows and satteri always reads. */
export const hasSingleTilde = (tree: Root, text: string): boolean => {
  if (!single.test(text)) return false;
  for (const { type, position } of everyNode(tree))
    if (
      type === 'delete' &&
      position?.start.offset !== undefined &&
      !text.startsWith('~~', position.start.offset)
    )
      return true;
  return false;
};
