import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import type { Digest } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { sourceText } from '../bytes/utf8.ts';
import type { Site } from '../site.ts';

export interface Reader extends Pick<Site, 'read' | 'data'> {
  /**
   * The files that were read, by their path relative to the site's folder, each with the digest of its bytes;
   * `missing` for one that is not there.
   */
  readonly reads: ReadonlyMap<string, Digest | 'missing'>;
}

/** Reads files for generators, and notes which, so that they are part of what the site is a function of. */
export function createReader(root: string): Reader {
  const reads = new Map<string, Digest | 'missing'>();
  const read = (file: string): string => {
    const name = path.relative(root, path.resolve(root, file)).split(path.sep).join('/');
    const bytes = bytesOf(path.join(root, name));
    reads.set(name, bytes ? digestOf(bytes) : 'missing');
    if (!bytes) throw new Error(`there is no file ${name} in the site's folder`);
    return sourceText(bytes);
  };
  return {
    reads,
    read,
    data: (file) => {
      if (/\.json$/i.test(file)) return JSON.parse(read(file)) as unknown;
      if (/\.ya?ml$/i.test(file)) return load(read(file), { schema: CORE_SCHEMA, filename: file });
      throw new Error(`${file} is neither JSON nor YAML: take site.read(), which gives its text`);
    },
  };
}

/** Whether the files are still those that were read. */
export const isStillRead = (
  root: string,
  reads: Iterable<readonly [file: string, digest: Digest | 'missing']>,
): boolean =>
  [...reads].every(([file, digest]) => {
    const bytes = bytesOf(path.join(root, file));
    return (bytes ? digestOf(bytes) : 'missing') === digest;
  });

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))
    )
      return undefined;
    throw error;
  }
}
