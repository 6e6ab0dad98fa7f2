import path from 'node:path';
import type { Digest, SourcePath } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { readIfAllowed, unreadable } from '../bytes/read-if-allowed.ts';
import type { Bodies } from '../cache/bodies.ts';
import { joinDocument, type KeptHead } from '../cache/kept-document.ts';
import type { DocumentRecord, FileRecord, State } from '../cache/state.ts';
import type { Document, DocumentKind } from '../types.ts';
import type { ParseResult } from '../workers/messages.ts';
import type { Pool } from '../workers/pool.ts';
import type { SourceFile, Stat } from './discover.ts';

/**
 * Files changed within this many milliseconds before they are read could change again within the clock's
 * grain.
 */
const grain = 2000;

/** Whether size, times and inode of a file are those of its record. */
export const sameStat = (a: Stat, b: Stat): boolean =>
  a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime && a.inode === b.inode;

/**
 * The digest of a file; {@link unreadable} when there is none: as remembered when the file system says that
 * it was not touched, else from its bytes.
 */
export function digestFile({
  file,
  root,
  old,
  started,
}: {
  file: SourceFile;
  root: string;
  old?: FileRecord;
  started: number;
}): FileRecord & { readonly digest: Digest } {
  if (old && old.digest !== '' && old.digest !== unreadable && !old.racy && sameStat(old, file))
    return old as FileRecord & { readonly digest: Digest };
  const bytes = readIfAllowed(path.join(root, file.path));
  return toRecord(file, bytes ? digestOf(bytes) : unreadable, started);
}

const toRecord = <Known extends Digest | ''>(
  { size, mtime, ctime, inode }: SourceFile,
  digest: Known,
  started: number,
): FileRecord & { readonly digest: Known } => ({
  size,
  mtime,
  ctime,
  inode,
  digest,
  racy: Math.max(mtime, ctime) > started - grain,
});

interface Input {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly old: State;
  readonly next: State;
  readonly pool: Pool;
  readonly bodies: Bodies;
  /** When the build began, in milliseconds since the epoch. */
  readonly started: number;
  readonly progress: (done: number, total: number) => void;
}

/** A file that is a document. */
type DocumentFile = SourceFile & { readonly kind: DocumentKind };

/**
 * Documents of all Markdown files: those of unchanged bytes from the last build, the others parsed. Returns
 * those that were parsed.
 */
export async function read(input: Input): Promise<readonly SourcePath[]> {
  const changed = takeUnchanged(input);
  if (changed.length > 0) await parseChanged(changed, input);
  return changed.map((file) => file.path);
}

/** Takes the documents whose files are as they were; returns the files that are to be parsed. */
function takeUnchanged({ root, files, old, next, started }: Input): DocumentFile[] {
  const before = old.documents();
  const documents = next.documents();
  const changed: DocumentFile[] = [];
  for (const file of files) {
    if (file.kind === undefined) {
      // The bytes are not needed yet; only the presence of the file is recorded.
      next.files.set(file.path, toRecord(file, '', started));
      continue;
    }
    const last = before.get(file.path);
    const record = last && digestFile({ file, root, old: old.files.get(file.path), started });
    if (last && record?.digest === last.document.digest) {
      next.files.set(file.path, record);
      documents.set(file.path, last);
    } else changed.push({ ...file, kind: file.kind });
  }
  return changed;
}

async function parseChanged(changed: readonly DocumentFile[], input: Input): Promise<void> {
  const { pool, progress } = input;
  const isCostly = (file: DocumentFile): boolean => pool.isCostly(file.size);
  const { size, parse } = await pool.workersFor(changed.filter((file) => !isCostly(file)).length);
  const most = size === 1 ? 64 : Math.max(8, Math.min(64, Math.ceil(changed.length / size / 4)));
  let done = 0;
  const run = async (batch: readonly DocumentFile[]) => {
    const files = batch.map(({ path: source, kind }) => ({ path: source, kind }));
    const result = await (batch.some(isCostly) ? pool.parseGuarded : parse)({ task: 'parse', files });
    done += batch.length;
    progress(done, changed.length);
    return { batch, result };
  };
  // Results are taken in the order of the files, whichever thread is first, so that the same input gives the
  // same store. Only as many tasks as keep the threads busy run at a time, since early results wait in
  // memory.
  const batches = toBatches(changed, { most, isCostly });
  for await (const { batch, result } of ordered(batches, run, size * 3)) takeParsed(batch, result, input);
}

/** Takes the documents of a batch of files out of the blocks of bytes that a thread made of them. */
function takeParsed(
  batch: readonly DocumentFile[],
  { heads, rests, html, parts }: ParseResult,
  { next, bodies, started }: Input,
): void {
  const documents = next.documents();
  let headOffset = 0;
  let restOffset = 0;
  let bodyOffset = bodies.append(html);
  for (const [index, file] of batch.entries()) {
    const [headLength, restLength, bodyLength, terms, digest, outline] = parts[
      index
    ] as ParseResult['parts'][number];
    const head = heads.subarray(headOffset, headOffset + headLength);
    const rest = rests.subarray(restOffset, restOffset + restLength);
    const document = joinDocument({ path: file.path, digest }, parseHead(head), rest);
    documents.set(file.path, {
      document,
      outline,
      head,
      rest,
      body: { offset: bodyOffset, length: bodyLength },
      terms,
    });
    next.files.set(file.path, toRecord(file, digest, started));
    headOffset += headLength;
    restOffset += restLength;
    bodyOffset += bodyLength + terms;
  }
}

const parseHead = (head: Uint8Array): KeptHead =>
  JSON.parse(Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('utf16le')) as KeptHead;

/** Expensive files per batch: few, since a batch that is stopped has to be parsed again. */
const fewCostly = 8;

/** The files in their order, in batches of files that may cost much and batches of others. */
function toBatches<File>(
  files: readonly File[],
  { most, isCostly }: { readonly most: number; readonly isCostly: (file: File) => boolean },
): File[][] {
  const batches: File[][] = [];
  let last: boolean | undefined;
  for (const file of files) {
    const costly = isCostly(file);
    const batch = batches.at(-1);
    if (batch && costly === last && batch.length < (costly ? fewCostly : most)) batch.push(file);
    else batches.push([file]);
    last = costly;
  }
  return batches;
}

/** The documents in the order of the files. */
export const inOrder = (
  files: readonly SourceFile[],
  documents: ReadonlyMap<string, DocumentRecord>,
): Document[] =>
  files.flatMap(({ path: source }: { path: SourcePath }) => documents.get(source)?.document ?? []);

/**
 * The results of `work` on each item, in the order of the items, with at most `most` of them begun and not
 * yet taken.
 */
export async function* ordered<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  most: number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  let next = 0;
  for (;;) {
    for (; next < items.length && begun.length < most; next++) {
      const result = work(items[next] as Item);
      // The error is thrown when the result is taken; before that it must not end the process as unhandled.
      result.catch(() => {});
      begun.push(result);
    }
    const first = begun.shift();
    if (!first) return;
    yield await first;
  }
}
