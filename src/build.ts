import { existsSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { CacheDamaged } from './cache/bodies.ts';
import { openCache } from './cache/open-cache.ts';
import type { LastBuild, State } from './cache/state.ts';
import { placeIfNeeded } from './content/place-if-needed.ts';
import { applyRules, sortMessages } from './diagnostics/apply-rules.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { mergeFailures } from './diagnostics/merge-failures.ts';
import { fingerprint } from './fingerprint.ts';
import { type LoadedConfig, loadConfig } from './load-config.ts';
import { findRepository } from './newsroom/find-repository.ts';
import { wantsHistory } from './newsroom/wants-history.ts';
import { openOutput, removeOutputs, strays } from './output-folder.ts';
import { pipelineFingerprint } from './pipeline-fingerprint.ts';
import { discover } from './stages/discover.ts';
import { ThemeError, toThemeError } from './theme/compile.ts';
import { loadTheme, shippedTheme } from './theme/load.ts';
import { createTimings } from './timings.ts';
import type { DateTime, Digest, SourcePath } from './types.ts';
import { isAsLeft, isUpToDate } from './up-to-date.ts';
import { buildId } from './version.ts';
import type { Pool } from './workers/pool.ts';

export interface BuildOptions {
  /** The site's folder, absolute. */
  readonly root: string;
  /** The output folder, absolute. */
  readonly out: string;
  /** The moment for which the site is built, in milliseconds since the epoch. */
  readonly now: number;
  /** Whether what an earlier build left is used. */
  readonly cache: boolean;
  /** Where the cache lies; `.cache/` of the site by default. */
  readonly cacheFolder?: string;
  /** Threads; by default as many as the machine has processors, where that pays. */
  readonly jobs?: number;
  readonly progress?: (what: 'documents' | 'pictures' | 'pages', done: number, total: number) => void;
}

export interface BuildResult {
  readonly articles: number;
  readonly pages: number;
  readonly pictures: number;
  readonly parsed: number;
  readonly rendered: number;
  readonly resized: number;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly errors: number;
  readonly warnings: number;
  readonly durationMs: number;
  /** Milliseconds spent in each part, in the order of the work. */
  readonly timings: Readonly<Record<string, number>>;
  /** When the site next changes by itself: the next article falls due or ends. RFC 3339, UTC. */
  readonly nextChange?: string;
  /** The same on the clock of the site's zone. */
  readonly nextChangeLocal?: DateTime;
  /** The templates cannot be used: nothing was made, and what lies in the output folder was left alone. */
  readonly refused?: true;
  /** Why an earlier build's cache was put aside. */
  readonly cacheDiscarded?: 'other' | 'damaged';
  readonly messages: readonly Diagnostic[];
}

/** Builds the site. A cache that turns out to be damaged on the way is put aside, and all is built anew. */
export async function build(options: BuildOptions): Promise<BuildResult> {
  try {
    return await buildOnce(options);
  } catch (error) {
    if (!(error instanceof CacheDamaged)) throw error;
    return { ...(await buildOnce({ ...options, cache: false })), cacheDiscarded: 'damaged' };
  }
}

/** Every stage in its order, one barrier (`model`) between what needs one file and what needs all. */
async function buildOnce({ root, out, now, cache: useCache, cacheFolder = path.join(root, '.cache'), jobs, progress = () => {} }: BuildOptions): Promise<BuildResult> {
  const started = Date.now();
  const timings = createTimings();
  // A first build has its configuration compiled by another process: meanwhile what it needs is loaded.
  if (!existsSync(path.join(cacheFolder, 'state'))) void Promise.all([loadStages(), import('./workers/tasks.ts')]);
  const loading = loadTheme(root).catch(toThemeError);
  // What is wrong with the configuration is told first.
  loading.catch(() => {});
  const loaded = await loadConfig(root);
  const theme = await loading;
  if (theme instanceof ThemeError) return refuse({ root, now, jobs: jobs ?? availableParallelism(), cacheFolder, loaded, error: theme, started });
  const { config, module, digest: configDigest } = loaded;
  timings.lap('config');
  const target = openOutput({ root, out });
  const repository = wantsHistory(config) ? await findRepository(root) : undefined;
  const key = fingerprint([buildId, configDigest, theme.digest, repository]);
  if (!useCache) rmSync(path.join(cacheFolder, 'history'), { force: true });
  const cache = openCache({ folder: cacheFolder, fingerprint: pipelineFingerprint(config, configDigest), out: path.relative(root, out), use: useCache });
  const { old, next } = cache;
  let pool: Pool | undefined;
  try {
    timings.lap('cache');
    const discovered = discover({ root });
    timings.lap('discover');
    const left = { out, key, now, discovered, old, distrusted: cache.distrusted || target.fresh };
    if (isUpToDate({ ...left, root, started, refresh: cache.refresh })) return repeat(old, { started, timings: timings.all() });

    const [{ analyse, toSetup }, { atInstant, knownSpans, recallSpans }, { createSecrets }, { createScan }, { output }, { createPool }] = await loadStages();
    if (old.last) recallSpans(old.last.zones);
    timings.lap('start');

    const setup = toSetup({ root, config, module, theme: theme.module, bodies: cache.bodiesFile });
    pool = createPool({ jobs: jobs ?? availableParallelism(), setup });
    const reuse = (shape: Digest): Digest | undefined => (old.last?.shape === shape && isAsLeft(left) ? old.last.own : undefined);
    const analysis = await analyse({ root, config, theme: theme.assets, discovered, old, next, bodies: cache.bodies, pool, now, started, repository, cacheFolder, reuse, progress, lap: timings.lap });
    const { modelled, routes, only } = analysis;
    const messages = [...analysis.messages];
    const scan = createScan({
      site: modelled.site,
      secrets: createSecrets(analysis.documents, config),
      ownTemplates: theme.own,
      ...(old.last && { last: old.last.scan }),
      ...(!only && {
        before: () =>
          createSecrets(
            [...old.documents().values()].map(({ document }) => document),
            config,
          ),
      }),
    });
    const looked = new Set<unknown>(routes.map((route) => route.output));
    cache.begin();
    const counts = await output({
      root,
      folder: target.folder,
      fresh: target.fresh,
      routes,
      kept: new Map(only ? [...old.outputs].filter(([name]) => !looked.has(name)) : []),
      old,
      next,
      pool,
      pictures: cache.pictures,
      theme: theme.digest,
      tool: fingerprint([buildId, configDigest]),
      scan,
      report: (message) => messages.push(message),
      progress,
    });
    timings.lap('output');
    // Before the state is saved, which takes memory too.
    await pool.close();
    pool = undefined;
    target.finish();
    const stale = target.fresh ? [] : cache.distrusted ? strays(out, next.outputs) : [...old.outputs.keys()].filter((name) => !next.outputs.has(name));
    // A page that could not be made leaves no empty folder behind.
    const missing = routes.flatMap((route) => (next.outputs.has(route.output) ? [] : [route.output]));
    const removed = removeOutputs(out, new Set([...stale, ...missing]));

    const isLookedAt = ({ path: source, values }: Diagnostic): boolean => !only || only.has(source as SourcePath) || looked.has(values.output);
    const mine = messages.filter(isLookedAt);
    const placed = await placeIfNeeded(mine, root);
    // Of what was not looked at, what the last build said still holds.
    const others = (old.last?.messages ?? []).filter((message) => !isLookedAt(message));
    const shown = sortMessages([...others, ...applyRules(placed, config.rules)]);
    const until = modelled.nextChange();
    const last: LastBuild = {
      key,
      shape: analysis.shape(),
      ...(analysis.own && { own: analysis.own }),
      now,
      until,
      ...(until !== undefined && { untilLocal: atInstant(until, config.site.timeZone) }),
      messages: shown,
      scan: scan.record(),
      zones: knownSpans(),
      counts:
        only && old.last
          ? old.last.counts
          : { articles: modelled.site.articles.length, pages: routes.filter((route) => route.kind === 'page').length, pictures: routes.filter((route) => route.kind === 'picture').length },
    };
    cache.save(last);
    timings.lap('save');
    return {
      ...summary(last),
      parsed: analysis.changed.length,
      ...counts,
      removed,
      durationMs: Date.now() - started,
      timings: timings.all(),
      ...(cache.discarded && { cacheDiscarded: cache.discarded }),
    };
  } finally {
    await pool?.close();
    cache.close();
  }
}

/** What a build says when its templates cannot be used: all that is wrong, and nothing is made, for pages by other templates would be others. */
async function refuse({
  root,
  now,
  jobs,
  cacheFolder,
  loaded,
  error,
  started,
}: Pick<BuildOptions, 'root' | 'now'> & { jobs: number; cacheFolder: string; loaded: LoadedConfig; error: ThemeError; started: number }): Promise<BuildResult> {
  const [{ readSite }, { placeFields }] = await Promise.all([import('./read-site.ts'), import('./content/place-fields.ts')]);
  const { analysis, bodies } = await readSite({ root, loaded, theme: shippedTheme(), now, jobs, cacheFolder });
  bodies.close();
  const messages = applyRules(placeFields([...analysis.messages, ...error.messages], root), loaded.config.rules);
  return {
    articles: analysis.modelled.site.articles.length,
    pages: 0,
    pictures: 0,
    parsed: analysis.changed.length,
    rendered: 0,
    resized: 0,
    written: 0,
    unchanged: 0,
    removed: 0,
    ...totals(messages),
    durationMs: Date.now() - started,
    timings: {},
    refused: true,
    messages,
  };
}

/** A build with nothing to do, which is most of them, does not wait for all this to be loaded. */
const loadStages = () =>
  Promise.all([
    import('./analyse.ts'),
    import('./content/date-time.ts'),
    import('./newsroom/secrets.ts'),
    import('./stages/scan.ts'),
    import('./stages/output.ts'),
    import('./workers/pool.ts'),
  ] as const);

const totals = (messages: readonly Diagnostic[]): Pick<BuildResult, 'errors' | 'warnings'> => ({
  errors: messages.filter((message) => message.severity === 'error').length,
  warnings: messages.filter((message) => message.severity === 'warning').length,
});

/** The last build's messages stand for one page each, so that those of pages which were not looked at again still hold. */
function summary({
  counts,
  messages: each,
  until,
  untilLocal,
}: LastBuild): Pick<BuildResult, 'articles' | 'pages' | 'pictures' | 'errors' | 'warnings' | 'nextChange' | 'nextChangeLocal' | 'messages'> {
  const messages = mergeFailures(each);
  return { ...counts, ...totals(messages), ...(until !== undefined && { nextChange: new Date(until).toISOString(), nextChangeLocal: untilLocal }), messages };
}

/** The result of a build with nothing to do: what the last one said. */
function repeat({ last, outputs }: State, { started, timings }: { started: number; timings: BuildResult['timings'] }): BuildResult {
  if (!last) throw new Error('there is no last build to repeat');
  return { ...summary(last), parsed: 0, rendered: 0, resized: 0, written: 0, unchanged: outputs.size, removed: 0, durationMs: Date.now() - started, timings };
}
