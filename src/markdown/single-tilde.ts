import type { Root } from 'mdast';
import { everyNode } from './every-node.ts';

/** A single tilde. Most texts have none, which is quick to see. */
const single = /(?<!~)~(?!~)/;

/** Whether single tildes strike something out, as GitHub allows and satteri always does. */
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
