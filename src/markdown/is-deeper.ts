import type { Nodes, Root } from 'hast';

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
