import path from 'node:path';
import { namesOf } from '../blocks/block.ts';
import type { Digest, SourcePath } from '../brands.ts';
import { type Analysis, openSite } from '../build/open-site.ts';
import { lazy } from '../bytes/lazy.ts';
import type { BodyPlace } from '../cache/bodies.ts';
import { cacheFolderOf } from '../cache/cache-folder.ts';
import { createMemoryBodies, type MemoryBodies } from '../cache/memory-bodies.ts';
import { readCache } from '../cache/read-cache.ts';
import { createState, type State } from '../cache/state.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { pipelineFingerprint } from '../config/pipeline-fingerprint.ts';
import { applyRules } from '../diagnostics/apply-rules.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type FoundRepository, findRepository } from '../history/find-repository.ts';
import { wantsHistory } from '../history/histories.ts';
import { configFiles } from '../places/find-config-file.ts';
import { placeIfNeeded } from '../places/place-if-needed.ts';
import type { ListedRoute } from '../routes/routes.ts';
import { type Discovered, discover } from '../stages/discover.ts';
import type { LoadedTheme } from '../theme/load.ts';
import { createPool, type Pool } from '../workers/pool.ts';
import { createStandingOf, type StandingOf } from '../workflow/standings.ts';
import type { Changes } from './change-batch.ts';
import { indexRoutes, sourcesOf } from './index-routes.ts';
import { type LoadedSetup, loadSetup } from './load-setup.ts';
import { rescan } from './rescan.ts';
import { unservedSources } from './unserved-sources.ts';

export interface MemoryInput {
  /** The site's folder, absolute. */
  readonly root: string;
  /** Whether drafts, pending and future articles are shown. */
  readonly drafts: boolean;
  /** The present, in milliseconds since the epoch. */
  readonly clock: () => number;
  /** How many threads parse files that are not in the cache. */
  readonly jobs: number;
}

/** Everything that pages are made from. It is replaced as a whole. */
export interface SiteInMemory {
  readonly analysis: Analysis;
  readonly state: State;
  readonly discovered: Discovered;
  /** With positions of fields and the site's severities. */
  readonly messages: readonly Diagnostic[];
  readonly now: number;
  /** The route of an output. */
  readonly route: (output: string) => ListedRoute | undefined;
  readonly bodies: () => ReadonlyMap<Digest, BodyPlace>;
  readonly sources: () => ReadonlyMap<string, SourcePath>;
  /** Files without a page, by the output where it would be. */
  readonly unserved: () => ReadonlyMap<string, SourcePath>;
  readonly standingOf: StandingOf;
}

/** State that is kept between changes. Only `updateMemory` changes it. */
export interface Memory extends MemoryInput {
  readonly cacheFolder: string;
  /** The file that git writes at each commit. */
  readonly headLog: string;
  setup: LoadedSetup;
  site?: SiteInMemory;
  bodies: MemoryBodies;
  /** The fingerprint of the pipeline that made `site`. */
  fingerprint?: Digest;
  /** The threads, and a key of the configuration and theme that they were started with. */
  threads?: { readonly key: string; readonly pool: Pool };
  repository?: FoundRepository;
}

export function createMemory(input: MemoryInput): Memory {
  return {
    ...input,
    cacheFolder: cacheFolderOf(input.root),
    headLog: path.join(input.root, '.git', 'logs', 'HEAD'),
    setup: { failures: [] },
    bodies: createMemoryBodies(),
  };
}

export async function closeMemory({ bodies, threads }: Memory): Promise<void> {
  bodies.close();
  await threads?.pool.close();
}

/** Updates configuration, theme and site for the files that changed. */
export async function updateMemory(memory: Memory, changes: Changes): Promise<void> {
  const { root, drafts } = memory;
  if (changes.anywhere || concernsSetup(memory, changes.paths))
    memory.setup = await loadSetup(root, memory.setup);
  const { config: loaded, theme } = memory.setup;
  if (!loaded || !theme) return;
  const { config } = loaded;
  const fingerprint = pipelineFingerprint(config, loaded.digest, theme.assets.blocks);
  const old = stateBefore(memory, fingerprint);
  const started = Date.now();
  const now = memory.clock();
  const discovered =
    memory.site && !changes.anywhere && fingerprint === memory.fingerprint
      ? rescan({ root, trees: config, before: memory.site.discovered, paths: changes.paths })
      : discover({ root, trees: config });
  const next = createState(old.bodies, '');
  const isSameHead = await refreshRepository(memory, { changes, config });
  const pool = await poolFor(memory, { loaded, theme });
  const { site, bodies, repository } = memory;
  const analysis = await openSite({
    root,
    config,
    theme,
    discovered,
    old,
    next,
    bodies,
    pool,
    now,
    started,
    drafts,
    ...(repository && { repository }),
    ...(site && isSameHead && { histories: site.analysis.histories }),
  });
  memory.site = await toSite({ root, config, analysis, state: next, discovered, now });
  memory.fingerprint = fingerprint;
  bodies.keep(next.documents().values());
}

/** Whether configuration or theme must be loaded again. */
function concernsSetup({ root, setup }: Memory, paths: readonly string[]): boolean {
  const templates = path.join(root, 'templates');
  const isConfig = (file: string): boolean =>
    configFiles(root).includes(file) || (setup.config?.inputs.includes(file) ?? false);
  return (
    !setup.config ||
    !setup.theme ||
    paths.some((file) => isConfig(file) || file === templates || file.startsWith(templates + path.sep))
  );
}

/** The state of the last update. It is read from the cache at the start, or when the pipeline changed. */
function stateBefore(memory: Memory, fingerprint: Digest): State {
  if (memory.site && memory.fingerprint === fingerprint) return memory.site.state;
  memory.bodies.close();
  const { state, bodies } = readCache({ folder: memory.cacheFolder, fingerprint });
  memory.bodies = bodies;
  return state;
}

/** Finds the repository again where it may have changed. Resolves to whether it is the same. */
async function refreshRepository(
  memory: Memory,
  { changes, config }: { changes: Changes; config: ResolvedConfig },
): Promise<boolean> {
  const { root, site, headLog, repository: before } = memory;
  const mayDiffer = !site || changes.anywhere || changes.paths.includes(headLog);
  if (!wantsHistory(config) || !mayDiffer) return true;
  const repository = await findRepository(root);
  if (repository) memory.repository = repository;
  else delete memory.repository;
  return JSON.stringify(repository) === JSON.stringify(before);
}

/** The threads, which are kept as long as configuration and theme are the same. */
async function poolFor(
  memory: Memory,
  { loaded: { config, module }, theme }: { readonly loaded: LoadedConfig; readonly theme: LoadedTheme },
): Promise<Pool> {
  const { root, jobs } = memory;
  const key = `${module} ${theme.module}`;
  if (memory.threads?.key === key) return memory.threads.pool;
  await memory.threads?.pool.close();
  const blocks = namesOf(theme.assets.blocks);
  const pool = createPool({ jobs, root, config, module, theme: theme.module, blocks });
  memory.threads = { key, pool };
  return pool;
}

interface SiteInput extends Pick<SiteInMemory, 'analysis' | 'state' | 'discovered' | 'now'> {
  readonly root: string;
  readonly config: ResolvedConfig;
}

async function toSite({ root, config, ...made }: SiteInput): Promise<SiteInMemory> {
  const { analysis, state, now } = made;
  const { documents, messages, modelled } = analysis;
  const placed = await placeIfNeeded(messages, root);
  const sources = lazy(() => sourcesOf(modelled.site));
  const { articles } = modelled;
  const standingOf = lazy(() => createStandingOf({ root, config, messages: placed, articles, now }));
  return {
    ...made,
    route: indexRoutes(analysis.routes),
    messages: applyRules(placed, config.rules),
    sources,
    standingOf: (document) => standingOf()(document),
    bodies: lazy(() => bodiesOf(state)),
    unserved: lazy(() => {
      const { unpublished } = modelled;
      const served = new Set(sources().values());
      return unservedSources({ root, config, documents, unpublished, served });
    }),
  };
}

const bodiesOf = (state: State): ReadonlyMap<Digest, BodyPlace> =>
  new Map(
    [...state.documents().values()].flatMap(({ document, body }) =>
      document.kind === 'broken' ? [] : [[document.body, body]],
    ),
  );
