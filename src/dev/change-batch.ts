/** What happened to the files of a site. */
export interface Changes {
  /** Absolute paths at which something happened. */
  readonly paths: readonly string[];
  /** Something may have happened anywhere. */
  readonly anywhere: boolean;
}

/** Collects changes until none comes for a while. */
export interface ChangeBatch {
  /** Adds a path, absolute. */
  readonly add: (full: string) => void;
  /** Adds a change of which the path is unknown. */
  readonly addUnknown: () => void;
  readonly close: () => void;
}

/**
 * Milliseconds without an event after which a batch ends: one file is a save, many are a checkout that goes
 * on.
 */
const quiet = { few: 5, many: 80 };
const few = 4;
/** A batch ends after so many milliseconds, even when events go on. */
const longest = 3000;

export function createBatch(onEnd: (changes: Changes) => void): ChangeBatch {
  const paths = new Set<string>();
  let anywhere = false;
  let began: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  const end = (): void => {
    const changes: Changes = { paths: [...paths], anywhere };
    paths.clear();
    anywhere = false;
    began = undefined;
    onEnd(changes);
  };
  const schedule = (): void => {
    const now = performance.now();
    began ??= now;
    clearTimeout(timer);
    const pause = paths.size > few ? quiet.many : quiet.few;
    timer = setTimeout(end, Math.max(0, Math.min(pause, began + longest - now)));
  };
  return {
    add: (full) => {
      paths.add(full);
      schedule();
    },
    addUnknown: () => {
      anywhere = true;
      schedule();
    },
    close: () => clearTimeout(timer),
  };
}

/** Both changes as one. */
export const mergeChanges = (first: Changes, second: Changes): Changes => ({
  paths: [...new Set([...first.paths, ...second.paths])],
  anywhere: first.anywhere || second.anywhere,
});
