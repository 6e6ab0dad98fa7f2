interface Input {
  readonly value: unknown;
  /** Keys to be left out, in NFC. A dot goes one object deeper; a list is gone through as if its items stood in its place. */
  readonly keys: readonly string[];
  /** Is told each key that is left out, as a path, with what stood under it. */
  readonly hidden?: (key: string, value: unknown) => void;
}

/** The value without some of the keys of its objects. */
export function hideKeys({ value, keys, hidden = () => {} }: Input): unknown {
  if (keys.length === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => hideKeys({ value: item, keys, hidden }));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      const name = key.normalize('NFC');
      if (keys.includes(name)) {
        hidden(key, inner);
        return [];
      }
      const below = keys.flatMap((path) => (path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : []));
      return [[key, hideKeys({ value: inner, keys: below, hidden: (path, value) => hidden(`${key}.${path}`, value) })]];
    }),
  );
}
