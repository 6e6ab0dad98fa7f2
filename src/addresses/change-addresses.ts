import type { Properties } from 'hast';

const addresses = ['href', 'src', 'poster', 'cite', 'data'];

/** Changes every address of an element in place; `more` names further properties that are addresses. */
export function changeAddresses(
  properties: Properties,
  change: (address: string) => string,
  more: readonly string[] = [],
): void {
  for (const name of [...addresses, ...more]) {
    const value = properties[name];
    if (typeof value === 'string') properties[name] = change(value);
  }
  const { srcSet } = properties;
  // Each with its width, one after another.
  if (typeof srcSet === 'string') properties.srcSet = srcSet.replace(/(?<=^\s*|,\s+)\S+/g, change);
}
