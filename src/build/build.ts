import { existsSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { DateTime, Digest } from '../brands.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { CacheDamaged } from '../cache/bodies.ts';
import { cacheFolderOf, filesOfFirstVersion, openCacheFolder } from '../cache/cache-folder.ts';
import { takeLock } from '../cache/lock.ts';
import { type Cache, openCache } from '../cache/open-cache.ts';
import type { LastBuild, State } from '../cache/state.ts';
import { configFileOf, type LoadedConfig, loadConfig } from '../config/load-config.ts';
import { pipelineFingerprint } from '../config/pipeline-fingerprint.ts';
import { applyRules } from '../diagnostics/apply-rules.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { mergeFailures } from '../diagnostics/merge-failures.ts';
import { type FoundRepository, findRepository } from '../history/find-repository.ts';
import { wantsHistory } from '../history/histories.ts';
import { placeIfNeeded } from '../places/place-if-needed.ts';
import { isStillRead } from '../routes/reader.ts';
import { discover } from '../stages/discover.ts';
import {
  collisions,
  locateOutput,
  type OutputFolder,
  openOutput,
  removeHalfWritten,
  removeOutputs,
  strays,
} from '../stages/output-folder.ts';
import { ThemeError, toThemeError } from '../theme/compile.ts';
import { type LoadedTheme, loadTheme, shippedTheme } from '../theme/load.ts';
import { toolchain } from '../tool/toolchain.ts';
import type { Analysis } from './analyse.ts';
import { createTimings, type Timings } from './timings.ts';
import { isBetweenChanges, isUpToDate } from './up-to-date.ts';

export interface BuildOptions {
  /** The site's folder, absolute. */
  readonly root: string;
  /** The output folder, absolute. */
  readonly out: string;
  /** The moment for which the site is built, in milliseconds since the epoch. */
  readonly now: number;
  /** Whether what an earlier build left is used. */
  readonly cache: boolean;
  /** Where the cache lies; `.cache/broadsheet/` of the site by default. */
  readonly cacheFolder?: string;
  /** Threads; by default as many as the machine has processors, where that pays. */
  readonly jobs?: number;
  readonly progress?: (what: 'documents' | 'pictures' | 'pages', done: number, total: number) => void;
  /** Is told, once, of another build that uses the same cache, and which this one waits for. */
  readonly waiting?: (pid: number) => void;
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
  /**
   * The templates cannot be used: no page was made. Those of an earlier build stay, but for what is no longer
   * published.
   */
  readonly refused?: true;
  /** Why an earlier build's cache was put aside. */
  readonly cacheDiscarded?: 'other' | 'damaged';
  /**
   * Files that version 0.1.0 left in `.cache/`, relative to the site's folder: named by the first build of
   * this version.
   */
  readonly leftOver?: readonly string[];
  readonly messages: readonly Diagnostic[];
}

type Places = Required<Pick<BuildOptions, 'root' | 'out' | 'cacheFolder'>>;
type Options = Omit<BuildOptions, keyof Places> & Places;

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

/** What a build needs to know before it looks at the content. */
interface Setup {
  readonly loaded: LoadedConfig;
  /** The site's templates; the default ones where those cannot be used. */
  readonly theme: LoadedTheme;
  /** Why the site's templates cannot be used. */
  readonly themeError?: ThemeError;
  readonly repository: FoundRepository;
  /** Digest of all that the site is a function of besides its files and the moment. */
  readonly key: Digest;
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
  const cache = openCacheOf(options, setup);
  try {
    timings.lap('cache');
    const result = await buildWith({ options, setup, target, cache, started, timings });
    return {
      ...result,
      durationMs: Date.now() - started,
      timings: timings.all(),
      ...(setup.themeError && { refused: true as const }),
      ...(cache.discarded && { cacheDiscarded: cache.discarded }),
      ...(leftOver.length > 0 && { leftOver }),
    };
  } finally {
    cache.close();
    target.abandon();
  }
}

async function loadSetup({ root, cacheFolder }: Options): Promise<Setup> {
  // A first build has its configuration compiled by another process: meanwhile what it needs is loaded.
  if (!existsSync(path.join(cacheFolder, 'state')))
    void Promise.all([loadStages(), import('../workers/tasks.ts')]);
  const loading = loadTheme(root).catch(toThemeError);
  // What is wrong with the configuration is told first.
  loading.catch(() => {});
  const loaded = await loadConfig(root);
  const found = await loading;
  const [theme, themeError] = found instanceof ThemeError ? [shippedTheme(), found] : [found, undefined];
  const repository = wantsHistory(loaded.config) ? await findRepository(root) : undefined;
  const key = fingerprint([toolchain(), loaded.digest, theme.digest, themeError !== undefined, repository]);
  return { loaded, theme, ...(themeError && { themeError }), repository, key };
}

function openCacheOf(
  { root, out, cacheFolder, cache: use }: Options,
  { loaded: { config, digest, module }, theme }: Setup,
): Cache {
  if (!use) rmSync(path.join(cacheFolder, 'history'), { force: true });
  const modules = [module, theme.module].map((file) => path.basename(file));
  return openCache({
    folder: cacheFolder,
    fingerprint: pipelineFingerprint(config, digest),
    out: path.relative(root, out),
    use,
    modules,
  });
}

interface Run {
  readonly options: Options;
  readonly setup: Setup;
  readonly target: OutputFolder;
  readonly cache: Cache;
  /** In milliseconds since the epoch. */
  readonly started: number;
  readonly timings: Timings;
}

type Made = Omit<BuildResult, 'durationMs' | 'timings' | 'refused' | 'cacheDiscarded' | 'leftOver'>;

async function buildWith(run: Run): Promise<Made> {
  const { options, setup, target, cache, started, timings } = run;
  const { root, out, now, jobs = availableParallelism(), progress = () => {} } = options;
  const { config, module } = setup.loaded;
  const { old, next } = cache;
  const discovered = discover({ root });
  timings.lap('discover');
  if (cache.distrusted && !target.fresh) removeHalfWritten(out);
  const isTrusted = !cache.distrusted && !target.fresh && !setup.themeError;
  if (
    isTrusted &&
    isUpToDate({ out, key: setup.key, now, discovered, old, root, started, refresh: cache.refresh })
  )
    return repeat(old);

  const [{ analyse, toSetup }, { recallSpans }, , , , { createPool }] = await loadStages();
  if (old.last) recallSpans(old.last.zones);
  timings.lap('start');
  const pool = createPool({
    jobs,
    limits: config.limits,
    setup: toSetup({ root, config, module, theme: setup.theme.module, bodies: cache.bodiesFile }),
  });
  try {
    const { repository, theme } = setup;
    const lap = timings.lap;
    const analysis = await analyse({
      root,
      config,
      theme: theme.assets,
      discovered,
      old,
      next,
      bodies: cache.bodies,
      pool,
      now,
      started,
      repository,
      cacheFolder: options.cacheFolder,
      progress,
      lap,
    });
    const made = await makeOutputs({ ...run, analysis, pool, progress });
    timings.lap('output');
    // Before the state is saved, which takes memory too.
    await pool.close();
    const removed = settleOutputs(run, analysis);
    const last = await toLastBuild(run, { analysis, ...made });
    cache.save(last);
    timings.lap('save');
    return { ...summary(last), parsed: analysis.changed.length, ...made.counts, removed };
  } finally {
    await pool.close();
  }
}

/** Makes the outputs that are not there as they should be. */
async function makeOutputs({
  options: { root, out, now },
  setup,
  target,
  cache,
  analysis,
  pool,
  progress,
}: Run & {
  readonly analysis: Analysis;
  readonly pool: import('../workers/pool.ts').Pool;
  readonly progress: NonNullable<BuildOptions['progress']>;
}) {
  const [, , { createSecrets }, { createScan }, { output }] = await loadStages();
  const { config, digest } = setup.loaded;
  const { old, next } = cache;
  const { routes, modelled } = analysis;
  const messages: Diagnostic[] = [];
  const secretsOf = (state: State) =>
    createSecrets(
      [...state.documents().values()].map(({ document }) => document),
      config,
    );
  const scan = createScan({
    site: modelled.site,
    secrets: createSecrets(analysis.documents, config),
    ownTemplates: setup.theme.own,
    ...(old.last && { last: old.last.scan }),
    before: () => secretsOf(old),
  });
  const { last } = old;
  const before = last?.reads ?? [];
  const outline = analysis.outline();
  const isSameOutline =
    !cache.distrusted && last?.key === setup.key && last.outline === outline && isBetweenChanges(last, now);
  const isReadAnew = !isStillRead(root, before);
  cache.begin();
  const names = new Set(routes.map((route) => route.output));
  const there = cache.distrusted ? undefined : old.outputs;
  if (!there || !isWithin(names, there)) {
    target.begin(names);
    if (!target.fresh) removeOutputs(out, collisions(names, there?.keys() ?? strays(out, new Set())));
  }
  const counts = await output({
    root,
    folder: target.folder,
    fresh: target.fresh,
    routes,
    site: modelled.site,
    isThemeBroken: setup.themeError !== undefined,
    ...(isSameOutline && { changed: new Set(analysis.changed) }),
    isReadAnew,
    old,
    next,
    pool,
    pictures: cache.pictures,
    theme: fingerprint([toolchain(), setup.theme.digest]),
    tool: fingerprint([toolchain(), digest]),
    scan,
    report: (message) => messages.push(message),
    progress,
  });
  // What was read for outputs that are kept was not read again.
  const reads = new Map([...(isReadAnew ? [] : before), ...analysis.reads]);
  return { counts, messages, scan: scan.record(), reads: [...reads], outline };
}

/** Removes what is no longer made, and puts a new folder in its place. Returns how many files went. */
function settleOutputs(
  { options: { out }, target, cache: { old, next, distrusted } }: Run,
  { routes }: Analysis,
): number {
  const made = new Set<string>(next.outputs.keys());
  const stale = target.fresh
    ? []
    : distrusted
      ? strays(out, made)
      : [...old.outputs.keys()].filter((name) => !made.has(name));
  // A page that could not be made leaves no empty folder behind.
  const missing = routes.flatMap(({ output }) => (made.has(output) ? [] : [output]));
  const removed = removeOutputs(target.folder, new Set<string>([...stale, ...missing]));
  target.finish(made, { same: !distrusted && made.size === old.outputs.size && isWithin(made, old.outputs) });
  return removed;
}

const isWithin = (names: Iterable<string>, others: ReadonlyMap<string, unknown>): boolean =>
  [...names].every((name) => others.has(name));

/** What this build leaves to the next, and says. */
async function toLastBuild(
  { options: { root, now }, setup }: Run,
  {
    analysis,
    messages,
    scan,
    reads,
    outline,
  }: { readonly analysis: Analysis } & Pick<
    Awaited<ReturnType<typeof makeOutputs>>,
    'messages' | 'scan' | 'reads' | 'outline'
  >,
): Promise<LastBuild> {
  const [, { atInstant, knownSpans }] = await loadStages();
  const { modelled, routes } = analysis;
  const { config } = setup.loaded;
  const placed = await placeIfNeeded(
    [...analysis.messages, ...(setup.themeError?.messages ?? []), ...messages],
    root,
  );
  const until = modelled.nextChange();
  return {
    key: setup.key,
    outline,
    now,
    until,
    ...(until !== undefined && { untilLocal: atInstant(until, config.site.timeZone) }),
    messages: applyRules(placed, config.rules),
    scan,
    zones: knownSpans(),
    reads,
    counts: {
      articles: modelled.site.articles.length,
      pages: routes.filter((route) => route.kind === 'page').length,
      pictures: routes.filter((route) => route.kind === 'picture').length,
    },
  };
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
    import('../dates/date-time.ts'),
    import('../privacy/secrets.ts'),
    import('../privacy/scan.ts'),
    import('../stages/output.ts'),
    import('../workers/pool.ts'),
  ] as const);

const totals = (messages: readonly Diagnostic[]): Pick<BuildResult, 'errors' | 'warnings'> => ({
  errors: messages.filter((message) => message.severity === 'error').length,
  warnings: messages.filter((message) => message.severity === 'warning').length,
});

function summary({
  counts,
  messages: each,
  until,
  untilLocal,
}: LastBuild): Pick<
  BuildResult,
  'articles' | 'pages' | 'pictures' | 'errors' | 'warnings' | 'nextChange' | 'nextChangeLocal' | 'messages'
> {
  const messages = mergeFailures(each);
  return {
    ...counts,
    ...totals(messages),
    ...(until !== undefined && { nextChange: new Date(until).toISOString(), nextChangeLocal: untilLocal }),
    messages,
  };
}

/** The result of a build with nothing to do: what the last one said. */
function repeat({ last, outputs }: State): Made {
  if (!last) throw new Error('there is no last build to repeat');
  return {
    ...summary(last),
    parsed: 0,
    rendered: 0,
    resized: 0,
    written: 0,
    unchanged: outputs.size,
    removed: 0,
  };
}
