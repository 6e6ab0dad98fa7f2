import type { Nodes } from 'mdast';

/**
 * Every node of a tree in document order, without the descendants of nodes in `except`. Without recursion, so
 * any depth is safe.
 */
export function* everyNode(tree: Nodes, except: (node: Nodes) => boolean = () => false): Generator<Nodes> {
  const left: Nodes[] = [tree];
  for (let node = left.pop(); node; node = left.pop()) {
    if (except(node)) continue;
    yield node;
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child) left.push(child);
      }
  }
}
