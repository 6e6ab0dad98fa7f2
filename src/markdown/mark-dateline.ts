import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';

import { blockEnd, blockNumberOf, datelineToken } from './tokens.ts';

/**
 * Inserts the dateline's token at the beginning of the first top-level paragraph with words, outside blocks.
 */
export const markDateline = (tree: Root): void => {
  let blocks = 0;
  for (const node of tree.children) {
    if (node.type === 'raw') {
      if (blockNumberOf(node.value) !== undefined) blocks += 1;
      else if (node.value === blockEnd) blocks -= 1;
    }
    if (blocks > 0 || node.type !== 'element' || node.tagName !== 'p' || toString(node).trim() === '')
      continue;
    node.children.unshift({ type: 'raw', value: datelineToken });
    return;
  }
};
