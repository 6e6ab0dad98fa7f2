import { readFileSync } from 'node:fs';
import { joinDocument, type KeptHead } from '../content/kept-document.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { digestOf, digestOfAll } from '../digest.ts';
import type { PictureFacts } from '../images/describe.ts';
import { lazy } from '../lazy.ts';
import { replaceFile } from '../replace-file.ts';
import type { Stat } from '../stages/discover.ts';
import type { ScanRecord } from '../stages/scan.ts';
import type { DateTime, Digest, Document, OutputPath, SourcePath } from '../types.ts';
import { fromUtf8 } from '../utf8.ts';
import { type BodyPlace, CacheDamaged } from './bodies.ts';

/** What is known of a source file: its digest, good as long as the file system says the same of it. */
export interface FileRecord extends Stat {
  /** Empty for a file that nothing refers to, which is not read. */
  readonly digest: Digest | '';
  /** The file was so young when it was read that a later change might carry the same time: its stat proves nothing. */
  readonly young: boolean;
}

/** A document and the bytes of its parts in the state file, kept to be copied when the state is saved again. */
export interface DocumentRecord {
  readonly document: Document;
  /** Digest of what others than its own page can show of it. */
  readonly outline: Digest;
  readonly head: Uint8Array;
  readonly rest: Uint8Array;
  readonly body: BodyPlace;
}

/** What was written to the output folder. */
export interface OutputRecord {
  /** Digest of what the output is a function of. */
  readonly key: Digest;
  readonly size: number;
  readonly mtime: number;
}

export interface PictureRecord {
  readonly facts?: PictureFacts;
  readonly broken?: string;
}

/** What the last build was made of besides its files, and what it said. */
export interface LastBuild {
  /** Digest of configuration, templates, tool and output folder. */
  readonly key: Digest;
  /** Digest of all that the site's structure is made of: everything but what bodies say. */
  readonly shape: Digest;
  /** Digest of the names of what the site's own generators made; undefined when two outputs collided. */
  readonly own?: Digest;
  /** The moment for which it was built, and the next at which the site changes by itself. Milliseconds since the epoch. */
  readonly now: number;
  readonly until?: number;
  /** The latter on the clock of the site's zone. */
  readonly untilLocal?: DateTime;
  readonly counts: { readonly articles: number; readonly pages: number; readonly pictures: number };
  readonly messages: readonly Diagnostic[];
  readonly scan: ScanRecord;
}

/** All that one build leaves to the next. */
export interface State {
  readonly files: Map<string, FileRecord>;
  /** By path. Read when first asked for; throws {@link CacheDamaged} when they are not what was saved. */
  readonly documents: () => Map<string, DocumentRecord>;
  readonly pictures: Map<Digest, PictureRecord>;
  readonly outputs: Map<OutputPath, OutputRecord>;
  /** Name of the file of bodies that `documents` refer to. */
  readonly bodies: string;
  /** The output folder of `outputs`. */
  readonly out: string;
  readonly last?: LastBuild;
}

export const createState = (bodies: string, out: string): State => {
  const documents = new Map<string, DocumentRecord>();
  return { files: new Map(), documents: () => documents, pictures: new Map(), outputs: new Map(), bodies, out };
};

const magic = 'broadsheet cache 5';

/** Rows as columns, of which JSON is read and written in a third of the time. Digests stand one after another in one string, an empty one as spaces. */
interface FileColumns {
  readonly paths: readonly string[];
  readonly sizes: readonly number[];
  readonly mtimes: readonly number[];
  readonly ctimes: readonly number[];
  readonly inodes: readonly number[];
  readonly digests: string;
  /** `1` for each file that was too young. */
  readonly young: string;
}

interface OutputColumns {
  readonly paths: readonly OutputPath[];
  readonly keys: string;
  readonly sizes: readonly number[];
  readonly mtimes: readonly number[];
}

interface DocumentColumns {
  /** Of each document the place of its path in that column of the files. */
  readonly files: readonly number[];
  /** Where the bodies lie. */
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  /** Bytes of the two parts of their JSON. */
  readonly heads: readonly number[];
  readonly rests: readonly number[];
  readonly outlines: string;
}

interface Tables extends Pick<State, 'bodies' | 'out' | 'last'> {
  readonly files: FileColumns;
  readonly pictures: readonly (readonly [Digest, PictureRecord])[];
  readonly documents: DocumentColumns;
}

const digestLength = 32;
const digestAt = (column: string, index: number): Digest => column.slice(index * digestLength, (index + 1) * digestLength) as Digest;
const column = <Row, Value>(rows: readonly (readonly [string, Row])[], value: (row: Row) => Value): Value[] => rows.map(([, row]) => value(row));
const digestColumn = <Row>(rows: readonly (readonly [string, Row])[], value: (row: Row) => string): string =>
  column(rows, value)
    .map((digest) => digest.padEnd(digestLength))
    .join('');

/**
 * Reads the state, or says why it is not to be believed: `other` for one of another tool or pipeline, `damaged` for one whose digest
 * is wrong. The file is one line (magic, fingerprint, then length and digest of each part), the tables of files and documents as JSON,
 * that of the outputs, which the dev server never reads, then the documents, which a build with nothing to do never reads: their heads
 * as one JSON array in UTF-16, then the rest of each, one after another.
 */
export function readState(path: string, fingerprint: Digest): State | 'none' | 'other' | 'damaged' {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return 'none';
  }
  const newline = file.indexOf(10);
  const [name, made, tablesLength, tablesDigest, outputsLength, outputsDigest, documentsDigest] = file.toString('latin1', 0, Math.max(0, newline)).split('|');
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
    out: tables.out,
    ...(tables.last && { last: tables.last }),
    files: toFiles(tables.files),
    pictures: new Map(tables.pictures),
    get outputs() {
      return outputs();
    },
    documents: lazy(() => {
      if (digestOf(rest) !== documentsDigest) throw new CacheDamaged(`${path} has other documents than it should`);
      return toDocuments(tables, rest);
    }),
  };
}

function toFiles({ paths, sizes, mtimes, ctimes, inodes, digests, young }: FileColumns): State['files'] {
  const files: State['files'] = new Map();
  for (const [index, path] of paths.entries()) {
    const digest = digestAt(digests, index).trimEnd() as Digest;
    files.set(path, { size: sizes[index] as number, mtime: mtimes[index] as number, ctime: ctimes[index] as number, inode: inodes[index] as number, digest, young: young[index] === '1' });
  }
  return files;
}

function toOutputs({ paths, keys, sizes, mtimes }: OutputColumns): State['outputs'] {
  const outputs: State['outputs'] = new Map();
  for (const [index, path] of paths.entries()) outputs.set(path, { key: digestAt(keys, index), size: sizes[index] as number, mtime: mtimes[index] as number });
  return outputs;
}

function toDocuments({ files, documents: columns }: Tables, bytes: Buffer): Map<string, DocumentRecord> {
  const documents = new Map<string, DocumentRecord>();
  const headsLength = columns.heads.reduce((sum, length) => sum + length + comma.length, opening.length);
  const heads = JSON.parse(bytes.toString('utf16le', 0, Math.max(opening.length + closing.length, headsLength))) as KeptHead[];
  let headStart = opening.length;
  let restStart = Math.max(opening.length + closing.length, headsLength);
  for (const [index, place] of columns.files.entries()) {
    const path = files.paths[place] as SourcePath;
    const head = bytes.subarray(headStart, (headStart += columns.heads[index] as number));
    const rest = bytes.subarray(restStart, (restStart += columns.rests[index] as number));
    headStart += comma.length;
    const document = joinDocument({ path, digest: digestAt(files.digests, place) }, heads[index] as KeptHead, rest);
    documents.set(path, { document, outline: digestAt(columns.outlines, index), head, rest, body: { offset: columns.offsets[index] as number, length: columns.lengths[index] as number } });
  }
  return documents;
}

const [opening, comma, closing] = ['[', ',', ']'].map((mark) => Buffer.from(mark, 'utf16le')) as [Buffer, Buffer, Buffer];

/** Writes the state beside the old one and puts it in its place, so that a build that is killed leaves a whole one. */
export function writeState(path: string, fingerprint: Digest, state: State): void {
  const files = [...state.files];
  const places = new Map(files.map(([name], index) => [name, index]));
  const documents = [...state.documents()];
  const outputs = [...state.outputs];
  const tables: Tables = {
    bodies: state.bodies,
    out: state.out,
    ...(state.last && { last: state.last }),
    files: {
      paths: files.map(([name]) => name),
      sizes: column(files, ({ size }) => size),
      mtimes: column(files, ({ mtime }) => mtime),
      ctimes: column(files, ({ ctime }) => ctime),
      inodes: column(files, ({ inode }) => inode),
      digests: digestColumn(files, ({ digest }) => digest),
      young: column(files, ({ young }) => Number(young)).join(''),
    },
    pictures: [...state.pictures],
    documents: {
      files: documents.map(([name]) => places.get(name) as number),
      offsets: column(documents, ({ body }) => body.offset),
      lengths: column(documents, ({ body }) => body.length),
      heads: column(documents, ({ head }) => head.length),
      rests: column(documents, ({ rest }) => rest.length),
      outlines: digestColumn(documents, ({ outline }) => outline),
    },
  };
  const outputColumns: OutputColumns = {
    paths: outputs.map(([name]) => name),
    keys: digestColumn(outputs, ({ key }) => key),
    sizes: column(outputs, ({ size }) => size),
    mtimes: column(outputs, ({ mtime }) => mtime),
  };
  const [table, outputTable] = [tables, outputColumns].map((value) => Buffer.from(JSON.stringify(value))) as [Buffer, Buffer];
  const json = [...documents.flatMap(([, { head }], index) => [index === 0 ? opening : comma, head]), ...(documents.length === 0 ? [opening] : []), closing, ...documents.map(([, { rest }]) => rest)];
  const header = [magic, fingerprint, table.length, digestOf(table), outputTable.length, digestOf(outputTable), digestOfAll(json)].join('|');
  replaceFile(path, toParts(`${header}\n`, [table, outputTable], json));
}

/** The documents are joined to larger parts, which are written faster, in one block of memory that each part uses again. */
function* toParts(head: string, tables: readonly Uint8Array[], parts: readonly Uint8Array[]): Iterable<Uint8Array | string> {
  yield head;
  yield* tables;
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
