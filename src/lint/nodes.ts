import type { Nodes } from 'mdast';

/** Every node of a tree in the order of the text, without those below `except`. */
export function* nodes(tree: Nodes, except: (node: Nodes) => boolean = () => false): Generator<Nodes> {
  if (except(tree)) return;
  yield tree;
  if ('children' in tree) for (const child of tree.children) yield* nodes(child, except);
}

/** The words of a node: those of its texts and the alternative texts of its pictures. */
export const wordsOf = (node: Nodes): string =>
  [...nodes(node)]
    .map((inner) =>
      inner.type === 'image'
        ? (inner.alt ?? '')
        : 'value' in inner && inner.type !== 'html'
          ? inner.value
          : '',
    )
    .join('');
