/** A commit. Its parents are indexes in the list of commits, smaller than its own. */
interface Node {
  readonly parents: readonly number[];
}

export interface CommitGraph {
  /** Whether `old` is `commit` or reached from it through first parents alone. */
  readonly isOnLine: (old: number, commit: number) => boolean;
  /** Whether `old` is `commit` or one of its ancestors. */
  readonly isAncestor: (old: number, commit: number) => boolean;
  /** The best common ancestors of two commits, and the commits that only `other` has. */
  readonly compare: (
    commit: number,
    other: number,
  ) => { readonly bases: readonly number[]; readonly brought: readonly number[] };
}

/** Answers how commits descend from each other. Parents come before their children. */
export function createCommitGraph(commits: readonly Node[]): CommitGraph {
  const { enter, leave } = firstParentTree(commits);
  const isOnLine = (old: number, commit: number): boolean =>
    (enter[old] ?? 0) <= (enter[commit] ?? 0) && (leave[commit] ?? 0) <= (leave[old] ?? 0);
  return {
    isOnLine,
    isAncestor: (old, commit) => {
      const seen = new Set<number>();
      const open = [commit];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (at < old || seen.has(at)) continue;
        if (isOnLine(old, at)) return true;
        seen.add(at);
        open.push(...(commits[at]?.parents ?? []));
      }
      return false;
    },
    compare: (commit, other) => {
      const marks = new Map<number, number>();
      const open = createHeap();
      /** How many commits are open that are not marked as stale. */
      let own = 0;
      const mark = (at: number, bits: number): void => {
        const before = marks.get(at);
        if (before === undefined) open.push(at);
        const after = (before ?? 0) | bits;
        marks.set(at, after);
        own += Number((after & stale) === 0) - Number(before !== undefined && (before & stale) === 0);
      };
      mark(commit, left);
      mark(other, right);
      const bases: number[] = [];
      const brought: number[] = [];
      while (own > 0) {
        const at = open.pop();
        const bits = marks.get(at) ?? 0;
        if ((bits & stale) === 0) own -= 1;
        if (bits === (left | right)) bases.push(at);
        if (bits === right) brought.push(at);
        for (const parent of commits[at]?.parents ?? [])
          mark(parent, (bits & (left | right)) === (left | right) ? left | right | stale : bits);
      }
      return { bases, brought };
    },
  };
}

const left = 1;
const right = 2;
/** Marks an ancestor of a common ancestor. */
const stale = 4;

/**
 * Numbers each commit such that one comparison tells whether a commit is on another's line of first parents.
 */
function firstParentTree(commits: readonly Node[]): { enter: Int32Array; leave: Int32Array } {
  const child = new Int32Array(commits.length).fill(-1);
  const sibling = new Int32Array(commits.length).fill(-1);
  const roots: number[] = [];
  for (const [index, { parents }] of commits.entries()) {
    const [parent] = parents;
    if (parent === undefined) roots.push(index);
    else {
      sibling[index] = child[parent] ?? -1;
      child[parent] = index;
    }
  }
  const enter = new Int32Array(commits.length);
  const leave = new Int32Array(commits.length);
  let clock = 0;
  const open = roots;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at < 0) {
      leave[~at] = clock;
      continue;
    }
    enter[at] = ++clock;
    open.push(~at);
    for (let next = child[at] ?? -1; next >= 0; next = sibling[next] ?? -1) open.push(next);
  }
  return { enter, leave };
}

/** A heap that returns the greatest number first. */
function createHeap(): { push: (value: number) => void; pop: () => number } {
  const heap: number[] = [];
  const at = (index: number): number => heap[index] ?? -1;
  const swap = (a: number, b: number): void => void ([heap[a], heap[b]] = [at(b), at(a)]);
  return {
    push: (value) => {
      heap.push(value);
      for (let index = heap.length - 1; index > 0; ) {
        const parent = (index - 1) >> 1;
        if (at(parent) >= at(index)) break;
        swap(index, parent);
        index = parent;
      }
    },
    pop: () => {
      const top = at(0);
      const last = heap.pop() ?? -1;
      if (heap.length > 0) {
        heap[0] = last;
        for (let index = 0; ; ) {
          const child = at(2 * index + 1) >= at(2 * index + 2) ? 2 * index + 1 : 2 * index + 2;
          if (child >= heap.length || at(child) <= at(index)) break;
          swap(index, child);
          index = child;
        }
      }
      return top;
    },
  };
}
