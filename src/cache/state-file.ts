import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Digest, OutputPath, SourcePath } from '../brands.ts';
import { digestOf, digestOfAll } from '../bytes/digest.ts';
import { lazy } from '../bytes/lazy.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import { fromUtf8 } from '../bytes/utf8.ts';
import { CacheDamaged } from './bodies.ts';
import { joinDocument, type KeptHead } from './kept-document.ts';
import type { Base, DocumentRecord, PictureRecord, State } from './state.ts';

const magic = 'broadsheet cache 8';

/**
 * Rows as columns, of which JSON is read and written in a third of the time. Digests stand one after another
 * in one string, an empty one as spaces.
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
 * Reads the state, or says why it is not to be believed: `other` for one of another tool or pipeline,
 * `damaged` for one whose digest is wrong. The file is one line (magic, fingerprint, then length and digest
 * of each part), the tables of files and documents as JSON, that of the outputs, which the dev server never
 * reads, then the block of documents that changed since the base was written; neither it nor the base is read
 * by a build with nothing to do.
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

const readBase = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CacheDamaged(`${path} cannot be read`, { cause: error });
  }
};

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
    const { kept, head, rest } = (typeof at === 'number' ? based[at] : changed[next++]) as Saved;
    const document = joinDocument({ path, digest: digestAt(files.digests, place) }, kept, rest);
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

/** A document in a block. */
interface Saved extends Pick<DocumentRecord, 'head' | 'rest'> {
  readonly kept: KeptHead;
}

const [opening, comma, closing] = ['[', ',', ']'].map((mark) => Buffer.from(mark, 'utf16le')) as [
  Buffer,
  Buffer,
  Buffer,
];

/**
 * Documents in one block of bytes: a line with the lengths of their parts, their heads as one JSON array in
 * UTF-16, then the rest of each.
 */
function* toBlock(documents: readonly Pick<DocumentRecord, 'head' | 'rest'>[]): Iterable<Uint8Array> {
  yield Buffer.from(
    `${JSON.stringify([documents.map(({ head }) => head.length), documents.map(({ rest }) => rest.length)])}\n`,
  );
  yield opening;
  for (const [index, { head }] of documents.entries()) {
    if (index > 0) yield comma;
    yield head;
  }
  yield closing;
  for (const { rest } of documents) yield rest;
}

function fromBlock(bytes: Buffer): Saved[] {
  const newline = bytes.indexOf(10);
  const [heads, rests] = JSON.parse(bytes.toString('latin1', 0, newline)) as [number[], number[]];
  let headStart = newline + 1 + opening.length;
  let restStart =
    headStart +
    heads.reduce((sum, length) => sum + length, 0) +
    Math.max(0, heads.length - 1) * comma.length +
    closing.length;
  const kept = JSON.parse(bytes.toString('utf16le', newline + 1, restStart)) as KeptHead[];
  return kept.map((one, index) => {
    const head = bytes.subarray(headStart, (headStart += heads[index] as number));
    const rest = bytes.subarray(restStart, (restStart += rests[index] as number));
    headStart += comma.length;
    return { kept: one, head, rest };
  });
}

/**
 * Documents that lie in the state file, or in vain in the base, up to which no new base is written; never
 * less than a tenth of all.
 */
const most = 8;

/**
 * The base for these documents: the one in which they lie already, or a new one that is written beside the
 * state file.
 */
function toBase(
  folder: string,
  documents: readonly DocumentRecord[],
): { readonly base?: Base; readonly places: readonly (number | null)[] } {
  const base = documents.find(({ saved }) => saved)?.saved?.base;
  const places = documents.map(({ saved }) => saved?.index ?? null);
  const based = places.filter((place) => place !== null).length;
  const wasted = documents.length - based + (base?.count ?? 0) - based;
  if (wasted <= Math.max(most, documents.length / 10)) return { ...(base && { base }), places };
  const name = `documents-${process.pid}-${Date.now().toString(36)}`;
  const block = [...toBlock(documents)];
  replaceFile(join(folder, name), toParts(block));
  return {
    base: { name, digest: digestOfAll(block), count: documents.length },
    places: [...documents.keys()],
  };
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

/**
 * Small parts joined to larger ones, which are written faster, in one block of memory that each uses again.
 */
function* toParts(parts: readonly Uint8Array[]): Iterable<Uint8Array> {
  const block = Buffer.allocUnsafe(1 << 20);
  let end = 0;
  for (const part of parts) {
    if (end + part.length > block.length) {
      yield block.subarray(0, end);
      end = 0;
    }
    if (part.length > block.length) yield part;
    else {
      block.set(part, end);
      end += part.length;
    }
  }
  yield block.subarray(0, end);
}
