import { readFileSync } from 'node:fs';
import { joinDocument } from '../content/kept-document.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { digestOf, digestOfAll } from '../digest.ts';
import type { PictureFacts } from '../images/describe.ts';
import { lazy } from '../lazy.ts';
import { replaceFile } from '../replace-file.ts';
import type { Stat } from '../stages/discover.ts';
import type { ScanRecord } from '../stages/scan.ts';
import type { DateTime, Digest, Document, OutputPath } from '../types.ts';
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

const magic = 'broadsheet cache 4';

interface Tables {
  readonly bodies: string;
  readonly out: string;
  readonly last?: LastBuild;
  readonly files: readonly (readonly [path: string, size: number, mtime: number, ctime: number, inode: number, digest: Digest | '', young: 0 | 1])[];
  readonly pictures: readonly (readonly [Digest, PictureRecord])[];
  readonly outputs: readonly (readonly [OutputPath, key: Digest, size: number, mtime: number])[];
  /** Of each document: its path, where its body lies, how long the parts of its JSON are, its outline. */
  readonly documents: readonly (readonly [path: string, offset: number, length: number, head: number, rest: number, outline: Digest])[];
}

/**
 * Reads the state, or says why it is not to be believed: `other` for one of another tool or pipeline, `damaged` for one whose digest
 * is wrong. The file is one line (magic, fingerprint, length and digest of the tables, digest of all that follows), the tables as JSON,
 * then the documents, which a build with nothing to do never reads: their heads as one JSON array, then the rest of each, one after another.
 */
export function readState(path: string, fingerprint: Digest): State | 'none' | 'other' | 'damaged' {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return 'none';
  }
  const newline = file.indexOf(10);
  const [name, made, length, tablesDigest, documentsDigest] = file.toString('latin1', 0, Math.max(0, newline)).split('|');
  if (name !== magic) return name?.startsWith('broadsheet cache ') ? 'other' : 'damaged';
  if (made !== fingerprint) return 'other';
  const tableBytes = file.subarray(newline + 1, newline + 1 + Number(length));
  if (digestOf(tableBytes) !== tablesDigest) return 'damaged';
  const tables = JSON.parse(tableBytes.toString('utf8')) as Tables;
  const rest = file.subarray(newline + 1 + Number(length));
  const files: State['files'] = new Map();
  for (const [key, size, mtime, ctime, inode, digest, young] of tables.files) files.set(key, { size, mtime, ctime, inode, digest, young: young === 1 });
  const outputs: State['outputs'] = new Map();
  for (const [key, page, size, mtime] of tables.outputs) outputs.set(key, { key: page, size, mtime });
  return {
    bodies: tables.bodies,
    out: tables.out,
    ...(tables.last && { last: tables.last }),
    files,
    pictures: new Map(tables.pictures),
    outputs,
    documents: lazy(() => {
      if (digestOf(rest) !== documentsDigest) throw new CacheDamaged(`${path} has other documents than it should`);
      const documents = new Map<string, DocumentRecord>();
      const headsLength = tables.documents.reduce((sum, [, , , head]) => sum + head + 1, 1);
      const heads = JSON.parse(rest.toString('utf8', 0, Math.max(2, headsLength))) as object[];
      let headStart = 1;
      let restStart = Math.max(2, headsLength);
      for (const [index, [key, offset, bodyLength, headLength, restLength, outline]] of tables.documents.entries()) {
        const head = rest.subarray(headStart, headStart + headLength);
        const others = rest.subarray(restStart, restStart + restLength);
        headStart += headLength + 1;
        restStart += restLength;
        documents.set(key, { document: joinDocument(heads[index] as object, others), outline, head, rest: others, body: { offset, length: bodyLength } });
      }
      return documents;
    }),
  };
}

const [opening, comma, closing] = ['[', ',', ']'].map((mark) => Buffer.from(mark)) as [Buffer, Buffer, Buffer];

/** Writes the state beside the old one and puts it in its place, so that a build that is killed leaves a whole one. */
export function writeState(path: string, fingerprint: Digest, state: State): void {
  const documents = [...state.documents()];
  const tables: Tables = {
    bodies: state.bodies,
    out: state.out,
    ...(state.last && { last: state.last }),
    files: [...state.files].map(([key, { size, mtime, ctime, inode, digest, young }]) => [key, size, mtime, ctime, inode, digest, young ? 1 : 0]),
    pictures: [...state.pictures],
    outputs: [...state.outputs].map(([key, output]) => [key, output.key, output.size, output.mtime]),
    documents: documents.map(([key, { body, head, rest, outline }]) => [key, body.offset, body.length, head.length, rest.length, outline]),
  };
  const table = Buffer.from(JSON.stringify(tables));
  const json = [...documents.flatMap(([, { head }], index) => [index === 0 ? opening : comma, head]), ...(documents.length === 0 ? [opening] : []), closing, ...documents.map(([, { rest }]) => rest)];
  replaceFile(path, toParts(`${magic}|${fingerprint}|${table.length}|${digestOf(table)}|${digestOfAll(json)}\n`, table, json));
}

/** The documents are joined to larger parts, which are written faster, but not all of them at once, which would take their size in memory again. */
function* toParts(head: string, table: Uint8Array, parts: readonly Uint8Array[]): Iterable<Uint8Array | string> {
  yield head;
  yield table;
  for (let index = 0; index < parts.length; index += 500) yield Buffer.concat(parts.slice(index, index + 500));
}
