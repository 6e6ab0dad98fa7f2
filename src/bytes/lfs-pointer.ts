import type { Digest } from '../brands.ts';

/** What stands in the place of a file that Git LFS keeps elsewhere. */
export interface LfsPointer {
  /** Of the file itself. */
  readonly digest: Digest;
  /** Bytes of the file itself. */
  readonly size: number;
}

/** Bytes below which a file may be a pointer. */
export const mostOfPointer = 1024;

const pointer =
  /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\r?\n(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\r?\nsize (\d+)\s*$/;

/**
 * Reads a pointer of Git LFS (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md); undefined for
 * any other file. Its SHA-256 begins as our digests do.
 */
export function toLfsPointer(bytes: Uint8Array): LfsPointer | undefined {
  if (bytes.length >= mostOfPointer) return undefined;
  const [, oid, size] = pointer.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  return oid === undefined ? undefined : { digest: oid.slice(0, 32) as Digest, size: Number(size) };
}
