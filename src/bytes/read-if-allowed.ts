import { readFileSync } from 'node:fs';
import { digestOf } from './digest.ts';

/**
 * Stands for the content of a file that may not be read. It is the digest of no file, and is not cached,
 * since changed permissions do not show as changes of a file.
 */
export const unreadable = digestOf('a file that may not be read');

/** Whether the system refuses to read an existing file. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EIO'].includes(String(error.code));

/** The content of a file; undefined when it exists and the system refuses to read it. */
export function readIfAllowed(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}
