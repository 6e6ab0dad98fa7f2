import { statSync } from 'node:fs';
import path from 'node:path';
import type { SourcePath } from '../brands.ts';
import { openMadeFiles, pictureFolder } from '../cache/made-files.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DiagnosedError } from '../diagnostics/diagnosed-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { configFiles } from '../places/find-config-file.ts';
import { placeIfNeeded } from '../places/place-if-needed.ts';
import { type Answer, type AnswerInput, answerFor } from './answer.ts';
import type { Changes } from './change-batch.ts';
import { type ListedArticle, listArticles } from './list-articles.ts';
import { createPictureMaker } from './picture-maker.ts';
import { closeMemory, createMemory, type Memory, type MemoryInput, updateMemory } from './site-in-memory.ts';

export interface Engine {
  /** Applies changes, one call after another. Resolves when the site is up to date with the files. */
  readonly apply: (changes: Changes) => Promise<void>;
  /** Answers a request for an address of the site, percent-encoded. */
  readonly page: (address: string) => Promise<Answer>;
  /** All problems, sorted by file and line. */
  readonly problems: () => readonly Diagnostic[];
  /** The problems that concern every page: why the present files cannot be used. */
  readonly failures: () => readonly Diagnostic[];
  readonly articles: () => readonly ListedArticle[];
  /** Addresses of articles that a build would not publish now. */
  readonly unpublished: () => readonly string[];
  /** Files besides content and templates that change the site, absolute. */
  readonly configFiles: () => readonly string[];
  /** Address of the front page. */
  readonly base: () => string;
  /** Address of the style sheet. */
  readonly style: () => string;
  /** When the site next changes without a change of files, in milliseconds since the epoch. */
  readonly nextChange: () => number | undefined;
  /** Whether a file, relative to the site's folder, is one of the site's sources. */
  readonly isSource: (file: string) => boolean;
  readonly close: () => Promise<void>;
}

/** Creates the site in memory that the dev server serves. It writes only pictures, into the cache. */
export async function createEngine(input: MemoryInput): Promise<Engine> {
  const { root, drafts } = input;
  const memory = createMemory(input);
  const cache = openMadeFiles(path.join(memory.cacheFolder, pictureFolder()), { use: true });
  const picture = createPictureMaker({ root, cache });
  const shownSources = new Map<string, SourcePath>();
  const failedPages = new Map<string, Diagnostic>();
  const answers: AnswerInput = { memory, shownSources, failedPages, picture };
  /** Why nothing can be served. */
  let refusals: readonly Diagnostic[] = [];
  const update = async (changes: Changes): Promise<void> => {
    refusals = await updateWithRetries(answers, changes);
  };
  const failures = (): Diagnostic[] => [...memory.setup.failures, ...refusals];
  let running = update({ paths: [], anywhere: true });
  await running;
  return {
    apply: (changes) => (running = running.then(() => update(changes))),
    page: (address) => answerFor(address, answers),
    failures,
    problems: () => [...failures(), ...failedPages.values(), ...(memory.site?.messages ?? [])],
    articles: () => listOf(memory),
    unpublished: () => (drafts ? unpublishedOf(memory) : []),
    configFiles: () => configFilesOf(memory),
    base: () => baseOf(memory),
    style: () => memory.site?.analysis.modelled.site.props.assets.style ?? baseOf(memory),
    nextChange: () => memory.site?.analysis.modelled.nextChange(),
    isSource: (file) => isSourceOf(memory, file),
    close: () => closeMemory(memory),
  };
}

/** How many times an update is retried when a file vanished during it, and the pause in milliseconds. */
const retries = { most: 5, delay: 40 };

/**
 * Updates the site. Where a file vanishes while it is read, the whole site is read again. Resolves to the
 * reasons why the site could not be updated; empty on success.
 */
async function updateWithRetries(
  { memory, failedPages }: AnswerInput,
  changes: Changes,
): Promise<readonly Diagnostic[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      failedPages.clear();
      await updateMemory(memory, attempt === 0 ? changes : { ...changes, anywhere: true });
      return [];
    } catch (error) {
      if (!isPassing(error) || attempt >= retries.most) return toRefusals(error, memory);
      await new Promise((resolve) => setTimeout(resolve, retries.delay));
    }
  }
}

/** Whether an error comes from files that vanish or are locked for a moment. */
function isPassing(error: unknown): boolean {
  const { code = '', name } = error as NodeJS.ErrnoException;
  return name === 'UsageError' || ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM'].includes(code);
}

async function toRefusals(error: unknown, { root, cacheFolder }: Memory): Promise<readonly Diagnostic[]> {
  if (error instanceof DiagnosedError) return placeIfNeeded(error.messages, root);
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  const isCache = (error as NodeJS.ErrnoException).path?.startsWith(path.dirname(cacheFolder)) ?? false;
  return [
    isCache
      ? diagnose('cache-unwritable', '.cache', {}, { reason })
      : diagnose('site-failed', 'content', {}, { reason }),
  ];
}

function listOf({ site, setup }: Memory): readonly ListedArticle[] {
  if (!site || !setup.config) return [];
  return listArticles({
    documents: site.analysis.documents,
    sources: site.sources(),
    messages: site.messages,
    config: setup.config.config,
    standingOf: site.standingOf,
  });
}

const unpublishedOf = ({ site }: Memory): string[] =>
  (site?.analysis.modelled.articles ?? [])
    .filter(({ document }) => site?.standingOf(document).standing !== 'published')
    .map(({ card }) => card.address);

const configFilesOf = ({ root, headLog, setup, site }: Memory): string[] => [
  headLog,
  ...configFiles(root),
  ...(setup.config?.inputs ?? []),
  ...[...(site?.analysis.reads.keys() ?? [])].map((file) => path.join(root, file)),
];

const baseOf = ({ setup }: Memory): string => setup.config?.config.site.base ?? '/';

function isSourceOf({ root, site }: Memory, file: string): boolean {
  if (site?.analysis.files.has(file.normalize('NFC'))) return true;
  const full = path.join(root, file);
  const mayBe = configFiles(root).includes(full) || file.startsWith('templates/');
  if (!mayBe || file.split('/').includes('..')) return false;
  return statSync(full, { throwIfNoEntry: false })?.isFile() ?? false;
}
