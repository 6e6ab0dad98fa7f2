import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Digest } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import { writingMark } from '../cache/open-cache.ts';
import type { LastBuild, State } from '../cache/state.ts';
import type { PictureQueue, QueueOptions } from '../queue/ask.ts';
import type { Shared } from '../stages/make-pictures.ts';
import type { StoredPictures } from '../store/pictures.ts';
import type { Notice, StoreOptions } from '../store/store.ts';

/** What a build does with the store that machines share. */
export interface SharedStore {
  readonly storedPictures: () => Promise<StoredPictures>;
  /** The pictures, and the queue on which workers are asked for those that are missing. */
  readonly openPictures: () => Promise<Shared>;
  /** Puts the snapshot of another build into a cache that is empty. */
  readonly restore: (pipeline: Digest) => Promise<void>;
  /** Leaves a snapshot of this build, where the last one has become old. */
  readonly save: (state: Pick<State, 'documents'>, parsed: number, pipeline: Digest) => Promise<void>;
  /** Resolves when everything is written. */
  readonly close: () => Promise<void>;
  readonly notices: () => readonly Notice[];
}

/** Documents that are parsed above which the snapshot is written anew; never less than a tenth of all. */
const few = 8;

/** Opens the store; without one nothing of it is loaded. */
export async function openSharedStore(
  options: StoreOptions,
  { cacheFolder, queue: queueOptions }: { readonly cacheFolder: string; readonly queue?: QueueOptions },
): Promise<SharedStore> {
  const { openStore } = await import('../store/store.ts');
  const store = await openStore(options);
  if (queueOptions) await (await import('../queue/redis.ts')).checkQueue(queueOptions.url, store.mode);
  let queue: PictureQueue | undefined;
  const storedPictures = lazy(async () => (await import('../store/pictures.ts')).openPictures(store));
  return {
    storedPictures,
    openPictures: async () => {
      const pictures = await storedPictures();
      if (!queueOptions) return { pictures };
      queue = await (await import('../queue/ask.ts')).openQueue(queueOptions);
      return { pictures, queue };
    },
    restore: async (pipeline) => {
      if (existsSync(path.join(cacheFolder, 'state'))) return;
      const { readSnapshot } = await import('../store/snapshot.ts');
      // What lies in the output folder is not what that build wrote there.
      if (await readSnapshot(store, { pipeline, folder: cacheFolder }))
        writeFileSync(path.join(cacheFolder, writingMark), '');
    },
    save: async (state, parsed, pipeline) => {
      const { size } = state.documents();
      if (parsed <= Math.max(few, size / 10) && parsed < size) return;
      const { writeSnapshot } = await import('../store/snapshot.ts');
      await writeSnapshot(store, { pipeline, folder: cacheFolder });
    },
    close: async () => {
      await queue?.close();
      await store.flush();
    },
    notices: () => [...store.notices(), ...(queue?.notices() ?? [])],
  };
}

/** Whether a build lacked files that Git LFS has elsewhere: a store may have what is made of them. */
export const lacksFiles = (last: LastBuild | undefined): boolean =>
  last?.messages.some(({ rule }) => rule === 'lfs-pointer') ?? false;
