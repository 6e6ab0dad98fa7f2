import type { Handler } from '../walk.ts';

/** Gives the box of a task list its accessible name. */
export const input: Handler = (element, walk) => {
  const { properties } = element;
  if (properties.type === 'checkbox')
    properties.ariaLabel ??= properties.checked ? walk.options.labels.done : walk.options.labels.open;
  return undefined;
};
