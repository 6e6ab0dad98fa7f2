import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Analysis, analyse, toSetup } from '../analyse.ts';
import { createMemoryBodies, type MemoryBodies } from '../cache/memory-bodies.ts';
import { openPictures } from '../cache/pictures.ts';
import { readCache } from '../cache/read-cache.ts';
import { createState } from '../cache/state.ts';
import type { ResolvedConfig } from '../config.ts';
import { toOutput } from '../content/permalink.ts';
import { placeIfNeeded } from '../content/place-if-needed.ts';
import { applyRules } from '../diagnostics/apply-rules.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lazy } from '../lazy.ts';
import { type FoundRepository, findRepository } from '../newsroom/find-repository.ts';
import { wantsHistory } from '../newsroom/wants-history.ts';
import { pipelineFingerprint } from '../pipeline-fingerprint.ts';
import { type ListedRoute, routes } from '../routes/routes.ts';
import { discover } from '../stages/discover.ts';
import { createPlaceTemplateError } from '../stages/place-template-error.ts';
import { render, TemplateError } from '../stages/render.ts';
import { templateFailed } from '../stages/template-failed.ts';
import type { Digest, OutputPath, SourcePath } from '../types.ts';
import { createPool } from '../workers/pool.ts';
import { configFiles } from './config-files.ts';
import { editableFile } from './editable-file.ts';
import { indexRoutes } from './index-routes.ts';
import { type ListedArticle, listArticles } from './list-articles.ts';
import { type LoadedSetup, loadSetup } from './load-setup.ts';
import { patchBodies, withPatch } from './patch-bodies.ts';
import { createPictureMaker } from './picture-maker.ts';
import { type Rescanned, rescan } from './rescan.ts';
import type { SiteInMemory } from './site-in-memory.ts';
import { sourcesOf } from './sources-of.ts';
import { type ArticleStatus, statusOf } from './status-of.ts';
import { unservedSources } from './unserved-sources.ts';
import type { Changes } from './watch.ts';

/** What an address is answered with. */
export type Answer =
  | {
      readonly kind: 'page';
      readonly status: 200 | 404;
      readonly html: string;
      readonly source?: SourcePath;
      readonly standing?: ArticleStatus;
      /** Relative to the site's folder: what to open in place of a source. */
      readonly editable?: string;
    }
  | { readonly kind: 'file'; readonly output: OutputPath; readonly content: Uint8Array | string; readonly lasting: boolean }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'failed'; readonly problem?: Diagnostic; readonly source?: SourcePath };

export interface Engine {
  /** Takes changes in; those that come meanwhile wait their turn. Resolves when the site is as the files are. */
  readonly apply: (changes: Changes) => Promise<void>;
  /** False where bodies changed and the site's own generators, which may show any of them, were not asked anew: a change at no path does so. */
  readonly isCurrent: () => boolean;
  /** Answers for an address of the site, percent-encoded. */
  readonly page: (address: string) => Promise<Answer>;
  /** Resolves when all is known of the site: before that a first page can be served, and not all that is wrong is told. */
  readonly whole: () => Promise<void>;
  /** All that is wrong, sorted by file and line. */
  readonly problems: () => readonly Diagnostic[];
  /** Those of them that concern every page: why what is on disk now cannot be used. */
  readonly failures: () => readonly Diagnostic[];
  readonly articles: () => readonly ListedArticle[];
  /** Addresses of articles that a build would not publish now. */
  readonly unpublished: () => readonly string[];
  /** Files besides content and templates, absolute, that change the site. */
  readonly configFiles: () => readonly string[];
  /** Address of the front page. */
  readonly base: () => string;
  /** Address of the style sheet. */
  readonly style: () => string;
  /** When the site next changes by itself, in milliseconds since the epoch. */
  readonly nextChange: () => number | undefined;
  /** Whether a file, relative to the site's folder, is one of the site's sources. */
  readonly isSource: (file: string) => boolean;
  readonly close: () => void;
}

interface Input {
  /** The site's folder, absolute. */
  readonly root: string;
  /** Whether drafts, pending and future articles are shown. */
  readonly drafts: boolean;
  /** The moment, in milliseconds since the epoch. */
  readonly clock: () => number;
  /** How many threads parse what the cache does not have. */
  readonly jobs: number;
}

/** The site in memory: what the dev server serves. It writes nothing but pictures into the cache. */
export async function createEngine({ root, drafts, clock, jobs }: Input): Promise<Engine> {
  const cacheFolder = path.join(root, '.cache');
  let setup: LoadedSetup = { failures: [] };
  let site: SiteInMemory | undefined;
  let bodies: MemoryBodies = createMemoryBodies();
  let made: Digest | undefined;
  /** Git writes here when something is committed. */
  const headLog = path.join(root, '.git', 'logs', 'HEAD');
  let repository: FoundRepository;
  let refusal: Diagnostic | undefined;
  let running: Promise<void> = Promise.resolve();
  const known = new Map<string, SourcePath>();
  /** Pages whose template threw since the last change, by output. */
  const failed = new Map<string, Diagnostic>();
  const picture = createPictureMaker({ root, cache: openPictures(cacheFolder, { use: true }) });

  const listed = async (analysis: Analysis, config: ResolvedConfig): Promise<Pick<SiteInMemory, 'analysis' | 'route' | 'raw' | 'placed' | 'messages'>> => {
    const placed = await placeIfNeeded(analysis.messages, root);
    const route = indexRoutes(analysis.rest ? routes(analysis.modelled.site, { hasty: true }) : analysis.routes);
    return { analysis, route, raw: analysis.messages, placed, messages: applyRules(placed, config.rules) };
  };
  /** Nothing can be served, and why is told. */
  const refuse = (error: unknown): void => {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
    refusal = (error as NodeJS.ErrnoException).path?.startsWith(cacheFolder) ? diagnose('cache-unwritable', '.cache', {}, { reason }) : diagnose('site-failed', 'content', {}, { reason });
  };
  /** The first page is served before all is known of the site: this is asked for when anything else is wanted. */
  const whole = lazy(async (): Promise<void> => {
    if (!site?.analysis.rest || !setup.config) return;
    try {
      site = { ...site, ...(await listed(site.analysis.rest(), setup.config.config)) };
    } catch (error) {
      refuse(error);
      site = undefined;
    }
  });

  const update = async ({ paths, anywhere }: Changes, first: boolean): Promise<void> => {
    if (!first) await whole();
    const isConfig = (file: string): boolean => configFiles(root).includes(file) || (setup.config?.inputs.includes(file) ?? false);
    const templates = path.join(root, 'templates');
    const isSetup = first || anywhere || paths.some((file) => isConfig(file) || file === templates || file.startsWith(templates + path.sep));
    if (isSetup) setup = await loadSetup(root, setup);
    const { config: loaded, theme } = setup;
    if (!loaded || !theme) return;
    const { config, module, digest } = loaded;
    const fingerprint = pipelineFingerprint(config, digest);
    let old = site?.state;
    if (!old || made !== fingerprint) {
      bodies.close();
      ({ state: old, bodies } = readCache({ folder: cacheFolder, fingerprint }));
    }
    const started = Date.now();
    const now = clock();
    const { discovered, touched }: Rescanned = site && !anywhere ? rescan({ root, before: site.discovered, paths }) : { discovered: discover({ root }) };
    const next = createState(old.bodies, '');
    const found = wantsHistory(config) && (!site || anywhere || paths.includes(headLog)) ? await findRepository(root) : repository;
    const isSameHead = JSON.stringify(found) === JSON.stringify(repository);
    repository = found;
    const pool = createPool({ jobs, setup: toSetup({ root, config, module, theme: theme.module, bodies: '' }) });
    try {
      const isDue = (site?.analysis.modelled.nextChange() ?? Number.POSITIVE_INFINITY) <= now;
      if (site && touched && touched.length > 0 && !isSetup && !isDue && isSameHead) {
        const patched = await patchBodies({ root, config, site, discovered, touched, bodies, pool, started });
        if (patched.complete) {
          site = patched.site;
          bodies.keep(site.state.documents().values());
          return;
        }
      }
      const analysis = await analyse({
        root,
        config,
        theme: theme.assets,
        discovered,
        old,
        next,
        bodies,
        pool,
        now,
        started,
        drafts,
        hasty: first,
        ...(repository && { repository }),
        ...(site && isSameHead && { histories: site.analysis.histories }),
      });
      const sources = lazy(() => sourcesOf(analysis.modelled.site));
      site = {
        ...(await listed(analysis, config)),
        state: next,
        discovered,
        now,
        patches: new Map(),
        bodies: lazy(() => new Map([...next.documents().values()].flatMap(({ document, body }) => (document.kind === 'broken' ? [] : [[document.body, body]])))),
        sources,
        unserved: lazy(() => unservedSources({ root, config, documents: analysis.documents, unpublished: analysis.modelled.unpublished, served: new Set(sources().values()) })),
      };
      made = fingerprint;
      bodies.keep(next.documents().values());
    } finally {
      await pool.close();
    }
  };

  /** Files may go while they are read: then everything is looked at again. */
  const persist = async (changes: Changes, first: boolean): Promise<void> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        refusal = undefined;
        failed.clear();
        return await update(attempt === 0 ? changes : { ...changes, anywhere: true }, first);
      } catch (error) {
        const missing = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '') || (error instanceof Error && error.name === 'UsageError');
        if (missing && attempt < 5) {
          await new Promise((resolve) => setTimeout(resolve, 40));
          continue;
        }
        return refuse(error);
      }
    }
  };

  const apply = (changes: Changes): Promise<void> => (running = running.then(() => persist(changes, false)));

  const generatorsOfSite = (): ResolvedConfig['routes'] => setup.config?.config.routes ?? {};
  const isCurrent = (): boolean => !site || site.patches.size === 0 || !Object.values(generatorsOfSite()).some((generator) => generator !== false);

  const routeOf = async (output: string | undefined): Promise<ListedRoute | undefined> => {
    if (output === undefined) return undefined;
    try {
      const route = site?.route(output);
      if (route) return route;
    } catch {
      // A generator of the site's own failed before all was listed: that is told then.
    }
    await whole();
    return site?.route(output);
  };
  /** The route of an output; where bodies changed and a generator of the site's own makes it, by a site that was modelled anew. */
  const currentRouteOf = async (output: string | undefined): Promise<ListedRoute | undefined> => {
    const route = await routeOf(output);
    if (!route || !(route.by in generatorsOfSite()) || isCurrent()) return route;
    await apply({ paths: [], anywhere: false });
    return routeOf(output);
  };

  const page = async (address: string): Promise<Answer> => {
    const written = decode(address);
    const output = written === undefined || !setup.config ? undefined : toOutput(setup.config.config, written);
    const route = await currentRouteOf(output);
    const current = site;
    const { config, theme } = setup;
    if (!current || !config || !theme) return { kind: 'failed' };
    const documents = current.state.documents();
    const standingOf = (source: SourcePath): { standing?: ArticleStatus } => {
      const document = documents.get(source)?.document;
      return document?.kind === 'article' ? { standing: statusOf(document, { now: current.now, config: config.config }) } : {};
    };
    const readBody = (digest: Digest): string => {
      const place = current.bodies().get(digest);
      return place === undefined || place.length === 0 ? '' : bodies.read(place, digest);
    };
    const renderPage = (wanted: Extract<ListedRoute, { kind: 'page' }>): Answer => {
      const source = current.sources().get(wanted.output);
      if (source) known.set(wanted.output, source);
      try {
        const html = render({
          theme: theme.loaded,
          template: wanted.template,
          props: withPatch(wanted.props(), source === undefined ? undefined : current.patches.get(source)),
          readBody,
        });
        if (source !== undefined) return { kind: 'page', status: 200, html, source, ...standingOf(source) };
        const editable = editableFile({ root, template: wanted.template, output: wanted.output, sources: current.sources() });
        return { kind: 'page', status: 200, html, ...(editable !== undefined && { editable }) };
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        // The template that threw is not the one on disk, which does not compile: that is told.
        if (setup.failures.some(({ rule }) => rule === 'broken-template')) return { kind: 'failed', ...(source && { source }) };
        const problem = templateFailed({ root, output: wanted.output, template: wanted.template, reason: error.message, place: createPlaceTemplateError(root)(error.at) });
        failed.set(wanted.output, problem);
        return { kind: 'failed', problem, ...(source && { source }) };
      }
    };
    if (!route || output === undefined || written === undefined) {
      const source = output === undefined ? undefined : (current.unserved().get(output) ?? known.get(output));
      const about = source !== undefined && documents.has(source) ? { source, ...standingOf(source) } : {};
      const missing = current.route('404.html');
      if (missing?.kind !== 'page') return { kind: 'page', status: 404, html: '<!doctype html><title>404</title><p>404', ...about };
      const answer = renderPage(missing);
      return answer.kind === 'page' ? { ...answer, status: 404, ...about } : answer;
    }
    if (route.kind === 'page') {
      if (!written.endsWith('/') && output.endsWith('/index.html') && !written.endsWith('/index.html')) return { kind: 'redirect', to: `${address}/` };
      return renderPage(route);
    }
    if (route.kind === 'file') return { kind: 'file', output, content: route.render(route.data() as never), lasting: false };
    if (route.kind === 'copy') return { kind: 'file', output, content: readFileSync(path.join(root, route.from)), lasting: false };
    return { kind: 'file', output, content: await picture(route), lasting: true };
  };

  const failures = (): Diagnostic[] => [...setup.failures, ...(refusal ? [refusal] : [])];

  await persist({ paths: [], anywhere: true }, true);
  return {
    apply,
    isCurrent,
    page,
    failures,
    whole,
    problems: () => [...failures(), ...failed.values(), ...(site?.messages ?? [])],
    articles: () => (site && setup.config ? listArticles({ documents: site.analysis.documents, sources: site.sources(), messages: site.messages, config: setup.config.config, now: site.now }) : []),
    unpublished: () => {
      if (!site || !setup.config || !drafts) return [];
      const { config } = setup.config;
      const { now } = site;
      return site.analysis.modelled.site.articles.filter(({ document }) => statusOf(document, { now, config }) !== 'published').map(({ card }) => card.address);
    },
    configFiles: () => [headLog, ...configFiles(root), ...(setup.config?.inputs ?? [])],
    base: () => setup.config?.config.site.base ?? '/',
    style: () => `${setup.config?.config.site.base ?? '/'}${setup.theme?.assets.style.name ?? ''}`,
    nextChange: () => site?.analysis.modelled.nextChange(),
    isSource: (file) =>
      site?.analysis.files.has(file.normalize('NFC')) ||
      ((configFiles(root).includes(path.join(root, file)) || file.startsWith('templates/')) &&
        !file.split('/').includes('..') &&
        (statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile() ?? false)),
    close: () => bodies.close(),
  };
}

function decode(address: string): string | undefined {
  try {
    return decodeURIComponent(address).normalize('NFC');
  } catch {
    return undefined;
  }
}
