import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { UsageError } from '../diagnostics/usage-error.ts';
import { type EntryKey, openEntry, sealEntry } from './entry.ts';
import { folderPlace } from './folder.ts';
import { httpPlace } from './http.ts';
import { type Keys, readKeys, type WrittenKeys } from './keys.ts';
import type { Place } from './place.ts';
import { openS3, type S3Access } from './s3.ts';

export interface StoreOptions {
  /** `file:`, `http:`, `https:` or `s3:`. */
  readonly url: string;
  /** Writers sign their entries; readers verify entries. */
  readonly mode: 'read' | 'write';
  readonly keys: WrittenKeys;
  readonly s3?: S3Access;
  /** Timeout of a request, in milliseconds. */
  readonly patience?: number;
}

/** Something to report that is not a fault of the site. */
export interface Notice {
  readonly en: string;
  readonly vi: string;
}

/**
 * Signed entries that machines share; an entry without a valid signature is ignored. It never rejects: after
 * two failures of the place every entry is missing, and {@link Store.notices} says so.
 */
export interface Store {
  readonly mode: StoreOptions['mode'];
  readonly keys: Keys;
  /** The content of an entry; undefined when there is no valid one. */
  readonly get: (key: EntryKey, most?: number) => Promise<Buffer | undefined>;
  readonly has: (key: EntryKey) => Promise<boolean>;
  /** Writes an entry in the background; resolves when another can be taken. Does nothing in mode `read`. */
  readonly put: (key: EntryKey, content: Uint8Array) => Promise<void>;
  /** Writes an entry; resolves when it is written. Does nothing in mode `read`. */
  readonly putNow: (key: EntryKey, content: Uint8Array) => Promise<void>;
  /** Resolves when everything is written. */
  readonly flush: () => Promise<void>;
  /** Whether the place still works. */
  readonly isThere: () => boolean;
  readonly notices: () => Notice[];
}

/** Largest entry for a picture, in bytes. */
const mostOfPicture = 128 * 1024 * 1024;
/** How many requests run at once, and how many entries wait in memory to be written. */
const atOnce = 16;
const mostWaiting = 64;

/** Opens a store without sending a request. Rejects with a {@link UsageError} for wrong options. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { mode } = options;
  const keys = readKeys(options.keys, mode);
  const place = await toPlace(options);
  const inTurn = pLimit(atOnce);
  const waiting = new Set<Promise<void>>();
  let failure: string | undefined;
  let wrong = 0;
  const ask = <Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> =>
    inTurn(async () => {
      for (let tries = 1; failure === undefined; tries++) {
        try {
          return await work();
        } catch (error) {
          if (tries === 2) failure ??= reasonOf(error);
          else await delay(100);
        }
      }
      return otherwise;
    });
  const putNow = async (key: EntryKey, content: Uint8Array): Promise<void> => {
    if (!keys.sign || failure !== undefined) return;
    const entry = sealEntry(key, content, keys.sign);
    await ask(() => place.put(key, entry), undefined);
  };
  return {
    mode,
    keys,
    get: async (key, most = mostOfPicture) => {
      const entry = await ask(() => place.get(key, most), undefined);
      const content = entry && openEntry(key, entry, keys.verify);
      if (entry && !content) wrong += 1;
      return content;
    },
    has: (key) => ask(() => place.has(key), false),
    putNow,
    put: async (key, content) => {
      const written = putNow(key, content).finally(() => waiting.delete(written));
      waiting.add(written);
      if (waiting.size >= mostWaiting) await Promise.race(waiting);
    },
    flush: async () => void (await Promise.all(waiting)),
    isThere: () => failure === undefined,
    notices: () => noticesOf({ shown: withoutSecrets(options.url), failure, wrong }),
  };
}

async function toPlace({ url: written, s3 = {}, patience = 5000 }: StoreOptions): Promise<Place> {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url?.protocol === 'file:') return folderPlace(path.resolve(fileURLToPath(url)));
  if (url?.protocol === 's3:') return httpPlace({ ...(await openS3(url, s3)), patience });
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new UsageError({
      en: `--store ${withoutSecrets(written)}: expected an address such as https://store.example/ac, s3://bucket/folder or file:///srv/store`,
      vi: `--store ${withoutSecrets(written)}: cần một địa chỉ như https://kho.example/ac, s3://bucket/thu-muc hoặc file:///srv/kho`,
    });
  const { username, password } = url;
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const headers = username === '' ? undefined : { authorization: `Basic ${login.toString('base64')}` };
  const top = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  const send = (address: string, init: RequestInit) =>
    fetch(address, { ...init, ...(headers && { headers }) });
  return httpPlace({ url: top, send, patience });
}

/** A URL without its user name and password, to print. */
const withoutSecrets = (url: string): string => url.replace(/(?<=:\/\/)[^/@]*@/, '');

/** The reason of a failure: `fetch` has it only in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause;
  const { message } = inner instanceof Error ? inner : error;
  return message.split('\n')[0] ?? '';
}

function noticesOf({
  shown,
  failure,
  wrong,
}: {
  shown: string;
  failure: string | undefined;
  wrong: number;
}): Notice[] {
  const notices: Notice[] = [];
  if (failure !== undefined)
    notices.push({
      en: `The store ${shown} failed twice (${failure}): this build went on without it.`,
      vi: `Kho chung ${shown} lỗi hai lần (${failure}): lần dựng này làm tiếp mà không có nó.`,
    });
  if (wrong > 0)
    notices.push({
      en: `The store ${shown} had wrong entries, damaged or signed by another key: ${wrong}. They were not used.`,
      vi: `Kho chung ${shown} có mục sai, bị hỏng hoặc ký bằng khóa khác: ${wrong}. Các mục này không được dùng.`,
    });
  return notices;
}
