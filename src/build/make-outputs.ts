import { fingerprint } from '../bytes/fingerprint.ts';
import type { LastBuild, State } from '../cache/state.ts';
import { createStored } from '../cache/stored.ts';
import { applyRules } from '../diagnostics/apply-rules.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { placeIfNeeded } from '../places/place-if-needed.ts';
import { isStillRead } from '../routes/reader.ts';
import { collisions, removeOutputs, strays } from '../stages/output-folder.ts';
import { toolchain } from '../tool/toolchain.ts';
import { budgetOf, reportHostSizes } from './budget.ts';
import type { BuildOptions } from './build-result.ts';
import type { Analysis } from './open-site.ts';
import { loadStages, type Run } from './run.ts';
import { isBetweenChanges } from './up-to-date.ts';

/** Makes the outputs that are not there as they should be. */
export async function makeOutputs({
  options: { root, out, now },
  setup,
  target,
  cache,
  shared,
  analysis,
  pool,
  progress,
}: Run & {
  readonly analysis: Analysis;
  readonly pool: import('../workers/pool.ts').Pool;
  readonly progress: NonNullable<BuildOptions['progress']>;
}) {
  const [, , , , { output, compressedNames }] = await loadStages();
  const { digest, config } = setup.loaded;
  const { precompressed } = config.delivery;
  const { old, next } = cache;
  const { routes, modelled } = analysis;
  const messages: Diagnostic[] = [];
  const scan = await scanFor({ setup, old, analysis });
  const { last } = old;
  const before = last?.reads ?? [];
  const outline = analysis.outline();
  const isSameOutline =
    !cache.distrusted && last?.key === setup.key && last.outline === outline && isBetweenChanges(last, now);
  const isReadAnew = !isStillRead(root, before);
  cache.begin();
  const planned: string[] = routes.map((route) => route.output);
  const names = new Set([...planned, ...(precompressed ? compressedNames(planned) : [])]);
  const inTheWay = clearTheWay(names, { target, out, there: cache.distrusted ? undefined : old.outputs });
  const { counts, written } = await output({
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
    ...(precompressed && { compressed: cache.compressed }),
    openShared: shared?.openPictures,
    stored: createStored(next, cache.bodies),
    theme: fingerprint([toolchain(), setup.theme.digest]),
    tool: fingerprint([toolchain(), digest]),
    themeModule: setup.theme.module,
    scan,
    report: (message) => messages.push(message),
    progress,
  });
  // What was read for outputs that are kept was not read again.
  const reads = new Map([...(isReadAnew ? [] : before), ...analysis.reads]);
  reportHostSizes(next.outputs, config, (message) => messages.push(message));
  return { counts, written, inTheWay, messages, scan: scan.record(), reads: [...reads], outline };
}

/** Removes what stands where an output needs a folder, or a folder that is now an output. Returns what went. */
function clearTheWay(
  names: ReadonlySet<string>,
  { target, out, there }: Pick<Run, 'target'> & { readonly out: string; readonly there?: State['outputs'] },
): readonly string[] {
  if (there && isWithin(names, there)) return [];
  target.begin(names);
  return target.fresh ? [] : removeOutputs(out, collisions(names, there?.keys() ?? strays(out, new Set())));
}

/** The search of outputs for private values, which knows those of the last build. */
async function scanFor({
  setup: { loaded, theme },
  old,
  analysis: { documents, modelled },
}: Pick<Run, 'setup'> & { readonly old: State; readonly analysis: Analysis }) {
  const [, , { createSecrets }, { createScan }] = await loadStages();
  const documentsOf = (state: State) => [...state.documents().values()].map(({ document }) => document);
  return createScan({
    site: modelled.site,
    secrets: createSecrets(documents, loaded.config),
    ownTemplates: theme.own,
    ...(old.last && { last: old.last.scan }),
    before: () => createSecrets(documentsOf(old), loaded.config),
  });
}

/** Removes what is no longer made, and puts a new folder in its place. Returns what went. */
export function settleOutputs(
  { options: { out }, target, cache: { old, next, distrusted } }: Run,
  { routes }: Analysis,
): string[] {
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
export async function toLastBuild(
  { options: { root, now }, setup, cache: { next } }: Run,
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
    budget: budgetOf(next.outputs),
    counts: {
      articles: modelled.articles.length,
      pages: routes.filter((route) => route.kind === 'page').length,
      pictures: routes.filter((route) => route.kind === 'picture').length,
    },
  };
}
