import type { EntryKey } from './entry.ts';

/** Where entries lie: a folder, or a server. Its functions reject where it does not do what it is asked. */
export interface Place {
  /** The entry; undefined when there is none. Rejects one that has more bytes than `most`. */
  readonly get: (key: EntryKey, most: number) => Promise<Buffer | undefined>;
  readonly has: (key: EntryKey) => Promise<boolean>;
  /** Writes an entry, whole or not at all. */
  readonly put: (key: EntryKey, entry: Uint8Array) => Promise<void>;
}
