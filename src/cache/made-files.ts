import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Digest, OutputPath } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import { encoder } from '../tool/toolchain.ts';

/**
 * A cache of files that are expensive to make: pictures, compressed texts. Their names have a digest of
 * everything that decides their bytes.
 */
export interface MadeFiles {
  /** The bytes, or undefined when they are not there or not what was written. */
  readonly read: (output: OutputPath) => Uint8Array | undefined;
  readonly write: (output: OutputPath, bytes: Uint8Array) => void;
  /** Removes all that has none of these names. */
  readonly sweep: (usedNames: ReadonlySet<string>) => void;
}

/** The version of the encoder is part of the folder's name, since another one gives other bytes. */
export const pictureFolder = (): string => `pictures-${encoder().slice(0, 8)}`;

/** Where compressed texts are kept. */
export const compressedFolder = 'compressed-1';

/**
 * Keeps made files in a folder of the cache. Each ends in the digest of its bytes, so a damaged one is made
 * anew.
 */
export function openMadeFiles(folder: string, { use }: { use: boolean }): MadeFiles {
  const nameOf = (output: OutputPath): string => output.slice(output.lastIndexOf('/') + 1);
  const digestLength = digestOf('').length;
  return {
    read: (output) => {
      if (!use) return undefined;
      try {
        const file = readFileSync(path.join(folder, nameOf(output)));
        const bytes = file.subarray(0, -digestLength);
        return digestOf(bytes) === (file.toString('latin1', bytes.length) as Digest) ? bytes : undefined;
      } catch {
        return undefined;
      }
    },
    write: (output, bytes) => {
      replaceFile(path.join(folder, nameOf(output)), [bytes, digestOf(bytes)]);
    },
    sweep: (usedNames) => {
      let names: string[] = [];
      try {
        names = readdirSync(folder);
      } catch {
        return;
      }
      for (const name of names) if (!usedNames.has(name)) rmSync(path.join(folder, name), { force: true });
    },
  };
}
