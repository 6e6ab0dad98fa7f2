/** Whether a value says nothing: none, blank text, or a list or an object of nothing but such values. */
export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && !/\S/.test(value)) ||
  (typeof value === 'object' && Object.values(value).every(isEmpty));

/** An empty text that says something: the picture needs no description. */
const meant: ReadonlySet<string> = new Set(['alt']);

/** A value without what is empty in its lists and objects. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !isEmpty(item)).map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !isEmpty(inner) || (inner === '' && meant.has(key)))
      .map(([key, inner]) => [key, withoutEmpty(inner)]),
  );
}
