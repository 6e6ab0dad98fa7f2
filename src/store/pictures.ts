import type { Digest } from '../brands.ts';
import type { PictureFacts } from '../images/describe.ts';
import { loadSharp } from '../images/load-sharp.ts';
import type { Operation } from '../images/operation.ts';
import { imagesId } from '../tool/version.ts';
import { type EntryKey, toEntryKey } from './entry.ts';
import type { Store } from './store.ts';

/** What the bytes of a picture say, or why they are no picture. */
type Described = PictureFacts | { readonly broken: string };

/** The pictures of a store, by all that decides their bytes. */
export interface StoredPictures {
  /** What is made of a picture by an operation. */
  readonly read: (operation: Operation) => Promise<Buffer | undefined>;
  readonly has: (operation: Operation) => Promise<boolean>;
  readonly write: (operation: Operation, bytes: Uint8Array) => Promise<void>;
  readonly readFacts: (source: Digest) => Promise<Described | undefined>;
  readonly writeFacts: (source: Digest, facts: Described) => Promise<void>;
  /** The picture itself, for workers. */
  readonly readSource: (source: Digest) => Promise<Buffer | undefined>;
  /** Resolves when it is there. */
  readonly writeSource: (source: Digest, bytes: Uint8Array) => Promise<void>;
}

/**
 * What turns a picture's operation into bytes, as it runs here: our code, the picture library with all that
 * it is linked to, system and processor.
 */
export async function findMaker(): Promise<readonly unknown[]> {
  const { versions } = await loadSharp();
  return [imagesId, Object.entries(versions).sort(), process.platform, process.arch];
}

/** The pictures of a store, as they are made here. */
export async function openPictures(store: Store): Promise<StoredPictures> {
  const maker = await findMaker();
  const keyOf = ({ output, ...made }: Operation): EntryKey => toEntryKey(['picture', maker, made]);
  const factsKey = (source: Digest): EntryKey => toEntryKey(['facts', maker, source]);
  const sourceKey = (source: Digest): EntryKey => toEntryKey(['source', source]);
  return {
    read: (operation) => store.get(keyOf(operation)),
    has: (operation) => store.has(keyOf(operation)),
    write: (operation, bytes) => store.put(keyOf(operation), bytes),
    readFacts: async (source) => {
      const facts = await store.get(factsKey(source));
      return facts && (JSON.parse(facts.toString('utf8')) as Described);
    },
    writeFacts: (source, facts) => store.put(factsKey(source), Buffer.from(JSON.stringify(facts))),
    readSource: (source) => store.get(sourceKey(source)),
    writeSource: async (source, bytes) => {
      if (!(await store.has(sourceKey(source)))) await store.putNow(sourceKey(source), bytes);
    },
  };
}
