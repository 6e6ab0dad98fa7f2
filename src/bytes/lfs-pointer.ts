import type { Digest } from '../brands.ts';

/** The text that Git LFS has in place of a file stored elsewhere. */
export interface LfsPointer {
  /** Digest of the file itself. */
  readonly digest: Digest;
  /** Size of the file itself, in bytes. */
  readonly size: number;
}

/** Largest pointer, in bytes. */
export const mostOfPointer = 1024;

const pointer =
  /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\r?\n(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\r?\nsize (\d+)\s*$/;

/**
 * Parses a Git LFS pointer (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md); undefined for any
 * other file. Its SHA-256 begins with our digest of the file.
 */
export function toLfsPointer(bytes: Uint8Array): LfsPointer | undefined {
  if (bytes.length >= mostOfPointer) return undefined;
  const [, oid, size] = pointer.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  return oid === undefined ? undefined : { digest: oid.slice(0, 32) as Digest, size: Number(size) };
}
