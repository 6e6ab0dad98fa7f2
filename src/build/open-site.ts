import path from 'node:path';
import type { Digest, SourcePath } from '../brands.ts';
import { digestOfTexts } from '../bytes/digest.ts';
import { readIfAllowed, unreadable } from '../bytes/read-if-allowed.ts';
import type { Bodies } from '../cache/bodies.ts';
import { cacheFolderOf } from '../cache/cache-folder.ts';
import type { State } from '../cache/state.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type FoundRepository, findRepository } from '../history/find-repository.ts';
import type { ArticleHistories } from '../history/histories.ts';
import { noHistory, wantsHistory } from '../history/histories.ts';
import { settleAuthors } from '../model/author-lists.ts';
import { addressesPath } from '../model/known-addresses.ts';
import { messagesOf } from '../model/missing-categories.ts';
import { type Modelled, model } from '../model/model.ts';
import { collectAssets, type FileIndex, indexFiles } from '../model/references.ts';
import { createArticleViews, viewsPath } from '../readers/article-views.ts';
import { createReader, type Reader } from '../routes/reader.ts';
import { type ListedRoute, routes } from '../routes/routes.ts';
import { uniqueRoutes } from '../routes/unique-routes.ts';
import { type Asset, describe } from '../stages/describe.ts';
import type { Discovered, SourceFile } from '../stages/discover.ts';
import { digestFile, inOrder, read } from '../stages/read.ts';
import type { StoredPictures } from '../store/pictures.ts';
import type { LoadedTheme } from '../theme/load.ts';
import { missingParts, unusedPages, withoutUsedParts } from '../theme/own-files.ts';
import { styleTheme } from '../theme/theme-style.ts';
import type { Document } from '../types.ts';
import type { Pool } from '../workers/pool.ts';
import { unreadTexts } from './unread-texts.ts';

export interface OpenInput {
  /** The site's folder, absolute. */
  readonly root: string;
  readonly config: ResolvedConfig;
  readonly theme: Pick<LoadedTheme, 'assets' | 'ownPages' | 'ownParts' | 'messages'>;
  readonly discovered: Discovered;
  /** The state that the last build left. */
  readonly old: State;
  /** The state for the next build, which is filled in here, but for its outputs. */
  readonly next: State;
  readonly bodies: Bodies;
  readonly pool: Pool;
  /** The moment for which the site is built, in milliseconds since the epoch. */
  readonly now: number;
  /** When the work began, in milliseconds since the epoch. */
  readonly started: number;
  /** Opens the pictures that machines share, where there is a store. */
  readonly storedPictures?: () => Promise<StoredPictures>;
  /** Where what was read from git is kept; the site's cache when missing. */
  readonly cacheFolder?: string;
  /** Where the site lies in git; looked up when missing. */
  readonly repository?: FoundRepository;
  /** What git said of the articles, when it is known from before and still holds. */
  readonly histories?: ArticleHistories;
  /** Whether drafts, pending and future articles count as published. */
  readonly drafts?: boolean;
  /** For reports, of which nothing is published: the site has what is private too. */
  readonly unmasked?: boolean;
  readonly progress?: (what: 'documents' | 'pictures', done: number, total: number) => void;
  /** Called when a part of the work has ended. */
  readonly lap?: (part: string) => void;
}

/** All that is known of a site before anything is made of it. */
export interface Analysis {
  /** Documents that were parsed. */
  readonly changed: readonly SourcePath[];
  /** Digest of all that pages can show besides the words of their own bodies. */
  readonly outline: () => Digest;
  readonly documents: readonly Document[];
  readonly files: FileIndex;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly histories: ArticleHistories;
  readonly modelled: Modelled;
  readonly routes: readonly ListedRoute[];
  /** What the site's own generators have read so far, as {@link Reader.reads} has it. */
  readonly reads: Reader['reads'];
  readonly messages: readonly Diagnostic[];
}

/**
 * The stages from the files to the routes: build, check, the dev server and reports stand on it. Writes
 * nothing but `next`, `bodies` and what it learnt from git.
 */
export async function openSite(input: OpenInput): Promise<Analysis> {
  const { root, config, theme, discovered, next, lap = () => {} } = input;
  const changed = await readDocuments(input);
  lap('read and parse');
  const { documents, messages: hints } = settleAuthors(inOrder(discovered.files, next.documents()));
  const files = indexFiles(discovered.files);
  const assets = await describeAssets(input, collectAssets({ documents, files, config }));
  const histories = await historiesOf(documents, input);
  const readers = await readersOf(files, input);
  lap('describe');
  const reader = createReader(root);
  const knownAddresses = knownAddressesOf(files, input);
  const styled = await styleTheme(theme.assets, config.theme);
  const modelled = await model({
    ...input,
    documents,
    files,
    assets,
    histories,
    views: readers.views,
    ...(knownAddresses !== undefined && { knownAddresses }),
    theme: styled.assets,
    reader,
  });
  lap('model');
  const { routes: listed, messages } = uniqueRoutes(routes(modelled.site));
  lap('routes');
  return {
    changed,
    outline: () => outlineOf(discovered.files, next, assets),
    documents,
    files,
    assets,
    histories,
    modelled,
    routes: listed,
    reads: reader.reads,
    messages: [
      ...messagesOfFiles(input, { documents, assets }),
      ...hints,
      ...histories.messages,
      ...readers.messages,
      ...modelled.messages,
      ...messages,
      ...withoutUsedParts(theme.messages, config.theme.home),
      ...missingParts(theme.ownParts, config.theme.home),
      ...styled.messages,
      ...unusedPages(theme.ownPages, pageRoutes(listed)),
    ],
  };
}

/** Reads and parses the documents that changed. */
function readDocuments(input: OpenInput): Promise<readonly SourcePath[]> {
  const { discovered, progress = () => {} } = input;
  return read({
    ...input,
    files: discovered.files,
    progress: (done, total) => progress('documents', done, total),
  });
}

/** Describes the pictures and other files that documents name. */
function describeAssets(input: OpenInput, requests: ReturnType<typeof collectAssets>) {
  const { root, old, next, started, storedPictures, progress = () => {} } = input;
  return describe({
    root,
    requests,
    old,
    next,
    started,
    storedPictures,
    progress: (done, total) => progress('pictures', done, total),
  });
}

/** What is wrong with the files of the site, each by itself. */
function messagesOfFiles(
  input: OpenInput,
  { documents, assets }: Pick<Analysis, 'documents' | 'assets'>,
): readonly Diagnostic[] {
  const { discovered, config } = input;
  return [
    ...discovered.messages,
    ...unreadableFiles(input),
    ...unreadTexts({ files: discovered.files, isUsed: (file) => assets.has(file.path) }),
    ...messagesOf(documents, config),
  ];
}

const pageRoutes = (routes: readonly ListedRoute[]) => routes.filter((route) => route.kind === 'page');

/** What git knows of the articles, where the site asks for it. */
async function historiesOf(documents: readonly Document[], input: OpenInput): Promise<ArticleHistories> {
  const { root, config, histories, cacheFolder = cacheFolderOf(root) } = input;
  if (histories) return histories;
  const repository = wantsHistory(config) ? (input.repository ?? (await findRepository(root))) : undefined;
  if (!repository) return noHistory;
  const articles = documents.filter((document) => document.kind === 'article');
  const { readHistory } = await import('../history/history.ts');
  return readHistory({
    root,
    config,
    repository,
    documents: articles,
    file: path.join(cacheFolder, 'history'),
  });
}

/** The numbers of readers, where they are counted. */
async function readersOf(files: FileIndex, { root, config, old, next, started }: OpenInput) {
  const file = files.get(viewsPath);
  if (!file) return { messages: [] };
  const { data, messages } = (await import('../readers/views-data.ts')).readViews({ root, path: file.path });
  // Pages depend on this file, so its digest belongs to the state.
  next.files.set(file.path, digestFile({ file, root, old: old.files.get(file.path), started }));
  return { messages, ...(data && { views: createArticleViews(data, config) }) };
}

/** The text of the list of addresses, where there is one. */
function knownAddressesOf(files: FileIndex, { root, old, next, started }: OpenInput): string | undefined {
  const file = files.get(addressesPath);
  if (!file) return undefined;
  next.files.set(file.path, digestFile({ file, root, old: old.files.get(file.path), started }));
  return readIfAllowed(path.join(root, file.path))?.toString('utf8');
}

/** Files other than documents that the system does not let be read. */
const unreadableFiles = ({ discovered, next }: OpenInput): Diagnostic[] =>
  discovered.files
    .filter((file) => file.kind === undefined && next.files.get(file.path)?.digest === unreadable)
    .map((file) => diagnose('unreadable-file', file.path));

/** Digest of the outlines of all documents, and of the bytes of all other files that are read. */
const outlineOf = (...seen: Parameters<typeof outlines>): Digest => digestOfTexts(outlines(...seen));

function* outlines(
  files: readonly SourceFile[],
  next: State,
  assets: ReadonlyMap<string, Asset>,
): Iterable<string> {
  const documents = next.documents();
  for (const { path: file, real = '', size, mtime } of files)
    yield `${file} ${real}\n${documents.get(file)?.outline || next.files.get(file)?.digest || `${size} ${mtime}`}\n`;
  // A store may gain facts about pictures in Git LFS between two builds.
  for (const { path: file, inLfs, picture } of assets.values())
    if (inLfs) yield `${file} ${picture !== undefined}\n`;
}
