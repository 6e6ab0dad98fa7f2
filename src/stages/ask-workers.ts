import pLimit from 'p-limit';
import { groupBy } from '../bytes/group-by.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PictureQueue } from '../queue/ask.ts';
import type { StoredPictures } from '../store/pictures.ts';
import { type PictureRoute, readSource, toBroken } from './resize-pictures.ts';

interface Input {
  readonly root: string;
  readonly wanted: readonly PictureRoute[];
  /** The wanted ones, and those that the store has already. */
  readonly all: readonly PictureRoute[];
  readonly stored: StoredPictures;
  readonly queue: PictureQueue;
  readonly done: (route: PictureRoute, bytes: Uint8Array) => void;
  readonly report: (message: Diagnostic) => void;
}

/** Pictures asked for at once: enough for many workers, and a bound for the memory of Redis. */
const window = 256;
/** Pictures in memory while they are written into the store. */
const inMemory = 4;

/**
 * Has workers make pictures, and takes what they made out of the store. Resolves to the pictures that they
 * did not make. A picture that crashed its worker each time is reported.
 */
export async function askWorkers({
  root,
  wanted,
  all,
  stored,
  queue,
  done,
  report,
}: Input): Promise<PictureRoute[]> {
  const left: PictureRoute[] = [];
  const bySource = groupBy(all, ({ from }) => from);
  const inTurn = pLimit(inMemory);
  const ofSource = async (routes: readonly PictureRoute[]): Promise<void> => {
    const [route] = routes as [PictureRoute];
    const { source } = route.operation;
    const isSent = await inTurn(async () => {
      try {
        const bytes = queue.isThere() && readSource(root, route);
        if (bytes) await stored.writeSource(source, bytes);
        return bytes !== false;
      } catch {
        // The build makes it then, and reports why it cannot be read.
        return false;
      }
    });
    // All versions: builds at the same time then ask for the same job. Workers make the missing ones.
    const operations = (bySource.get(route.from) ?? routes).map(({ operation }) => operation);
    const outcome = isSent ? await queue.ask({ source, operations }) : 'given-up';
    if (outcome === 'killed') report(toBroken(routes, 'it ended the program that reads it, three times'));
    else if (outcome === 'given-up') left.push(...routes);
    else
      for (const one of routes) {
        const bytes = await stored.read(one.operation);
        if (bytes) done(one, bytes);
        else left.push(one);
      }
  };
  const next = groupBy(wanted, ({ from }) => from).values();
  const askNext = async (): Promise<void> => {
    for (const routes of next) await ofSource(routes);
  };
  await Promise.all(Array.from({ length: window }, askNext));
  return left;
}
