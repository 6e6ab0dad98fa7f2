interface Input {
  readonly targets: readonly object[];
  /** Those of them that a target has. */
  readonly fields: readonly string[];
  /** Sets them all. */
  readonly make: () => void;
}

/** Lets fields be made, all at once, when one of them is first read. */
export function onDemand({ targets, fields, make }: Input): void {
  let made = false;
  const accessors = fields.map((field) => {
    const keep = (target: object, value: unknown): void => void Object.defineProperty(target, field, { value, writable: true, enumerable: true, configurable: true });
    const descriptor: PropertyDescriptor = {
      enumerable: true,
      configurable: true,
      get(this: object) {
        // Empty while they are made, as they are then in a build of the whole.
        keep(this, []);
        if (!made) {
          made = true;
          make();
        }
        return Reflect.get(this, field) as unknown;
      },
      set(this: object, value) {
        keep(this, value);
      },
    };
    return [field, descriptor] as const;
  });
  for (const target of targets) for (const [field, descriptor] of accessors) if (field in target) Object.defineProperty(target, field, descriptor);
}
