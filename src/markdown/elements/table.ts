import type { Element } from 'hast';
import type { Handler } from '../walk.ts';

/**
 * Puts the table into a scrollable region that the keyboard can reach. The region gets its label at the end.
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

/** Labels the regions of tables, with numbers when there are several. */
export const labelTables = (regions: readonly Element[], label: string): void => {
  regions.forEach((region, index) => {
    region.properties.ariaLabel = regions.length > 1 ? `${label} ${index + 1}` : label;
  });
};

const sides = new Set(['left', 'center', 'right']);

/** Sets the alignment by class: `align` is obsolete, and a strict CSP allows no `style`. */
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
