/** Changes of a site's files. */
export interface Changes {
  /** Absolute paths that changed. */
  readonly paths: readonly string[];
  /** Whether any file may have changed. */
  readonly anywhere: boolean;
}

/** Collects changes until none comes for a while. */
export interface ChangeBatch {
  /** Adds a path, absolute. */
  readonly add: (full: string) => void;
  /** Adds a change with an unknown path. */
  readonly addUnknown: () => void;
  readonly close: () => void;
}

/**
 * Milliseconds without an event after which a batch ends. One file is a save; many files are a checkout,
 * which takes longer.
 */
const quiet = { few: 5, many: 80 };
const few = 4;
/** Milliseconds after which a batch ends even when events continue. */
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

/** Joins two sets of changes. */
export const mergeChanges = (first: Changes, second: Changes): Changes => ({
  paths: [...new Set([...first.paths, ...second.paths])],
  anywhere: first.anywhere || second.anywhere,
});
