import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

import { MAX_DEPTH } from './limits.ts';

/** Facts about a tree that decide how it is processed. */
export interface Survey {
  /** Deeper than {@link MAX_DEPTH}: nothing recursive may process the tree. */
  readonly deep: boolean;
  /** Whether there is raw HTML. */
  readonly html: boolean;
  /** Number of characters in code blocks with a language. */
  readonly code: number;
  /** Definitions of links and footnotes. */
  readonly definitions: readonly (Definition | FootnoteDefinition)[];
}

/** Visits every node once, in document order, without recursion. */
export const survey = (tree: Root): Survey => {
  const definitions: Survey['definitions'][number][] = [];
  let html = false;
  let code = 0;
  // The lists of siblings that lead to the current node, and the index in each.
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
