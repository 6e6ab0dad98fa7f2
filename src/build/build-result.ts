import type { DateTime } from '../brands.ts';
import type { Budget, LastBuild, State } from '../cache/state.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { mergeRepeated } from '../diagnostics/merge-repeated.ts';
import type { QueueOptions } from '../queue/ask.ts';
import type { QueueProgress } from '../stages/make-pictures.ts';
import { noCounts } from '../stages/output-counts.ts';
import type { Notice, StoreOptions } from '../store/store.ts';

export interface BuildOptions {
  /** The site's folder, absolute. */
  readonly root: string;
  /** The output folder, absolute. */
  readonly out: string;
  /** The moment for which the site is built, in milliseconds since the epoch. */
  readonly now: number;
  /** Whether what an earlier build left is used. */
  readonly cache: boolean;
  /** Where the cache lies; `.cache/broadsheet/` of the site by default. */
  readonly cacheFolder?: string;
  /** Threads; by default as many as the machine has processors, where that pays. */
  readonly jobs?: number;
  /** A store that this build shares with others. */
  readonly store?: StoreOptions;
  /** A queue on which workers are asked for pictures, which they put into the store. */
  readonly queue?: QueueOptions;
  readonly progress?: (
    what: 'documents' | 'pictures' | 'pages',
    done: number,
    total: number,
    queue?: QueueProgress,
  ) => void;
  /** Called once when another build uses the same cache and this one has to wait for it. */
  readonly waiting?: (pid: number) => void;
}

export interface BuildResult {
  readonly articles: number;
  readonly pages: number;
  readonly pictures: number;
  readonly parsed: number;
  readonly rendered: number;
  readonly resized: number;
  /** Pictures that the store had. */
  readonly fetched: number;
  /** Pictures that workers made for this build. */
  readonly elsewhere: number;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Files of the whole site, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Its largest pages, the largest first. */
  readonly largest: Budget['largest'];
  readonly errors: number;
  readonly warnings: number;
  readonly durationMs: number;
  /** Milliseconds spent in each part, in the order of the work. */
  readonly timings: Readonly<Record<string, number>>;
  /** When the site next changes by itself: the next article falls due or ends. RFC 3339, UTC. */
  readonly nextChange?: string;
  /** The same on the clock of the site's zone. */
  readonly nextChangeLocal?: DateTime;
  /**
   * The templates cannot be used: no page was made. Those of an earlier build stay, but for what is no longer
   * published.
   */
  readonly refused?: true;
  /** Why an earlier build's cache was put aside. */
  readonly cacheDiscarded?: 'other' | 'damaged';
  /**
   * Files that version 0.1.0 left in `.cache/`, relative to the site's folder: named by the first build of
   * this version.
   */
  readonly leftOver?: readonly string[];
  /** Problems of the store: it failed, or an entry was not valid. */
  readonly notices?: readonly Notice[];
  readonly messages: readonly Diagnostic[];
}

/** What a build made, without its timings. */
export type Made = Omit<
  BuildResult,
  'durationMs' | 'timings' | 'refused' | 'cacheDiscarded' | 'leftOver' | 'notices'
>;

export const totals = (messages: readonly Diagnostic[]): Pick<BuildResult, 'errors' | 'warnings'> => ({
  errors: messages.filter((message) => message.severity === 'error').length,
  warnings: messages.filter((message) => message.severity === 'warning').length,
});

export function summary({
  counts,
  budget,
  messages: each,
  until,
  untilLocal,
}: LastBuild): Pick<
  BuildResult,
  | 'articles'
  | 'pages'
  | 'pictures'
  | keyof Budget
  | 'errors'
  | 'warnings'
  | 'nextChange'
  | 'nextChangeLocal'
  | 'messages'
> {
  const messages = mergeRepeated(each);
  return {
    ...counts,
    ...budget,
    ...totals(messages),
    ...(until !== undefined && { nextChange: new Date(until).toISOString(), nextChangeLocal: untilLocal }),
    messages,
  };
}

/** The result of a build with nothing to do: what the last one said. */
export function repeat({ last, outputs }: State): Made {
  if (!last) throw new Error('there is no last build to repeat');
  return {
    ...summary(last),
    parsed: 0,
    ...noCounts,
    unchanged: outputs.size,
    removed: 0,
  };
}
