import { expect, test } from 'vitest';
import { createCommitGraph } from '../../src/history/commit-graph.ts';

/** Commits by the places of their parents. */
const graph = (...parents: number[][]) => createCommitGraph(parents.map((places) => ({ parents: places })));

// 0 ─ 1 ─ 3 ─ 5 ─ 6     the line of first parents
//     └ 2 ─ 4 ┘         a branch
const merged = graph([], [0], [1], [1], [2], [3, 4], [5]);

test.each([
  [0, 6, true, true],
  [3, 6, true, true],
  [2, 6, false, true],
  [2, 4, true, true],
  [4, 3, false, false],
  [6, 6, true, true],
])('%i before %i: on its line %s, an ancestor %s', (old, commit, onLine, ancestor) => {
  expect([merged.isOnLine(old, commit), merged.isAncestor(old, commit)]).toEqual([onLine, ancestor]);
});

test.each([
  [3, 4, [1], [2, 4]],
  [4, 3, [1], [3]],
  [6, 4, [4], []],
  [1, 6, [1], [2, 3, 4, 5, 6]],
])('of %i and %i the bases are %j, and the second brings %j', (commit, other, bases, brought) => {
  const found = merged.compare(commit, other);
  expect([[...found.bases].sort(), [...found.brought].sort()]).toEqual([bases, brought]);
});

test('two branches that merged each other have two bases; strangers have none', () => {
  const crossed = graph([], [0], [0], [1, 2], [2, 1], [3], [4]);
  expect([...crossed.compare(5, 6).bases].sort()).toEqual([1, 2]);
  expect(graph([], []).compare(0, 1)).toEqual({ bases: [], brought: [1] });
});
