/**
 * Whether a merge changed the text itself: it has a line that none of its parents has, or lacks one that all
 * of them have.
 */
export function isWrittenInMerge({
  parents,
  merged,
}: {
  parents: readonly ReadonlySet<string>[];
  merged: ReadonlySet<string>;
}): boolean {
  for (const line of merged) if (!parents.some((parent) => parent.has(line))) return true;
  const [first, ...others] = parents;
  for (const line of first ?? [])
    if (!merged.has(line) && others.every((parent) => parent.has(line))) return true;
  return false;
}
