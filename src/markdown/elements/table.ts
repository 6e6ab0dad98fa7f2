import type { Element } from 'hast';
import type { Handler } from '../walk.ts';

/**
 * Puts the table into a region that scrolls by itself and can be reached by keyboard; its label follows at
 * the end.
 */
export const table: Handler = (element, walk) => {
  element.children = walk.all(element.children);
  const region: Element = {
    type: 'element',
    tagName: 'section',
    properties: { className: ['table-scroll'], tabIndex: 0 },
    children: [element],
  };
  walk.tables.push(region);
  return [region];
};

/** Names the regions of tables; numbers tell several apart. */
export const labelTables = (regions: readonly Element[], label: string): void => {
  regions.forEach((region, index) => {
    region.properties.ariaLabel = regions.length > 1 ? `${label} ${index + 1}` : label;
  });
};

const sides = new Set(['left', 'center', 'right']);

/** Alignment by class: HTML has no `align` any more, and a strict CSP allows no `style`. */
export const cell: Handler = (element, walk) => {
  element.children = walk.all(element.children);
  const { align, className, ...rest } = element.properties;
  if (typeof align !== 'string') return undefined;
  const classes = [
    ...(Array.isArray(className) ? className : []),
    ...(sides.has(align) ? [`align-${align}`] : []),
  ];
  element.properties = classes.length > 0 ? { ...rest, className: classes } : rest;
  return undefined;
};
