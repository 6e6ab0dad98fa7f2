import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { BlockReference } from '../types.ts';
import { blockEnd, blockToken } from './tokens.ts';
import type { Walk } from './walk.ts';

/**
 * The element that stands for a block between Markdown and the page's HTML, as the site's rehype plugins see
 * it.
 */
export const BLOCK = 'broadsheet-block';
/** The element of a block within a line. */
export const INLINE_BLOCK = 'broadsheet-inline-block';

/** A block as its author wrote it. Positions of attributes are in the body. */
export type WrittenBlock = Pick<BlockReference, 'block' | 'name' | 'form' | 'label' | 'attributes'>;

/** Data from which remark-rehype makes the element of a block. */
export const withBlock = (written: WrittenBlock, tagName: string) => ({
  hName: tagName,
  hProperties: propertiesOf(written),
});

const propertiesOf = ({ attributes, ...written }: WrittenBlock): Properties => ({
  ...written,
  attributes: JSON.stringify(attributes),
});

/** The element of a block. */
export const toBlockElement = (written: WrittenBlock, children: ElementContent[]): Element => ({
  type: 'element',
  tagName: BLOCK,
  properties: propertiesOf(written),
  children,
});

/** The block of an element; undefined for an element of the same name that an author wrote. */
function readBlock({ properties }: Element): WrittenBlock | undefined {
  const { block, name, form, label, attributes } = properties;
  if (typeof block !== 'string' || typeof name !== 'string' || typeof attributes !== 'string')
    return undefined;
  return {
    block,
    name,
    form: form === 'leaf' || form === 'inline' ? form : 'container',
    ...(typeof label === 'string' && { label }),
    attributes: JSON.parse(attributes) as WrittenBlock['attributes'],
  };
}

/** The block's children between two tokens. Its label counts as words of the body. */
export function block(element: Element, walk: Walk): ElementContent[] {
  const written = readBlock(element);
  if (!written) return walk.all(element.children);
  if (written.label !== undefined) walk.all<ElementContent>([{ type: 'text', value: written.label }]);
  const place = walk.place();
  const attributes = Object.entries(written.attributes).map(([key, [value, line, column]]) => {
    const at = walk.locate({ line, column });
    return [key, [value, at.line, at.column] as const] as const;
  });
  const rows = rowsOf(element);
  const number = walk.references.push({
    kind: 'block',
    ...written,
    attributes: Object.fromEntries(attributes),
    ...(rows && { rows }),
    ...walk.locate(place),
  });
  return [
    { type: 'raw', value: blockToken(number - 1) },
    ...walk.all(element.children),
    { type: 'raw', value: blockEnd },
  ];
}

/** The cells of a table that is a direct child of a block. */
function rowsOf({ children }: Element): string[][] | undefined {
  const table = children.find((child) => isElement(child, 'table'));
  if (!table) return undefined;
  const rows: string[][] = [];
  const gather = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      if (node.tagName !== 'tr') gather(node.children);
      else
        rows.push(
          node.children.flatMap((cell) =>
            isElement(cell, 'td') || isElement(cell, 'th') ? [toString(cell).trim()] : [],
          ),
        );
    }
  };
  gather(table.children);
  return rows;
}

const isElement = (node: ElementContent, tagName: string): node is Element =>
  node.type === 'element' && node.tagName === tagName;
