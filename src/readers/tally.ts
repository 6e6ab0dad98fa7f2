import { hideAddresses, type Place } from './log-line.ts';

/** The counts of all logs of a run. */
export interface Tally {
  bytes: number;
  lines: number;
  bots: number;
  prefetches: number;
  /** Lines that are invalid, or have a time in the future. */
  broken: number;
  /** Lines older than the logs that are remembered. */
  old: number;
  /** Some of the broken lines, without addresses. */
  readonly samples: string[];
  /** Logs that could not be read to their end. */
  readonly failures: { readonly log: string; readonly error: unknown }[];
}

export const createTally = (): Tally => ({
  bytes: 0,
  lines: 0,
  bots: 0,
  prefetches: 0,
  broken: 0,
  old: 0,
  samples: [],
  failures: [],
});

/** How many broken lines are shown. */
const mostSamples = 3;

/** Counts a broken line, and keeps the first ones to show. */
export function countBroken(tally: Tally, { text, start, end }: Place): void {
  tally.broken += 1;
  if (tally.samples.length < mostSamples)
    tally.samples.push(toSample(text.slice(start, Math.min(end, start + 400))));
}

/** The beginning of a line, without the client: that comes before the time, or is the first word. */
const toSample = (line: string): string =>
  hideAddresses(line.replace(/^(?:[^["]*(?=\[\d{1,2}\/)|\S+)/, '…')).slice(0, 160);
