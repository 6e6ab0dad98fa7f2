import type { EntryKey } from './entry.ts';

/** Where entries are stored: a folder or a server. Its functions reject on failure. */
export interface Place {
  /** Reads an entry; undefined when there is none. Rejects for one with more than `most` bytes. */
  readonly get: (key: EntryKey, most: number) => Promise<Buffer | undefined>;
  readonly has: (key: EntryKey) => Promise<boolean>;
  /** Writes an entry atomically. */
  readonly put: (key: EntryKey, entry: Uint8Array) => Promise<void>;
}
