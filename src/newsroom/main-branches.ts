const usual = ['main', 'master'];

/** Names of the branch that is published: the one that the configuration names, else that of `origin`, else the usual ones; a branch with one of these may have had the other before. */
export function mainBranches({ named, origin }: { named?: string; origin?: string }): readonly string[] {
  const name = named ?? origin ?? 'main';
  return usual.includes(name) ? [name, ...usual.filter((other) => other !== name)] : [name];
}
