/** The field at a place as authors name it: `image.src`. Numbers, which are places in lists, are left out. */
export const fieldName = (at: readonly PropertyKey[]): string =>
  at
    .filter((step) => typeof step !== 'number')
    .map(String)
    .join('.');
