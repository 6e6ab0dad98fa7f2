import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PictureQueue } from '../queue/ask.ts';
import type { StoredPictures } from '../store/pictures.ts';
import { askWorkers } from './ask-workers.ts';
import { type PictureRoute, resizePictures } from './resize-pictures.ts';

/** Where a picture comes from: made here, fetched from the store, made by a worker for this build. */
export type MadeBy = 'resized' | 'fetched' | 'elsewhere';

/** The progress of workers: pictures still asked for, versions made here and by them. */
export interface QueueProgress {
  readonly asked: number;
  readonly here: number;
  readonly elsewhere: number;
}

/** The store and the queue that machines share. */
export interface Shared {
  readonly pictures: StoredPictures;
  readonly queue?: PictureQueue;
}

interface Input {
  readonly root: string;
  readonly wanted: readonly PictureRoute[];
  readonly shared: Shared | undefined;
  /** Takes the bytes of a picture. */
  readonly done: (route: PictureRoute, bytes: Uint8Array, by: MadeBy) => void;
  readonly report: (message: Diagnostic) => void;
}

/** Fetches pictures from the store, has workers make what is missing, and makes the rest here. */
export async function makePictures({ root, wanted, shared, done, report }: Input): Promise<void> {
  const stored = shared?.pictures;
  let left = stored ? await fetchPictures(wanted, stored, done) : wanted;
  if (shared?.queue && left.length > 0) {
    const { queue, pictures } = shared;
    const takeMade = (route: PictureRoute, bytes: Uint8Array) => done(route, bytes, 'elsewhere');
    left = await askWorkers({
      root,
      wanted: left,
      all: wanted,
      stored: pictures,
      queue,
      done: takeMade,
      report,
    });
  }
  await resizePictures({
    root,
    wanted: left,
    report,
    done: (route, bytes) => {
      done(route, bytes, 'resized');
      return stored?.write(route.operation, bytes);
    },
  });
}

/** Pictures asked for at once. */
const atOnce = 16;

/** Takes what the store has; resolves to what it has not. */
async function fetchPictures(
  routes: readonly PictureRoute[],
  stored: StoredPictures,
  done: Input['done'],
): Promise<PictureRoute[]> {
  const missing: PictureRoute[] = [];
  const next = routes.values();
  const fetchNext = async (): Promise<void> => {
    for (const route of next) {
      const bytes = await stored.read(route.operation);
      if (bytes) done(route, bytes, 'fetched');
      else missing.push(route);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetchNext));
  return missing;
}
