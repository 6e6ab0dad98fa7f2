import type { Element, ElementContent, Root, RootContent } from 'hast';

const all = <Content extends RootContent>(children: readonly Content[], dead: ReadonlySet<Element>): (Content | ElementContent)[] =>
  children.flatMap((child): (Content | ElementContent)[] => {
    if (child.type !== 'element') return [child];
    child.children = all(child.children, dead);
    return dead.has(child) ? child.children : [child];
  });

/** Puts the children of the given elements in their place. */
export const unwrap = (tree: Root, elements: ReadonlySet<Element>): void => {
  if (elements.size > 0) tree.children = all(tree.children, elements);
};
