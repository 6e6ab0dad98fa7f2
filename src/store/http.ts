import type { EntryKey } from './entry.ts';
import type { Place } from './place.ts';

/** Sends a request: `fetch`, or a function that also signs. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

interface Options {
  /** URL of the entries, without a trailing slash. */
  readonly url: string;
  readonly send: Send;
  /** Timeout of a request in milliseconds. A slow one gets more time by its size. */
  readonly patience: number;
}

/** Slowest transfer that is accepted, in bytes per millisecond. */
const slowest = 100;

/** A server that supports `GET`, `HEAD` and `PUT`. */
export function httpPlace({ url, send, patience }: Options): Place {
  const ask = async <Result>(
    method: 'GET' | 'HEAD' | 'PUT',
    key: EntryKey,
    take: (response: Response, received: (bytes: number) => void) => Promise<Result>,
    body?: Uint8Array,
  ): Promise<Result> => {
    const controller = new AbortController();
    const started = Date.now();
    let timer: NodeJS.Timeout | undefined;
    const allow = (bytes: number): void => {
      clearTimeout(timer);
      timer = setTimeout(
        () => controller.abort(new Error('it does not answer in time')),
        started + patience + bytes / slowest - Date.now(),
      );
    };
    allow(body?.length ?? 0);
    try {
      const response = await send(`${url}/${key}`, {
        method,
        redirect: 'manual',
        signal: controller.signal,
        ...(body && { body: body as Uint8Array<ArrayBuffer> }),
      });
      return await take(response, allow);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    get: (key, most) =>
      ask('GET', key, async (response, received) => {
        if (await isMissing(response)) return undefined;
        return readBody(response, most, received);
      }),
    has: (key) => ask('HEAD', key, async (response) => !(await isMissing(response))),
    put: (key, entry) =>
      ask(
        'PUT',
        key,
        async (response) => {
          await response.arrayBuffer();
          if (!response.ok) throw new Error(`it answers ${response.status} to PUT`);
        },
        entry,
      ),
  };
}

async function isMissing(response: Response): Promise<boolean> {
  if (response.status === 200) return false;
  await response.arrayBuffer();
  if (response.status === 404) return true;
  throw new Error(`it answers ${response.status}`);
}

async function readBody(
  { body }: Response,
  most: number,
  received: (bytes: number) => void,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > most) throw new Error(`an entry has more than ${most} bytes`);
    parts.push(part);
    received(size);
  }
  return Buffer.concat(parts, size);
}
