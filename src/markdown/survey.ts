import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

import { MAX_DEPTH } from './limits.ts';

/** What must be known of a tree before it is worked on. */
export interface Survey {
  /** More than {@link MAX_DEPTH} levels: nothing recursive may touch the tree. */
  readonly deep: boolean;
  /** There is raw HTML. */
  readonly html: boolean;
  /** Characters in code blocks that name their language. */
  readonly code: number;
  /** What links and footnotes refer to. */
  readonly definitions: readonly (Definition | FootnoteDefinition)[];
}

/** Looks at every node once, in the order of the document, without recursion. */
export const survey = (tree: Root): Survey => {
  const definitions: Survey['definitions'][number][] = [];
  let html = false;
  let code = 0;
  // The lists of siblings that lead to the node at hand, and how far each was looked at.
  const lists: (readonly Nodes[])[] = [[tree]];
  const seen = [0];
  while (lists.length > 0) {
    const top = lists.length - 1;
    const index = seen[top] ?? 0;
    seen[top] = index + 1;
    const node = lists[top]?.[index];
    if (!node) {
      lists.pop();
      seen.pop();
      continue;
    }
    if (node.type === 'definition' || node.type === 'footnoteDefinition') definitions.push(node);
    if ('children' in node) {
      if (node.children.length === 0) continue;
      if (top === MAX_DEPTH) return { deep: true, html, code, definitions };
      lists.push(node.children);
      seen.push(0);
    } else if (node.type === 'html') html = true;
    else if (node.type === 'code' && node.lang) code += node.value.length;
  }
  return { deep: false, html, code, definitions };
};
