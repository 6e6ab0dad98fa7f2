import type { Digest, OutputPath } from '../brands.ts';
import type { DocumentRecord, FileRecord, OutputRecord } from './state.ts';

/**
 * Rows as columns, of which JSON is read and written in a third of the time. Digests stand one after another
 * in one string, an empty one as spaces.
 */
export interface FileColumns {
  readonly paths: readonly string[];
  readonly sizes: readonly number[];
  readonly mtimes: readonly number[];
  readonly ctimes: readonly number[];
  readonly inodes: readonly number[];
  readonly digests: string;
  /** `1` for each file whose times are racy, else `0`. */
  readonly racy: string;
}

export interface OutputColumns {
  readonly paths: readonly OutputPath[];
  readonly keys: string;
  readonly sizes: readonly number[];
  readonly mtimes: readonly number[];
  /** `1` for each page of an article. */
  readonly articles: string;
}

export interface DocumentColumns {
  /** Of each document the place of its path among the files. */
  readonly files: readonly number[];
  /** Where the bodies lie. */
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  readonly terms: readonly number[];
  readonly outlines: string;
  /** Their places in the base, for those that lie there. */
  readonly saved: readonly (number | null)[];
}

/** What stands of a document beside its text, the place of its file and its own in the base. */
export type DocumentRow = readonly [record: DocumentRecord, file: number, saved: number | null];

const digestLength = 32;
const digestAt = (column: string, index: number): Digest =>
  column.slice(index * digestLength, (index + 1) * digestLength) as Digest;
const toDigests = (digests: readonly string[]): string =>
  digests.map((digest) => digest.padEnd(digestLength)).join('');

export const toFileColumns = (rows: readonly (readonly [string, FileRecord])[]): FileColumns => ({
  paths: rows.map(([path]) => path),
  sizes: rows.map(([, { size }]) => size),
  mtimes: rows.map(([, { mtime }]) => mtime),
  ctimes: rows.map(([, { ctime }]) => ctime),
  inodes: rows.map(([, { inode }]) => inode),
  digests: toDigests(rows.map(([, { digest }]) => digest)),
  racy: rows.map(([, { racy }]) => Number(racy)).join(''),
});

export const fromFileColumns = (columns: FileColumns): [string, FileRecord][] => {
  const { paths, sizes, mtimes, ctimes, inodes, digests, racy } = columns;
  return paths.map((path, index) => [
    path,
    {
      size: sizes[index] as number,
      mtime: mtimes[index] as number,
      ctime: ctimes[index] as number,
      inode: inodes[index] as number,
      digest: digestAt(digests, index).trimEnd() as Digest,
      racy: racy[index] === '1',
    },
  ]);
};

export const toOutputColumns = (rows: readonly (readonly [OutputPath, OutputRecord])[]): OutputColumns => ({
  paths: rows.map(([path]) => path),
  keys: toDigests(rows.map(([, { key }]) => key)),
  sizes: rows.map(([, { size }]) => size),
  mtimes: rows.map(([, { mtime }]) => mtime),
  articles: rows.map(([, { article }]) => Number(article)).join(''),
});

export const fromOutputColumns = (columns: OutputColumns): [OutputPath, OutputRecord][] => {
  const { paths, keys, sizes, mtimes, articles } = columns;
  return paths.map((path, index) => [
    path,
    {
      key: digestAt(keys, index),
      size: sizes[index] as number,
      mtime: mtimes[index] as number,
      article: articles[index] === '1',
    },
  ]);
};

export const toDocumentColumns = (rows: readonly DocumentRow[]): DocumentColumns => ({
  files: rows.map(([, file]) => file),
  offsets: rows.map(([{ body }]) => body.offset),
  lengths: rows.map(([{ body }]) => body.length),
  terms: rows.map(([{ terms }]) => terms),
  outlines: toDigests(rows.map(([{ outline }]) => outline)),
  saved: rows.map(([, , saved]) => saved),
});

/** A document of some columns. */
export const documentAt = (
  { offsets, lengths, terms, outlines }: DocumentColumns,
  index: number,
): Pick<DocumentRecord, 'body' | 'terms' | 'outline'> => ({
  outline: digestAt(outlines, index),
  body: { offset: offsets[index] as number, length: lengths[index] as number },
  terms: terms[index] as number,
});
