import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { toOutput } from '../addresses/permalink.ts';
import type { Digest, OutputPath, SourcePath } from '../brands.ts';
import { type Analysis, analyse, toSetup } from '../build/analyse.ts';
import { lazy } from '../bytes/lazy.ts';
import { cacheFolderOf } from '../cache/cache-folder.ts';
import { createMemoryBodies, type MemoryBodies } from '../cache/memory-bodies.ts';
import { openPictures } from '../cache/pictures.ts';
import { readCache } from '../cache/read-cache.ts';
import { createState } from '../cache/state.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { pipelineFingerprint } from '../config/pipeline-fingerprint.ts';
import { applyRules } from '../diagnostics/apply-rules.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { DiagnosedError } from '../diagnostics/diagnosed-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type FoundRepository, findRepository } from '../history/find-repository.ts';
import { wantsHistory } from '../history/histories.ts';
import { configFiles } from '../places/find-config-file.ts';
import { placeIfNeeded } from '../places/place-if-needed.ts';
import { createPlaceSiteCode } from '../places/place-site-code.ts';
import type { ListedRoute } from '../routes/routes.ts';
import { discover } from '../stages/discover.ts';
import { render, TemplateError } from '../theme/render.ts';
import { templateFailed } from '../theme/template-failed.ts';
import { createPool, type Pool } from '../workers/pool.ts';
import { editableFile } from './editable-file.ts';
import { indexRoutes, sourcesOf } from './index-routes.ts';
import { type ListedArticle, listArticles } from './list-articles.ts';
import { type LoadedSetup, loadSetup } from './load-setup.ts';
import { createPictureMaker } from './picture-maker.ts';
import { rescan } from './rescan.ts';
import type { SiteInMemory } from './site-in-memory.ts';
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
  | {
      readonly kind: 'file';
      readonly output: OutputPath;
      readonly content: Uint8Array | string;
      readonly lasting: boolean;
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'failed'; readonly problem?: Diagnostic; readonly source?: SourcePath };

export interface Engine {
  /**
   * Takes changes in; those that come meanwhile wait their turn. Resolves when the site is as the files are.
   */
  readonly apply: (changes: Changes) => Promise<void>;
  /** Answers for an address of the site, percent-encoded. */
  readonly page: (address: string) => Promise<Answer>;
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
  readonly close: () => Promise<void>;
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
  const cacheFolder = cacheFolderOf(root);
  let setup: LoadedSetup = { failures: [] };
  let site: SiteInMemory | undefined;
  let bodies: MemoryBodies = createMemoryBodies();
  let made: Digest | undefined;
  let threads: { readonly key: string; readonly pool: Pool } | undefined;
  /** Git writes here when something is committed. */
  const headLog = path.join(root, '.git', 'logs', 'HEAD');
  let repository: FoundRepository;
  /** Why nothing can be served. */
  let refusals: readonly Diagnostic[] = [];
  let running: Promise<void> = Promise.resolve();
  const known = new Map<string, SourcePath>();
  /** Pages whose template threw since the last change, by output. */
  const failed = new Map<string, Diagnostic>();
  const picture = createPictureMaker({ root, cache: openPictures(cacheFolder, { use: true }) });

  const listed = async (
    analysis: Analysis,
    config: ResolvedConfig,
  ): Promise<Pick<SiteInMemory, 'analysis' | 'route' | 'messages'>> => {
    const placed = await placeIfNeeded(analysis.messages, root);
    return { analysis, route: indexRoutes(analysis.routes), messages: applyRules(placed, config.rules) };
  };
  const refuse = async (error: unknown): Promise<void> => {
    if (error instanceof DiagnosedError) {
      refusals = await placeIfNeeded(error.messages, root);
      return;
    }
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
    const isCache = (error as NodeJS.ErrnoException).path?.startsWith(path.dirname(cacheFolder)) ?? false;
    refusals = [
      isCache
        ? diagnose('cache-unwritable', '.cache', {}, { reason })
        : diagnose('site-failed', 'content', {}, { reason }),
    ];
  };
  /** The threads, which stay as long as configuration and templates do. */
  const poolFor = async ({
    config,
    module,
    theme,
  }: {
    readonly config: ResolvedConfig;
    readonly module: string;
    readonly theme: string;
  }): Promise<Pool> => {
    const key = `${module} ${theme}`;
    if (threads?.key !== key) {
      await threads?.pool.close();
      threads = {
        key,
        pool: createPool({
          jobs,
          limits: config.limits,
          setup: toSetup({ root, config, module, theme, bodies: '' }),
        }),
      };
    }
    return threads.pool;
  };

  const update = async ({ paths, anywhere }: Changes, first: boolean): Promise<void> => {
    const isConfig = (file: string): boolean =>
      configFiles(root).includes(file) || (setup.config?.inputs.includes(file) ?? false);
    const templates = path.join(root, 'templates');
    const isSetup =
      first ||
      anywhere ||
      !setup.config ||
      !setup.theme ||
      paths.some((file) => isConfig(file) || file === templates || file.startsWith(templates + path.sep));
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
    const discovered =
      site && !anywhere ? rescan({ root, before: site.discovered, paths }) : discover({ root });
    const next = createState(old.bodies, '');
    const found =
      wantsHistory(config) && (!site || anywhere || paths.includes(headLog))
        ? await findRepository(root)
        : repository;
    const isSameHead = JSON.stringify(found) === JSON.stringify(repository);
    repository = found;
    const pool = await poolFor({ config, module, theme: theme.module });
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
      ...(repository && { repository }),
      ...(site && isSameHead && { histories: site.analysis.histories }),
    });
    const sources = lazy(() => sourcesOf(analysis.modelled.site));
    site = {
      ...(await listed(analysis, config)),
      state: next,
      discovered,
      now,
      bodies: lazy(
        () =>
          new Map(
            [...next.documents().values()].flatMap(({ document, body }) =>
              document.kind === 'broken' ? [] : [[document.body, body]],
            ),
          ),
      ),
      sources,
      unserved: lazy(() =>
        unservedSources({
          root,
          config,
          documents: analysis.documents,
          unpublished: analysis.modelled.unpublished,
          served: new Set(sources().values()),
        }),
      ),
    };
    made = fingerprint;
    bodies.keep(next.documents().values());
  };

  /** Files may go while they are read: then everything is looked at again. */
  const persist = async (changes: Changes, first: boolean): Promise<void> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        failed.clear();
        await update(attempt === 0 ? changes : { ...changes, anywhere: true }, first);
        refusals = [];
        return;
      } catch (error) {
        const missing =
          ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM'].includes(
            (error as NodeJS.ErrnoException).code ?? '',
          ) ||
          (error instanceof Error && error.name === 'UsageError');
        if (missing && attempt < 5) {
          await new Promise((resolve) => setTimeout(resolve, 40));
          continue;
        }
        return refuse(error);
      }
    }
  };

  const apply = (changes: Changes): Promise<void> => (running = running.then(() => persist(changes, false)));

  const page = async (address: string): Promise<Answer> => {
    const written = decode(address);
    const output =
      written === undefined || !setup.config ? undefined : toOutput(setup.config.config, written);
    const current = site;
    const route = output === undefined ? undefined : current?.route(output);
    const { config, theme } = setup;
    if (!current || !config || !theme) return { kind: 'failed' };
    const documents = current.state.documents();
    const standingOf = (source: SourcePath): { standing?: ArticleStatus } => {
      const document = documents.get(source)?.document;
      return document?.kind === 'article'
        ? { standing: statusOf(document, { now: current.now, config: config.config }) }
        : {};
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
          props: wanted.props(),
          readBody,
        });
        if (source !== undefined) return { kind: 'page', status: 200, html, source, ...standingOf(source) };
        const editable = editableFile({
          root,
          template: wanted.template,
          output: wanted.output,
          sources: current.sources(),
        });
        return { kind: 'page', status: 200, html, ...(editable !== undefined && { editable }) };
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        // The template that threw is not the one on disk, which does not compile: that is told.
        if (setup.failures.some(({ rule }) => rule === 'broken-template'))
          return { kind: 'failed', ...(source && { source }) };
        const problem = templateFailed({
          root,
          output: wanted.output,
          template: wanted.template,
          reason: error.message,
          place: createPlaceSiteCode(root)(error.at),
        });
        failed.set(wanted.output, problem);
        return { kind: 'failed', problem, ...(source && { source }) };
      }
    };
    if (!route || output === undefined || written === undefined) {
      const source = output === undefined ? undefined : (current.unserved().get(output) ?? known.get(output));
      const about = source !== undefined && documents.has(source) ? { source, ...standingOf(source) } : {};
      const missing = current.route('404.html');
      if (missing?.kind !== 'page')
        return { kind: 'page', status: 404, html: '<!doctype html><title>404</title><p>404', ...about };
      const answer = renderPage(missing);
      return answer.kind === 'page' ? { ...answer, status: 404, ...about } : answer;
    }
    if (route.kind === 'page') {
      if (!written.endsWith('/') && output.endsWith('/index.html') && !written.endsWith('/index.html'))
        return { kind: 'redirect', to: `${address}/` };
      return renderPage(route);
    }
    if (route.kind === 'file')
      return { kind: 'file', output, content: route.render(route.data() as never), lasting: false };
    if (route.kind === 'copy')
      return { kind: 'file', output, content: readFileSync(path.join(root, route.from)), lasting: false };
    return { kind: 'file', output, content: await picture(route), lasting: true };
  };

  const failures = (): Diagnostic[] => [...setup.failures, ...refusals];

  await persist({ paths: [], anywhere: true }, true);
  return {
    apply,
    page,
    failures,
    problems: () => [...failures(), ...failed.values(), ...(site?.messages ?? [])],
    articles: () =>
      site && setup.config
        ? listArticles({
            documents: site.analysis.documents,
            sources: site.sources(),
            messages: site.messages,
            config: setup.config.config,
            now: site.now,
          })
        : [],
    unpublished: () => {
      if (!site || !setup.config || !drafts) return [];
      const { config } = setup.config;
      const { now } = site;
      return site.analysis.modelled.site.articles
        .filter(({ document }) => statusOf(document, { now, config }) !== 'published')
        .map(({ card }) => card.address);
    },
    configFiles: () => [
      headLog,
      ...configFiles(root),
      ...(setup.config?.inputs ?? []),
      ...[...(site?.analysis.reads.keys() ?? [])].map((file) => path.join(root, file)),
    ],
    base: () => setup.config?.config.site.base ?? '/',
    style: () => `${setup.config?.config.site.base ?? '/'}${setup.theme?.assets.style.name ?? ''}`,
    nextChange: () => site?.analysis.modelled.nextChange(),
    isSource: (file) =>
      site?.analysis.files.has(file.normalize('NFC')) ||
      ((configFiles(root).includes(path.join(root, file)) || file.startsWith('templates/')) &&
        !file.split('/').includes('..') &&
        (statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile() ?? false)),
    close: async () => {
      bodies.close();
      await threads?.pool.close();
    },
  };
}

function decode(address: string): string | undefined {
  try {
    return decodeURIComponent(address).normalize('NFC');
  } catch {
    return undefined;
  }
}
