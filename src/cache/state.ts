import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { digestOf } from '../digest.ts';
import type { PictureFacts } from '../images/describe.ts';
import type { Stat } from '../stages/discover.ts';
import type { Digest, Document, OutputPath } from '../types.ts';
import type { BodyPlace } from './bodies.ts';

/** What is known of a source file: its digest, good as long as the file system says the same of it. */
export interface FileRecord extends Stat {
  readonly digest: Digest;
  /** The file was so young when it was read that a later change might carry the same time: its stat proves nothing. */
  readonly young: boolean;
}

/** A document and the bytes that say so in the state file, kept to be copied when the state is saved again. */
export interface DocumentRecord {
  readonly document: Document;
  readonly json: Uint8Array;
  readonly body: BodyPlace;
}

/** What was written to `dist`. */
export interface OutputRecord {
  /** Digest of what the output is a function of. */
  readonly key: Digest;
  readonly size: number;
  readonly mtime: number;
  /** Digest of its bytes. */
  readonly digest: Digest;
}

export interface PictureRecord {
  readonly facts?: PictureFacts;
  readonly broken?: string;
}

/** All that one build leaves to the next. */
export interface State {
  readonly files: Map<string, FileRecord>;
  readonly documents: Map<string, DocumentRecord>;
  readonly pictures: Map<Digest, PictureRecord>;
  readonly outputs: Map<OutputPath, OutputRecord>;
  /** Name of the file of bodies that `documents` refer to. */
  bodies: string;
}

export const emptyState = (): State => ({ files: new Map(), documents: new Map(), pictures: new Map(), outputs: new Map(), bodies: `bodies-${Date.now().toString(36)}` });

const magic = 'broadsheet cache 1';

/**
 * Reads the state, or says why it is not to be believed: `other` for one of another version of the tool, `damaged` for one whose
 * digest is wrong. The file is a line `magic, fingerprint, digest of the rest, lengths`, then JSON tables, then one JSON line a document.
 */
export function readState(path: string, fingerprint: Digest): State | 'none' | 'other' | 'damaged' {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return 'none';
  }
  const newline = file.indexOf(10);
  const [name, version, digest, tables] = file.subarray(0, Math.max(0, newline)).toString('latin1').split('|');
  if (name !== magic) return 'damaged';
  if (version !== fingerprint) return 'other';
  const rest = file.subarray(newline + 1);
  if (digestOf(rest) !== digest) return 'damaged';
  const { files, pictures, outputs, bodies, places } = JSON.parse(rest.toString('utf8', 0, Number(tables))) as Tables;
  const documents = new Map<string, DocumentRecord>();
  let start = Number(tables);
  for (const [offset, length, bytes] of places) {
    const json = rest.subarray(start, start + bytes);
    start += bytes;
    const document = JSON.parse(json.toString('utf8')) as Document;
    documents.set(document.path, { document, json, body: { offset, length } });
  }
  return {
    files: new Map(files.map(([key, size, mtime, ctime, inode, digest, young]) => [key, { size, mtime, ctime, inode, digest, young: young === 1 }])),
    pictures: new Map(pictures),
    outputs: new Map(outputs.map(([key, page, size, mtime, digest]) => [key, { key: page, size, mtime, digest }])),
    documents,
    bodies,
  };
}

interface Tables {
  readonly bodies: string;
  readonly files: readonly [string, number, number, number, number, Digest, 0 | 1][];
  readonly pictures: readonly [Digest, PictureRecord][];
  readonly outputs: readonly [OutputPath, Digest, number, number, Digest][];
  readonly places: readonly [number, number, number][];
}

/** Writes the state beside the old one and puts it in its place, so that a build that is killed leaves a whole one. */
export function writeState(path: string, fingerprint: Digest, state: State): void {
  const tables: Tables = {
    bodies: state.bodies,
    files: [...state.files].map(([key, { size, mtime, ctime, inode, digest, young }]) => [key, size, mtime, ctime, inode, digest, young ? 1 : 0]),
    pictures: [...state.pictures],
    outputs: [...state.outputs].map(([key, output]) => [key, output.key, output.size, output.mtime, output.digest]),
    places: [...state.documents.values()].map(({ body, json }) => [body.offset, body.length, json.length]),
  };
  const table = Buffer.from(JSON.stringify(tables));
  const rest = Buffer.concat([table, ...[...state.documents.values()].map(({ json }) => json)]);
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, Buffer.concat([Buffer.from(`${magic}|${fingerprint}|${digestOf(rest)}|${table.length}\n`), rest]));
  renameSync(temporary, path);
}
