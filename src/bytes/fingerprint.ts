import type { Digest } from '../brands.ts';
import { digestOf } from './digest.ts';

class Returned {
  constructor(value: object) {
    // biome-ignore lint/correctness/noConstructorReturn: so that a subclass puts its private field on a value that is there already
    return value;
  }
}
/**
 * Stores the digest of a value on the value itself, invisible to copies and loops. A weak map takes three
 * times as long, and more with each garbage collection.
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
 * Marks a value that is in the props of many pages, such as a card. Its digest is then computed once and
 * combined; serialising it into every page's props would be the largest part of a build with nothing to do.
 * The value must never change afterwards.
 */
export function shared<Value extends object>(value: Value): Value {
  if (!Shared.has(value)) new Shared(value);
  return value;
}

/**
 * Digest of plain data (objects, arrays, strings, numbers, booleans, null): the same for equal data, {@link
 * shared} or not.
 */
export const fingerprint = (value: unknown): Digest => digestOf(write(value));

/** Unambiguous text of a value: strings have a length prefix, and keys keep their order. */
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

/** JSON that is the same for equal data, in any order of keys. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, inOrder);

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
