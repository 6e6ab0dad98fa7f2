import path from 'node:path';
import type { QueueOptions } from '../queue/ask.ts';
import type { StoreOptions } from '../store/store.ts';
import type { BuildResult } from './build-result.ts';

/** What a program says to build a site. */
export interface BuildOptions {
  /** The site's folder. */
  readonly site: string;
  /** The output folder; `dist` in the site's folder when missing. */
  readonly out?: string;
  /** The moment for which the site is built, in milliseconds since the epoch; the present one when missing. */
  readonly now?: number;
  /** Whether what an earlier build left is used; true when missing. */
  readonly cache?: boolean;
  /** How many threads work; when missing, as many as there are processors, where that pays. */
  readonly jobs?: number;
  /** A store of pictures that this build shares with others. */
  readonly store?: StoreOptions;
  /** A queue on which workers are asked for pictures; needs a store. */
  readonly queue?: QueueOptions;
  /** Called with the progress of the work. */
  readonly progress?: (what: 'documents' | 'pictures' | 'pages', done: number, total: number) => void;
  /** Called once with the process id of another build of the site that this one waits for. */
  readonly waiting?: (pid: number) => void;
}

/**
 * Builds a site, as the command does, and prints nothing. Mistakes in the content are messages of the result.
 * Rejects with a `DiagnosedError`, which has `messages`, where the configuration cannot be used, and with a
 * `UsageError` where there is no site, or the output folder holds what is not Broadsheet's.
 */
export async function build({
  site,
  out,
  now = Date.now(),
  cache = true,
  ...options
}: BuildOptions): Promise<BuildResult> {
  // Configurations import from the same place, and need nothing of the pipeline.
  const pipeline = await import('./build.ts');
  const root = path.resolve(site);
  const target = path.resolve(out ?? path.join(root, 'dist'));
  return pipeline.build({ ...options, root, out: target, now, cache }).catch(placeMessages);
}

/** Throws the error again; messages have line and column then. */
async function placeMessages(error: unknown): Promise<never> {
  const [{ DiagnosedError }, { placeIfNeeded }] = await Promise.all([
    import('../diagnostics/diagnosed-error.ts'),
    import('../places/place-if-needed.ts'),
  ]);
  if (!(error instanceof DiagnosedError)) throw error;
  const { messages, root } = error;
  throw new DiagnosedError(await placeIfNeeded(messages, root), { root, cause: error });
}
