import { existsSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { namesOf } from '../blocks/block.ts';
import type { Digest } from '../brands.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { CacheDamaged } from '../cache/bodies.ts';
import { cacheFolderOf, filesOfFirstVersion, openCacheFolder } from '../cache/cache-folder.ts';
import { takeLock } from '../cache/lock.ts';
import { type Cache, openCache } from '../cache/open-cache.ts';
import { configFileOf, type LoadedConfig, loadConfig } from '../config/load-config.ts';
import { pipelineFingerprint } from '../config/pipeline-fingerprint.ts';
import { applyRules } from '../diagnostics/apply-rules.ts';
import { findRepository } from '../history/find-repository.ts';
import { wantsHistory } from '../history/histories.ts';
import { type Discovered, discover } from '../stages/discover.ts';
import { locateOutput } from '../stages/locate-output.ts';
import { noCounts } from '../stages/output-counts.ts';
import { openOutput, removeHalfWritten } from '../stages/output-folder.ts';
import { loadTheme, shippedTheme } from '../theme/load.ts';
import { ThemeError, toThemeError } from '../theme/theme-error.ts';
import { toolchain } from '../tool/toolchain.ts';
import type { Pool } from '../workers/pool.ts';
import { type BuildOptions, type BuildResult, type Made, repeat, summary, totals } from './build-result.ts';
import { noteChanges, noteNoChanges } from './changed.ts';
import { makeOutputs, settleOutputs, toLastBuild } from './make-outputs.ts';
import { loadStages, type Options, type Run, type Setup } from './run.ts';
import { lacksFiles, openSharedStore, type SharedStore } from './shared-store.ts';
import { createTimings } from './timings.ts';
import { isUpToDate } from './up-to-date.ts';

/**
 * Builds the site, one build of it at a time. A cache that turns out to be damaged on the way is put aside,
 * and all is built anew. Rejects with a `UsageError` where there is no site, or the output folder is none of
 * ours.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { root, waiting = () => {} } = options;
  configFileOf(root);
  const out = locateOutput(options);
  const cacheFolder = openCacheFolder(options.cacheFolder ?? cacheFolderOf(root));
  const release = await takeLock(cacheFolder, waiting);
  try {
    return await buildOnce({ ...options, out, cacheFolder });
  } catch (error) {
    if (!(error instanceof CacheDamaged)) throw error;
    return {
      ...(await buildOnce({ ...options, out, cacheFolder, cache: false })),
      cacheDiscarded: 'damaged',
    };
  } finally {
    release();
  }
}

/** Every stage in its order, one barrier (`model`) between what needs one file and what needs all. */
async function buildOnce(options: Options): Promise<BuildResult> {
  const started = Date.now();
  const timings = createTimings();
  const leftOver = existsSync(path.join(options.cacheFolder, 'state'))
    ? []
    : filesOfFirstVersion(options.root);
  const setup = await loadSetup(options);
  timings.lap('config');
  const target = openOutput(options.out);
  if (setup.themeError && target.fresh) {
    target.abandon();
    return refuse({ ...options, loaded: setup.loaded, error: setup.themeError, started });
  }
  const shared = options.store && (await openSharedStore(options.store, options));
  const cache = await openCacheOf(options, setup, shared);
  try {
    timings.lap('cache');
    const result = await buildWith({ options, setup, target, cache, shared, started, timings });
    if (result.parsed > 0) await shared?.save(cache.next, result.parsed, pipelineOf(setup));
    await shared?.close();
    if (shared) timings.lap('store');
    const notices = shared?.notices() ?? [];
    return {
      ...result,
      durationMs: Date.now() - started,
      timings: timings.all(),
      ...(setup.themeError && { refused: true as const }),
      ...(notices.length > 0 && { notices }),
      ...(cache.discarded && { cacheDiscarded: cache.discarded }),
      ...(leftOver.length > 0 && { leftOver }),
    };
  } finally {
    await shared?.close();
    cache.close();
    target.abandon();
  }
}

async function loadSetup({ root, cacheFolder, store }: Options): Promise<Setup> {
  // On a first build esbuild compiles the configuration in another process: the stages are loaded meanwhile.
  if (!existsSync(path.join(cacheFolder, 'state')))
    void Promise.all([loadStages(), import('../workers/tasks.ts')]);
  const loaded = await loadConfig(root);
  const themeOrError = await loadTheme({ root, words: loaded.config.words }).catch(toThemeError);
  const [theme, themeError] =
    themeOrError instanceof ThemeError ? [shippedTheme(), themeOrError] : [themeOrError, undefined];
  const repository = wantsHistory(loaded.config) ? await findRepository(root) : undefined;
  const key = fingerprint([
    toolchain(),
    loaded.digest,
    theme.digest,
    themeError !== undefined,
    repository,
    // With one, pictures that Git LFS has elsewhere may be known.
    store !== undefined,
  ]);
  return { loaded, theme, ...(themeError && { themeError }), repository, key };
}

async function openCacheOf(
  { root, out, cacheFolder, cache: use }: Options,
  setup: Setup,
  shared: SharedStore | undefined,
): Promise<Cache> {
  const { loaded, theme } = setup;
  if (!use) rmSync(path.join(cacheFolder, 'history'), { force: true });
  const pipeline = pipelineOf(setup);
  if (use) await shared?.restore(pipeline);
  const modules = [loaded.module, theme.module].map((file) => path.basename(file));
  return openCache({
    folder: cacheFolder,
    fingerprint: pipeline,
    out: path.relative(root, out),
    use,
    modules,
  });
}

const pipelineOf = ({ loaded: { config, digest }, theme }: Setup): Digest =>
  pipelineFingerprint(config, digest, theme.assets.blocks);

async function buildWith(run: Run): Promise<Made> {
  const { options, setup, target, cache, shared, started, timings } = run;
  const { root, out, now, progress = () => {} } = options;
  const { config } = setup.loaded;
  const { old, next } = cache;
  const discovered = discover({ root, trees: config });
  timings.lap('discover');
  if (cache.distrusted && !target.fresh) removeHalfWritten(out);
  if (isNothingToDo(run, discovered)) {
    noteNoChanges(run);
    return repeat(old);
  }

  const [{ openSite }, { recallSpans }] = await loadStages();
  if (old.last) recallSpans(old.last.zones);
  timings.lap('start');
  const pool = await openPool(run);
  try {
    const { repository, theme } = setup;
    const lap = timings.lap;
    const analysis = await openSite({
      root,
      config,
      theme,
      discovered,
      old,
      next,
      bodies: cache.bodies,
      pool,
      now,
      started,
      repository,
      storedPictures: shared?.storedPictures,
      cacheFolder: options.cacheFolder,
      progress,
      lap,
    });
    const made = await makeOutputs({ ...run, analysis, pool, progress });
    timings.lap('output');
    // The threads end before the state is saved, since both take memory.
    await pool.close();
    const removed = settleOutputs(run, analysis);
    await noteChanges(run, { ...made, analysis, removed });
    const last = await toLastBuild(run, { analysis, ...made });
    cache.save(
      last,
      analysis.modelled.site.pictures.flatMap(({ output, operation }) => (output ? [operation.output] : [])),
    );
    timings.lap('save');
    return { ...summary(last), parsed: analysis.changed.length, ...made.counts, removed: removed.length };
  } finally {
    await pool.close();
  }
}

/** The threads of a build. */
async function openPool({ options, setup, cache }: Run): Promise<Pool> {
  const [, , , , , { createPool }] = await loadStages();
  const { root, jobs = availableParallelism() } = options;
  const { config, module } = setup.loaded;
  return createPool({
    jobs,
    root,
    config,
    module,
    theme: setup.theme.module,
    blocks: namesOf(setup.theme.assets.blocks),
    bodies: cache.bodiesFile,
  });
}

/** Whether the last build made all that this one would. */
function isNothingToDo(
  { options: { root, out, now }, setup: { key, themeError }, target, cache, shared, started }: Run,
  discovered: Discovered,
): boolean {
  const { old, refresh } = cache;
  if (cache.distrusted || target.fresh || themeError || (shared && lacksFiles(old.last))) return false;
  return isUpToDate({ out, key, now, discovered, old, root, started, refresh });
}

/** What a first build says when its templates cannot be used: all that is wrong, and nothing is made. */
async function refuse({
  root,
  now,
  jobs = availableParallelism(),
  cacheFolder,
  loaded,
  error,
  started,
}: Options & {
  readonly loaded: LoadedConfig;
  readonly error: ThemeError;
  readonly started: number;
}): Promise<BuildResult> {
  const [{ readSite }, { placeFields }] = await Promise.all([
    import('./read-site.ts'),
    import('../places/place-fields.ts'),
  ]);
  const { analysis, bodies } = await readSite({
    root,
    loaded,
    theme: shippedTheme(),
    now,
    jobs,
    cacheFolder,
  });
  bodies.close();
  const messages = applyRules(
    placeFields([...analysis.messages, ...error.messages], root),
    loaded.config.rules,
  );
  return {
    articles: analysis.modelled.articles.length,
    pages: 0,
    pictures: 0,
    parsed: analysis.changed.length,
    ...noCounts,
    removed: 0,
    files: 0,
    bytes: 0,
    largest: [],
    ...totals(messages),
    durationMs: Date.now() - started,
    timings: {},
    refused: true,
    messages,
  };
}
