import type { Nodes, Root } from 'mdast';

/** Every node of a tree in the order of the document, without recursion, so any depth is safe. */
export function* everyNode(tree: Root): Generator<Nodes> {
  const left: Nodes[] = [tree];
  for (let node = left.pop(); node; node = left.pop()) {
    yield node;
    if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child) left.push(child);
      }
  }
}
