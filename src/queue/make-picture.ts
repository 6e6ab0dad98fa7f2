import { resize } from '../images/resize.ts';
import { openPictures, type StoredPictures } from '../store/pictures.ts';
import { openStore, type Store, type StoreOptions } from '../store/store.ts';
import { type PictureJob, storeVariable } from './job.ts';

// The worker may have been killed. A result that BullMQ cannot report to it is an unhandled rejection, which
// BullMQ tries to report too: the process would go on for ever.
process.on('disconnect', () => process.exit(1));
process.on('unhandledRejection', () => process.exit(1));

interface Opened {
  readonly store: Store;
  readonly stored: StoredPictures;
}

/** The store, kept open for the next pictures until something fails: reading keys takes time. */
let opened: Promise<Opened> | undefined;

async function open(): Promise<Opened> {
  const store = await openStore(JSON.parse(process.env[storeVariable] ?? '') as StoreOptions);
  return { store, stored: await openPictures(store) };
}

/**
 * Runs in a child process of a worker: reads a picture from the store and writes its versions there. One that
 * cannot be decoded is left to the build, which knows where it is used. Resolves to whether there was
 * anything to do.
 */
export default async function makePicture({ data }: { readonly data: PictureJob }): Promise<boolean> {
  opened ??= open();
  const { store, stored } = await opened;
  const [first] = data.operations;
  // Another build may have requested it since this one checked.
  const isThere = first !== undefined && (await stored.has(first));
  const missing = isThere
    ? await filter(data.operations, async (one) => !(await stored.has(one)))
    : data.operations;
  const bytes = missing.length > 0 ? await stored.readSource(data.source) : undefined;
  if (bytes) await resize({ bytes, operations: missing, write: stored.write }).catch(() => {});
  await store.flush();
  const [notice] = store.notices();
  if (notice) {
    // The next picture opens the store again.
    opened = undefined;
    throw new Error(notice.en);
  }
  return bytes !== undefined;
}

async function filter<Item>(
  items: readonly Item[],
  holds: (item: Item) => Promise<boolean>,
): Promise<readonly Item[]> {
  const results = await Promise.all(items.map(holds));
  return items.filter((_, index) => results[index]);
}
