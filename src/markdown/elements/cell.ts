import type { Handler } from '../walk.ts';

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
