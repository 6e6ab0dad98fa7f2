import { dirname, join } from 'node:path';
import type { Digest, SourcePath } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import { fromUtf8 } from '../bytes/utf8.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { CacheDamaged } from './bodies.ts';
import {
  type ChunkFile,
  inGroups,
  mostOfChunk,
  type NewChunk,
  readChunks,
  writeChunks,
} from './chunk-file.ts';
import {
  type DocumentColumns,
  type DocumentRow,
  documentAt,
  type FileColumns,
  fromFileColumns,
  fromOutputColumns,
  type OutputColumns,
  toDocumentColumns,
  toFileColumns,
  toOutputColumns,
} from './columns.ts';
import { fromBlock, type Saved, toBlock } from './document-block.ts';
import { joinDocument } from './kept-document.ts';
import type { Base, DocumentRecord, FileRecord, LastBuild, PictureRecord, State } from './state.ts';

const magic = 'broadsheet cache 9';
const baseMagic = 'broadsheet documents 1';

/** The chunks of a state file, in their order. `texts` are of documents that changed since the base was written. */
type Kind = 'build' | 'messages' | 'files' | 'pictures' | 'documents' | 'outputs' | 'texts';

/** What there is once, however large the site is. */
interface BuildChunk extends Pick<State, 'bodies' | 'out'> {
  readonly base?: Base;
  readonly last?: Omit<LastBuild, 'messages'>;
}

/**
 * Reads the state, or says why it cannot be used: `other` for one of another tool or pipeline,
 * `damaged` for one whose digest is wrong. The file is one line (magic, fingerprint) and chunks. What a build
 * with nothing to do has no use for (documents, pictures) is parsed when it is asked for; the texts of documents
 * and their base are not even digested before.
 */
export function readState(path: string, fingerprint: Digest): State | 'none' | 'other' | 'damaged' {
  const file = readChunks<Kind>(path);
  if (!file) return 'none';
  const [name, made] = file.line.split('|');
  if (name !== magic) return name?.startsWith('broadsheet cache ') ? 'other' : 'damaged';
  if (made !== fingerprint) return 'other';
  if (!('read' in file)) return 'damaged';
  try {
    return toState(path, file);
  } catch (error) {
    if (error instanceof CacheDamaged) return 'damaged';
    throw error;
  }
}

function toState(path: string, { read }: ChunkFile<Kind>): State {
  const parsed = <Columns>(kind: Kind): (() => Columns[]) => {
    const chunks = read(kind);
    return () => chunks.map((bytes) => JSON.parse(fromUtf8(bytes)) as Columns);
  };
  const [build] = parsed<BuildChunk>('build')() as [BuildChunk];
  const messages = parsed<readonly Diagnostic[]>('messages')().flat();
  const files = parsed<FileColumns>('files')().flatMap(fromFileColumns);
  const ofPictures = parsed<readonly (readonly [Digest, PictureRecord])[]>('pictures');
  const ofDocuments = parsed<DocumentColumns>('documents');
  const ofOutputs = parsed<OutputColumns>('outputs');
  const { bodies, base, out, last } = build;
  const pictures = lazy(() => new Map(ofPictures().flat()));
  const outputs = lazy(() => new Map(ofOutputs().flatMap(fromOutputColumns)));
  const documents = lazy(() => {
    const texts = read('texts').flatMap(fromBlock);
    const based = base ? readBase(dirname(path), base) : [];
    return toDocuments({ files, columns: ofDocuments(), base, texts, based });
  });
  return {
    bodies,
    ...(base && { base: base.name }),
    out,
    ...(last && { last: { ...last, messages } }),
    files: new Map(files),
    get pictures() {
      return pictures();
    },
    get outputs() {
      return outputs();
    },
    documents,
  };
}

function readBase(folder: string, { name, digest }: Base): Saved[] {
  const file = readChunks<'texts'>(join(folder, name));
  if (!file || !('read' in file) || file.digest !== digest)
    throw new CacheDamaged(`${name} has other documents than it should`);
  return file.read('texts').flatMap(fromBlock);
}

function toDocuments({
  files,
  columns,
  base,
  texts,
  based,
}: {
  readonly files: readonly (readonly [string, FileRecord])[];
  readonly columns: readonly DocumentColumns[];
  readonly base: Base | undefined;
  readonly texts: readonly Saved[];
  readonly based: readonly Saved[];
}): Map<string, DocumentRecord> {
  const documents = new Map<string, DocumentRecord>();
  let next = 0;
  for (const chunk of columns)
    for (const [index, place] of chunk.files.entries()) {
      const [path, { digest }] = files[place] as [SourcePath, FileRecord & { digest: Digest }];
      const at = chunk.saved[index];
      const { kept, head, rest } = (typeof at === 'number' ? based[at] : texts[next++]) as Saved;
      const document = joinDocument({ path, digest }, kept, rest);
      const saved = base && typeof at === 'number' ? { base, index: at } : undefined;
      documents.set(path, {
        document,
        ...(saved && { saved }),
        head,
        rest,
        ...documentAt(chunk, index),
      });
    }
  return documents;
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
  chunk: number,
): { readonly base?: Base; readonly places: readonly (number | null)[] } {
  const base = documents.find(({ saved }) => saved)?.saved?.base;
  const places = documents.map(({ saved }) => saved?.index ?? null);
  const based = places.filter((place) => place !== null).length;
  const wasted = documents.length - based + (base?.count ?? 0) - based;
  if (wasted <= Math.max(most, documents.length / 10)) return { ...(base && { base }), places };
  const name = `documents-${process.pid}-${Date.now().toString(36)}`;
  const digest = writeChunks(join(folder, name), baseMagic, toTexts(documents, chunk));
  return { base: { name, digest, count: documents.length }, places: [...documents.keys()] };
}

function* toTexts(documents: readonly DocumentRecord[], most: number): Iterable<NewChunk<'texts'>> {
  const weigh = ({ head, rest }: DocumentRecord): number => head.length + rest.length;
  for (const group of inGroups(documents, { most, weigh })) yield { kind: 'texts', parts: toBlock(group) };
}

/**
 * Writes the state beside the old one and puts it in its place, so that a build that is killed leaves a whole
 * one; `chunk` is what the bytes of a chunk are about. Returns the name of the base.
 */
export function writeState(
  path: string,
  fingerprint: Digest,
  state: State,
  chunk = mostOfChunk,
): string | undefined {
  const documents = [...state.documents()];
  const records = documents.map(([, record]) => record);
  const { base, places } = toBase(dirname(path), records, chunk);
  const inFiles = new Map([...state.files.keys()].map((name, index) => [name, index]));
  const rows = documents.map(
    ([name, record], index): DocumentRow => [
      record,
      inFiles.get(name) as number,
      places[index] as number | null,
    ],
  );
  writeChunks(path, `${magic}|${fingerprint}`, toChunks(state, { base, rows, chunk }));
  return base?.name;
}

function* toChunks(
  { bodies, out, last, files, pictures, outputs }: State,
  { base, rows, chunk }: { base: Base | undefined; rows: readonly DocumentRow[]; chunk: number },
): Iterable<NewChunk<Kind>> {
  const { messages = [], ...lastBuild } = last ?? {};
  const build = { bodies, out, base, ...(last && { last: lastBuild }) };
  yield toChunk('build', build);
  const byPath = { most: chunk, weigh: ([path]: readonly [string, unknown]) => path.length + 100 };
  // Rows of a few hundred bytes.
  const byNumber = { most: chunk, weigh: () => 200 };
  for (const group of inGroups(messages, byNumber)) yield toChunk('messages', group);
  for (const group of inGroups(files, byPath)) yield toChunk('files', toFileColumns(group));
  for (const group of inGroups(pictures, byNumber)) yield toChunk('pictures', group);
  for (const group of inGroups(rows, byNumber)) yield toChunk('documents', toDocumentColumns(group));
  for (const group of inGroups(outputs, byPath)) yield toChunk('outputs', toOutputColumns(group));
  const changed = rows.filter(([, , saved]) => saved === null).map(([record]) => record);
  yield* toTexts(changed, chunk);
}

const toChunk = (kind: Kind, value: unknown): NewChunk<Kind> => ({
  kind,
  parts: [Buffer.from(JSON.stringify(value))],
});
