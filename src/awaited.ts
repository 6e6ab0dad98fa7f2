import { isMainThread } from 'node:worker_threads';

/** What of the site's own code is being waited for: a module that is loaded, or a document that its plugins work on. */
export type Awaited = { readonly module: string } | { readonly document: string };

/** What is waited for, in its order, with what ends the wait. */
const waiting = new Map<Awaited, (error: Error) => void>();

/** A worker thread says so of what never comes; the message names it, as errors lose all else on their way to the main thread. */
export class UnsettledError extends Error {
  override readonly name = 'UnsettledError';

  constructor(what: Awaited) {
    super(`${UnsettledError.#prefix}${JSON.stringify(what)}`);
  }

  static readonly #prefix = 'it never settles: ';

  /** What an error, maybe one of another thread, says never comes. */
  static awaitedOf(error: unknown): Awaited | undefined {
    if (!(error instanceof Error) || !error.message.startsWith(UnsettledError.#prefix)) return undefined;
    return JSON.parse(error.message.slice(UnsettledError.#prefix.length)) as Awaited;
  }
}

/**
 * Waits for what only the site's own code can bring to an end. While it does so, {@link firstAwaited} can tell. In a worker thread it
 * rejects with an {@link UnsettledError} when nothing is left there that could end it.
 */
export async function awaitSite<Value>(what: Awaited, work: Promise<Value>): Promise<Value> {
  try {
    return await new Promise<Value>((resolve, reject) => {
      waiting.set(what, reject);
      work.then(resolve, reject);
      if (!isMainThread) watch();
    });
  } finally {
    waiting.delete(what);
  }
}

/** What has been waited for longest. */
export const firstAwaited = (): Awaited | undefined => waiting.keys().next().value;

/** Milliseconds between two looks. What is native, such as the decoder of pictures, is at work where no look sees it. */
const pause = 15_000;
let timer: NodeJS.Timeout | undefined;

/** A worker thread never runs out of things to do, since its port listens: so it looks whether that is all, twice. */
function watch(): void {
  if (timer) return;
  let seen: Awaited | undefined;
  timer = setInterval(() => {
    const first = firstAwaited();
    const isIdle = process.getActiveResourcesInfo().every((name) => name === 'MessagePort');
    if (first && first === seen && isIdle) waiting.get(first)?.(new UnsettledError(first));
    seen = isIdle ? first : undefined;
  }, pause);
  timer.unref();
}
