import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MadeFiles } from '../cache/made-files.ts';
import { resize } from '../images/resize.ts';
import type { PictureRoute } from '../routes/route.ts';

/** Makes a version of a picture once, when it is requested, and keeps it in the cache for builds. */
export function createPictureMaker({
  root,
  cache,
}: {
  root: string;
  cache: MadeFiles;
}): (route: PictureRoute) => Promise<Uint8Array> {
  const making = new Map<string, Promise<Uint8Array>>();
  const make = async ({ from, operation }: PictureRoute): Promise<Uint8Array> => {
    let made: Uint8Array | undefined;
    await resize({
      bytes: () => readFileSync(path.join(root, from)),
      operations: [operation],
      write: (_, bytes) => {
        made = bytes;
        cache.write(operation.output, bytes);
      },
    });
    if (!made) throw new Error(`${operation.output} was not made`);
    return made;
  };
  return async (route) => {
    const made = cache.read(route.operation.output);
    if (made) return made;
    let promise = making.get(route.output);
    if (!promise) {
      promise = make(route).finally(() => making.delete(route.output));
      making.set(route.output, promise);
    }
    return promise;
  };
}
