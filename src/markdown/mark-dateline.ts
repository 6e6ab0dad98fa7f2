import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';

import { datelineToken } from './tokens.ts';

/** Sets the dateline's token at the beginning of the first top-level paragraph that has words. */
export const markDateline = (tree: Root): void => {
  for (const node of tree.children) {
    if (node.type !== 'element' || node.tagName !== 'p' || toString(node).trim() === '') continue;
    node.children.unshift({ type: 'raw', value: datelineToken });
    return;
  }
};
