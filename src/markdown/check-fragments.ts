import type { Element, ElementContent, Root, RootContent } from 'hast';
import { decodeFragment } from '../addresses/locate.ts';
import { toSlug } from '../addresses/slug.ts';
import type { Walk } from './walk.ts';

/**
 * The id that an author meant: the anchor itself, with the prefix of ids in raw HTML, or as a slug of a
 * heading's text.
 */
const findId = (anchor: string, ids: ReadonlySet<string>): string | undefined =>
  [anchor, `user-content-${anchor}`, toSlug(anchor)].find((id) => ids.has(id));

/** Checks the links within the page against all its ids, and returns the broken ones. */
export const checkFragments = ({ fragments, ids, report }: Walk): Set<Element> => {
  const dead = new Set<Element>();
  for (const { element, place } of fragments) {
    const url = String(element.properties.href).trim();
    const anchor = decodeFragment(url.slice(1));
    if (anchor === '' || anchor === 'top') continue;
    const id = findId(anchor, ids);
    if (id !== undefined) {
      if (id !== anchor) element.properties.href = `#${id}`;
      continue;
    }
    report('dead-anchor', { url: `#${anchor}`, anchor }, place);
    dead.add(element);
  }
  return dead;
};

const all = <Content extends RootContent>(
  children: readonly Content[],
  dead: ReadonlySet<Element>,
): (Content | ElementContent)[] =>
  children.flatMap((child): (Content | ElementContent)[] => {
    if (child.type !== 'element') return [child];
    child.children = all(child.children, dead);
    return dead.has(child) ? child.children : [child];
  });

/** Replaces elements by their children. */
export const unwrap = (tree: Root, elements: ReadonlySet<Element>): void => {
  if (elements.size > 0) tree.children = all(tree.children, elements);
};
