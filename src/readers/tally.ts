import { hideAddresses, type Place } from './log-line.ts';

/** What was counted in all logs of a run. */
export interface Tally {
  bytes: number;
  lines: number;
  bots: number;
  prefetches: number;
  /** Lines that are none of a log, or of a time to come. */
  broken: number;
  /** Lines older than what is remembered of logs. */
  old: number;
  /** Some of the broken lines, without addresses. */
  readonly samples: string[];
  /** Logs that could not be read, or not to their end. */
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

/** Unparsable lines that are shown. */
const mostSamples = 3;

/** Counts a line that cannot be read, and keeps some of them to show. */
export function countBroken(tally: Tally, { text, start, end }: Place): void {
  tally.broken += 1;
  if (tally.samples.length < mostSamples)
    tally.samples.push(toSample(text.slice(start, Math.min(end, start + 400))));
}

/** The beginning of a line, without who asked: that stands before the time, or is the first word. */
const toSample = (line: string): string =>
  hideAddresses(line.replace(/^(?:[^["]*(?=\[\d{1,2}\/)|\S+)/, '…')).slice(0, 160);
