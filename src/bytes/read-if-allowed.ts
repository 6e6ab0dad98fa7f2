import { readFileSync } from 'node:fs';
import { digestOf } from './digest.ts';

/**
 * Stands for the bytes of a file that may not be read. It is the digest of none, and not remembered: whether
 * one may is not noted where changes are.
 */
export const unreadable = digestOf('a file that may not be read');

/** Whether the system refuses to read what is there. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EIO'].includes(String(error.code));

/** The bytes of a file; undefined when it is there and the system refuses to read it. */
export function readIfAllowed(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}
