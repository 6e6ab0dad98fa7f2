import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { StoredPictures } from '../store/pictures.ts';
import { type PictureRoute, resizePictures } from './resize-pictures.ts';

interface Input {
  readonly root: string;
  readonly wanted: readonly PictureRoute[];
  /** The pictures that machines share, where there is a store. */
  readonly stored: StoredPictures | undefined;
  /** Takes the bytes of a picture. */
  readonly done: (route: PictureRoute, bytes: Uint8Array, by: 'here' | 'store') => void;
  readonly report: (message: Diagnostic) => void;
}

/** Takes the pictures wanted from the store, as far as it has them, and makes the others. */
export async function makePictures({ root, wanted, stored, done, report }: Input): Promise<void> {
  const missing = stored ? await fetchPictures(wanted, stored, done) : wanted;
  await resizePictures({
    root,
    wanted: missing,
    report,
    done: (route, bytes) => {
      done(route, bytes, 'here');
      return stored?.write(route.operation, bytes);
    },
  });
}

/** Pictures asked for at once. */
const atOnce = 16;

/** Takes what the store has; resolves to what it has not. */
async function fetchPictures(
  wanted: readonly PictureRoute[],
  stored: StoredPictures,
  done: Input['done'],
): Promise<PictureRoute[]> {
  const missing: PictureRoute[] = [];
  const next = wanted.values();
  const fetchNext = async (): Promise<void> => {
    for (const route of next) {
      const bytes = await stored.read(route.operation);
      if (bytes) done(route, bytes, 'store');
      else missing.push(route);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetchNext));
  return missing;
}
