import type { Nodes, Root } from 'mdast';

import { MAX_DEPTH } from './limits.ts';

/** What must be known of a tree before it is worked on. */
export interface Survey {
  /** More than {@link MAX_DEPTH} levels: nothing recursive may touch the tree. */
  readonly deep: boolean;
  /** There is raw HTML. */
  readonly html: boolean;
  /** Characters in code blocks that name their language. */
  readonly code: number;
}

/** Looks at every node once, level by level, without recursion. */
export const survey = (tree: Root): Survey => {
  let level: Nodes[] = [tree];
  let html = false;
  let code = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return { deep: true, html, code };
    const next: Nodes[] = [];
    for (const node of level) {
      if ('children' in node) for (const child of node.children) next.push(child);
      else if (node.type === 'html') html = true;
      else if (node.type === 'code' && node.lang) code += node.value.length;
    }
    level = next;
  }
  return { deep: false, html, code };
};
