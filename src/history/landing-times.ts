import type { Commit } from './history-record.ts';

/**
 * When each commit reached the main line, in seconds since the epoch: for a commit of a branch, when the
 * branch was merged. The main line follows first parents, except at merges of the main branch itself (`git
 * pull`, a branch brought up to date), where it follows the other parent.
 */
export function landingTimes(commits: readonly Commit[], main: readonly string[]): readonly number[] {
  const names = main.map((name) => name.replace(/[^\w/-]/g, '\\$&')).join('|');
  const isOfMain = new RegExp(`^Merge (?:branch '|remote-tracking branch '[^'/]+/)(?:${names})'`);
  const line: number[] = [];
  for (let at: number | undefined = commits.length - 1; at !== undefined && at >= 0; ) {
    line.push(at);
    const commit: Commit | undefined = commits[at];
    at =
      commit && isOfMain.test(commit.subject) ? (commit.parents[1] ?? commit.parents[0]) : commit?.parents[0];
  }
  const times = new Array<number>(commits.length).fill(-1);
  for (const landed of line.reverse()) {
    const time = commits[landed]?.time ?? 0;
    const open = [landed];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (times[at] !== -1) continue;
      times[at] = time;
      open.push(...(commits[at]?.parents ?? []));
    }
  }
  return times;
}
