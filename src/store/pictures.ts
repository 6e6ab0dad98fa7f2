import type { Digest } from '../brands.ts';
import type { PictureFacts } from '../images/describe.ts';
import { loadSharp } from '../images/load-sharp.ts';
import type { Operation } from '../images/operation.ts';
import { imagesId } from '../tool/version.ts';
import { type EntryKey, toEntryKey } from './entry.ts';
import type { Store } from './store.ts';

/** Facts about a picture, or why it cannot be read. */
type Described = PictureFacts | { readonly broken: string };

/** The pictures of a store, keyed by everything that decides their bytes. */
export interface StoredPictures {
  /** The result of an operation. */
  readonly read: (operation: Operation) => Promise<Buffer | undefined>;
  readonly has: (operation: Operation) => Promise<boolean>;
  readonly write: (operation: Operation, bytes: Uint8Array) => Promise<void>;
  readonly readFacts: (source: Digest) => Promise<Described | undefined>;
  readonly writeFacts: (source: Digest, facts: Described) => Promise<void>;
  /** The original picture, for workers. */
  readonly readSource: (source: Digest) => Promise<Buffer | undefined>;
  /** Resolves when it is stored. */
  readonly writeSource: (source: Digest, bytes: Uint8Array) => Promise<void>;
}

/**
 * What the result of an operation depends on besides the picture: our code, the picture library with
 * everything it links, system and processor.
 */
export async function findMaker(): Promise<readonly unknown[]> {
  const { versions } = await loadSharp();
  return [imagesId, Object.entries(versions).sort(), process.platform, process.arch];
}

/** Opens the pictures of a store that are made the same way as on this machine. */
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
