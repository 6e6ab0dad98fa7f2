import type { Commit } from './history-record.ts';

/**
 * When each commit became part of the main line, in seconds since the epoch: one that was made on a branch
 * did so when the branch was merged. The main line is that of first parents, but for merges of the main
 * branch itself (`git pull`, a branch brought up to date), where it is the other one.
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
