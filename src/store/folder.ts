import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../bytes/replace-file.ts';
import type { Place } from './place.ts';

/** A folder on this machine, or one that many machines mount. */
export function folderPlace(folder: string): Place {
  const sizeOf = async (file: string): Promise<number | undefined> => {
    try {
      return (await stat(file)).size;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  };
  return {
    get: async (key, most) => {
      const file = path.join(folder, key);
      const size = await sizeOf(file);
      if (size === undefined) return undefined;
      if (size > most) throw new Error(`an entry has ${size} bytes`);
      return readFile(file);
    },
    has: async (key) => (await sizeOf(path.join(folder, key))) !== undefined,
    put: async (key, entry) => replaceFile(path.join(folder, key), [entry]),
  };
}
