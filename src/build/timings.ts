export interface Timings {
  /** Ends the part that is called `part`; the next one begins. */
  readonly lap: (part: string) => void;
  /** Milliseconds by part. */
  readonly all: () => Record<string, number>;
}

/** A stopwatch for the parts of a build. */
export function createTimings(): Timings {
  const laps: Record<string, number> = {};
  let last = performance.now();
  return {
    lap: (part) => {
      const now = performance.now();
      laps[part] = Math.round((now - last) * 10) / 10;
      last = now;
    },
    all: () => ({ ...laps }),
  };
}
