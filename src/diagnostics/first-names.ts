/** As many names are shown. */
const most = 3;

/** The values of a message about several files: how many, the first names, and how many there are besides. */
export function firstNames(names: readonly string[]) {
  const more = names.length - most;
  return {
    count: names.length,
    names: names.slice(0, most).join(', '),
    ...(more > 0 && { more }),
  };
}
