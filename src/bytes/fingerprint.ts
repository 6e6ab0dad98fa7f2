import type { Digest } from '../brands.ts';
import { digestOf } from './digest.ts';

class Returned {
  constructor(value: object) {
    // biome-ignore lint/correctness/noConstructorReturn: so that a subclass puts its private field on a value that is there already
    return value;
  }
}
/**
 * Notes the digest of a value on the value itself, where neither copies nor loops see it. A weak map costs
 * three times as much, and more with each garbage collection.
 */
class Shared extends Returned {
  #digest: Digest | undefined;
  static has(value: object): value is Shared {
    return #digest in value;
  }
  static digestOf(value: Shared): Digest {
    value.#digest ??= digestOf(writeInner(value));
    return value.#digest;
  }
}

/**
 * Marks a value that stands in the props of many pages, such as a card: its digest is then worked out once
 * and combined, where serialising it into every page's props would be the largest part of a build with
 * nothing to do. The value must never change afterwards.
 */
export function shared<Value extends object>(value: Value): Value {
  if (!Shared.has(value)) new Shared(value);
  return value;
}

/**
 * Digest of plain data (objects, arrays, strings, numbers, booleans, null): the same for the same data,
 * whatever was {@link shared}.
 */
export const fingerprint = (value: unknown): Digest => digestOf(write(value));

/**
 * Unambiguous text of a value: lengths stand before strings, keys are in the order in which they were
 * written.
 */
function write(value: unknown): string {
  if (typeof value === 'string') return `${value.length}:${value}`;
  if (typeof value !== 'object' || value === null) return `${String(value)};`;
  return Shared.has(value) ? `#${Shared.digestOf(value)}` : writeInner(value);
}

function writeInner(value: object): string {
  if (Array.isArray(value)) {
    let text = '[';
    for (const item of value) text += write(item);
    return `${text}]`;
  }
  let text = '{';
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined) text += `${key.length}:${key}${write(inner)}`;
  }
  return `${text}}`;
}

/** JSON that is the same for the same data, in whatever order the keys of objects were written. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, inOrder);

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
