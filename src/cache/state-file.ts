import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Digest, OutputPath, SourcePath } from '../brands.ts';
import { digestOf, digestOfAll } from '../bytes/digest.ts';
import { lazy } from '../bytes/lazy.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import { fromUtf8 } from '../bytes/utf8.ts';
import { CacheDamaged } from './bodies.ts';
import { fromBlock, readBase, type Saved, toBase, toBlock, toParts } from './document-blocks.ts';
import { joinDocument } from './kept-document.ts';
import type { Base, DocumentRecord, PictureRecord, State } from './state.ts';

const magic = 'broadsheet cache 8';

/**
 * Rows stored as columns: JSON of columns is read and written in a third of the time. Digests stand one after
 * another in one string, an empty one as spaces.
 */
interface FileColumns {
  readonly paths: readonly string[];
  readonly sizes: readonly number[];
  readonly mtimes: readonly number[];
  readonly ctimes: readonly number[];
  readonly inodes: readonly number[];
  readonly digests: string;
  /** `1` for each file whose times are racy, else `0`. */
  readonly racy: string;
}

interface OutputColumns {
  readonly paths: readonly OutputPath[];
  readonly keys: string;
  readonly sizes: readonly number[];
  readonly mtimes: readonly number[];
  /** `1` for each page of an article. */
  readonly articles: string;
}

interface DocumentColumns {
  /** Of each document the place of its path in that column of the files. */
  readonly files: readonly number[];
  /** Where the bodies lie. */
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  readonly terms: readonly number[];
  readonly outlines: string;
  /** Their places in the base, for those that lie there. The others follow in this file, in this order. */
  readonly saved: readonly (number | null)[];
}

interface Tables extends Pick<State, 'bodies' | 'out' | 'last'> {
  readonly base?: Base;
  readonly files: FileColumns;
  readonly pictures: readonly (readonly [Digest, PictureRecord])[];
  readonly documents: DocumentColumns;
}

const digestLength = 32;
const digestAt = (column: string, index: number): Digest =>
  column.slice(index * digestLength, (index + 1) * digestLength) as Digest;
const column = <Row, Value>(rows: readonly (readonly [string, Row])[], value: (row: Row) => Value): Value[] =>
  rows.map(([, row]) => value(row));
const digestColumn = <Row>(rows: readonly (readonly [string, Row])[], value: (row: Row) => string): string =>
  column(rows, value)
    .map((digest) => digest.padEnd(digestLength))
    .join('');

/**
 * Reads the state, or says why it cannot be used: `other` for one of another tool or pipeline, `damaged` for
 * one whose digest is wrong. The file is one line (magic, fingerprint, then length and digest of each part),
 * the tables of files and documents as JSON, that of the outputs, which the dev server never reads, then the
 * block of documents that changed since the base was written; neither it nor the base is read by a build with
 * nothing to do.
 */
export function readState(path: string, fingerprint: Digest): State | 'none' | 'other' | 'damaged' {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return 'none';
  }
  const newline = file.indexOf(10);
  const [name, made, tablesLength, tablesDigest, outputsLength, outputsDigest, documentsDigest] = file
    .toString('latin1', 0, Math.max(0, newline))
    .split('|');
  if (name !== magic) return name?.startsWith('broadsheet cache ') ? 'other' : 'damaged';
  if (made !== fingerprint) return 'other';
  const outputsStart = newline + 1 + Number(tablesLength);
  const rest = file.subarray(outputsStart + Number(outputsLength));
  const tableBytes = file.subarray(newline + 1, outputsStart);
  const outputBytes = file.subarray(outputsStart, outputsStart + Number(outputsLength));
  if (digestOf(tableBytes) !== tablesDigest || digestOf(outputBytes) !== outputsDigest) return 'damaged';
  const tables = JSON.parse(fromUtf8(tableBytes)) as Tables;
  const outputs = lazy(() => toOutputs(JSON.parse(fromUtf8(outputBytes)) as OutputColumns));
  return {
    bodies: tables.bodies,
    ...(tables.base && { base: tables.base.name }),
    out: tables.out,
    ...(tables.last && { last: tables.last }),
    files: toFiles(tables.files),
    pictures: new Map(tables.pictures),
    get outputs() {
      return outputs();
    },
    documents: lazy(() => {
      const base = tables.base && readBase(join(dirname(path), tables.base.name));
      if (digestOf(rest) !== documentsDigest || (base && digestOf(base) !== tables.base?.digest))
        throw new CacheDamaged(`${path} has other documents than it should`);
      return toDocuments(tables, fromBlock(rest), base ? fromBlock(base) : []);
    }),
  };
}

function toFiles({ paths, sizes, mtimes, ctimes, inodes, digests, racy }: FileColumns): State['files'] {
  const files: State['files'] = new Map();
  for (const [index, path] of paths.entries()) {
    const digest = digestAt(digests, index).trimEnd() as Digest;
    files.set(path, {
      size: sizes[index] as number,
      mtime: mtimes[index] as number,
      ctime: ctimes[index] as number,
      inode: inodes[index] as number,
      digest,
      racy: racy[index] === '1',
    });
  }
  return files;
}

function toOutputs({ paths, keys, sizes, mtimes, articles }: OutputColumns): State['outputs'] {
  const outputs: State['outputs'] = new Map();
  for (const [index, path] of paths.entries())
    outputs.set(path, {
      key: digestAt(keys, index),
      size: sizes[index] as number,
      mtime: mtimes[index] as number,
      article: articles[index] === '1',
    });
  return outputs;
}

function toDocuments(
  { base, files, documents: columns }: Tables,
  changed: readonly Saved[],
  based: readonly Saved[],
): Map<string, DocumentRecord> {
  const documents = new Map<string, DocumentRecord>();
  let next = 0;
  for (const [index, place] of columns.files.entries()) {
    const path = files.paths[place] as SourcePath;
    const at = columns.saved[index];
    const { parsed, head, rest } = (typeof at === 'number' ? based[at] : changed[next++]) as Saved;
    const document = joinDocument({ path, digest: digestAt(files.digests, place) }, parsed, rest);
    const body = { offset: columns.offsets[index] as number, length: columns.lengths[index] as number };
    const saved = base && typeof at === 'number' ? { base, index: at } : undefined;
    documents.set(path, {
      document,
      ...(saved && { saved }),
      outline: digestAt(columns.outlines, index),
      head,
      rest,
      body,
      terms: columns.terms[index] as number,
    });
  }
  return documents;
}

/**
 * Writes the state beside the old one and puts it in its place, so that a build that is killed leaves a whole
 * one. Returns the name of the base.
 */
export function writeState(path: string, fingerprint: Digest, state: State): string | undefined {
  const files = [...state.files];
  const places = new Map(files.map(([name], index) => [name, index]));
  const documents = [...state.documents()];
  const { base, places: saved } = toBase(
    dirname(path),
    documents.map(([, record]) => record),
  );
  const outputs = [...state.outputs];
  const tables: Tables = {
    bodies: state.bodies,
    ...(base && { base }),
    out: state.out,
    ...(state.last && { last: state.last }),
    files: {
      paths: files.map(([name]) => name),
      sizes: column(files, ({ size }) => size),
      mtimes: column(files, ({ mtime }) => mtime),
      ctimes: column(files, ({ ctime }) => ctime),
      inodes: column(files, ({ inode }) => inode),
      digests: digestColumn(files, ({ digest }) => digest),
      racy: column(files, ({ racy }) => Number(racy)).join(''),
    },
    pictures: [...state.pictures],
    documents: {
      files: documents.map(([name]) => places.get(name) as number),
      offsets: column(documents, ({ body }) => body.offset),
      lengths: column(documents, ({ body }) => body.length),
      terms: column(documents, ({ terms }) => terms),
      outlines: digestColumn(documents, ({ outline }) => outline),
      saved,
    },
  };
  const outputColumns: OutputColumns = {
    paths: outputs.map(([name]) => name),
    keys: digestColumn(outputs, ({ key }) => key),
    sizes: column(outputs, ({ size }) => size),
    mtimes: column(outputs, ({ mtime }) => mtime),
    articles: column(outputs, ({ article }) => Number(article)).join(''),
  };
  const [table, outputTable] = [tables, outputColumns].map((value) => Buffer.from(JSON.stringify(value))) as [
    Buffer,
    Buffer,
  ];
  const block = [
    ...toBlock(documents.flatMap(([, record], index) => (saved[index] === null ? [record] : []))),
  ];
  const header = [
    magic,
    fingerprint,
    table.length,
    digestOf(table),
    outputTable.length,
    digestOf(outputTable),
    digestOfAll(block),
  ].join('|');
  replaceFile(path, toParts([Buffer.from(`${header}\n`), table, outputTable, ...block]));
  return base?.name;
}
