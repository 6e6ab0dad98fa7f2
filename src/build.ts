import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { BodyPlace } from './cache/bodies.ts';
import { openCache } from './cache/open-cache.ts';
import type { ResolvedConfig } from './config.ts';
import { diagnose } from './diagnostics/diagnose.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { fingerprint } from './fingerprint.ts';
import { loadConfig } from './load-config.ts';
import { collectAssets, indexFiles } from './model/references.ts';
import { openOutput, removeOutputs, strays } from './output-folder.ts';
import type { Route } from './routes/route.ts';
import { routes } from './routes/routes.ts';
import { describe } from './stages/describe.ts';
import { discover } from './stages/discover.ts';
import { model } from './stages/model.ts';
import { output } from './stages/output.ts';
import { inOrder, read } from './stages/read.ts';
import { loadTheme } from './theme/load.ts';
import type { Digest, OutputPath } from './types.ts';
import { buildId } from './version.ts';
import { createPool, type Pool } from './workers/pool.ts';

export interface BuildOptions {
  /** The site's folder, absolute. */
  readonly root: string;
  /** The output folder, absolute. */
  readonly out: string;
  /** The moment for which the site is built, in milliseconds since the epoch. */
  readonly now: number;
  /** Whether what an earlier build left is used. */
  readonly cache: boolean;
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
  /** When the site next changes by itself: the next article falls due or ends. RFC 3339, UTC. */
  readonly nextChange?: string;
  /** Why an earlier build's cache was put aside. */
  readonly cacheDiscarded?: 'other' | 'damaged';
  readonly messages: readonly Diagnostic[];
}

/** Documents below this number are parsed and rendered in this thread: starting others would take longer. */
const worthThreads = 1500;

/** Builds the site: every stage in its order, one barrier (`model`) between what needs one file and what needs all. */
export async function build({ root, out, now, cache: useCache, jobs, progress = () => {} }: BuildOptions): Promise<BuildResult> {
  const started = Date.now();
  const { config, module, digest: configDigest } = await loadConfig(root);
  const theme = await loadTheme(root);
  const target = openOutput({ root, out });
  const cache = openCache({ folder: path.join(root, '.cache'), fingerprint: pipelineFingerprint(config, configDigest), use: useCache });
  const { old, next } = cache;

  const { files, messages: found } = discover({ root });
  const threads = jobs ?? (files.length >= worthThreads ? availableParallelism() : 1);
  const { site, markdown } = config;
  const hasPlugins = markdown.remarkPlugins.length + markdown.rehypePlugins.length > 0;
  const setup = {
    root, site, theme: theme.module, bodies: cache.bodiesFile,
    markdown: { parser: markdown.parser, html: markdown.html, highlight: markdown.highlight },
    output: { folder: target.folder, fresh: target.fresh },
    ...(hasPlugins && { plugins: module }),
  };
  let running: Promise<Pool> | undefined;
  const pool = (): Promise<Pool> => (running ??= createPool({ jobs: threads, setup }));
  try {
    const parsed = await read({ root, files, old, next, pool, bodies: cache.bodies, started, progress: (done, total) => progress('documents', done, total) });
    const documents = inOrder(files, next.documents);
    const index = indexFiles(files);
    const assets = await describe({ root, requests: collectAssets({ documents, files: index, config }), old, next, started, progress: (done, total) => progress('pictures', done, total) });
    const modelled = model({ documents, files: index, assets, config, theme: theme.assets, now });
    const unique = uniqueRoutes([...routes(modelled.site)]);
    const listed = unique.routes;

    const messages = [...found, ...documents.flatMap((document) => document.messages), ...modelled.messages, ...unique.messages];
    cache.begin();
    const counts = await output({
      root, folder: target.folder, fresh: target.fresh, routes: listed, old, next, pool, pictures: cache.pictures,
      bodies: new Map<Digest, BodyPlace>([...next.documents.values()].flatMap(({ document, body }) => (document.kind === 'broken' ? [] : [[document.body, body]]))),
      theme: theme.digest, tool: fingerprint([buildId, configDigest]),
      report: (message) => messages.push(message),
      progress,
    });
    target.finish();
    const distrusted = !target.fresh && (cache.interrupted || old.outputs.size === 0);
    const stale = distrusted ? strays(out, next.outputs) : target.fresh ? [] : [...old.outputs.keys()].filter((name) => !next.outputs.has(name));
    const removed = removeOutputs(out, stale);
    cache.save();

    const shown = applyRules(messages, config.rules);
    return {
      articles: modelled.site.articles.length,
      pages: listed.filter((route) => route.kind === 'page').length,
      pictures: listed.filter((route) => route.kind === 'picture').length,
      parsed,
      ...counts,
      removed,
      errors: shown.filter((message) => message.severity === 'error').length,
      warnings: shown.filter((message) => message.severity === 'warning').length,
      durationMs: Date.now() - started,
      ...(modelled.nextChange !== undefined && { nextChange: new Date(modelled.nextChange).toISOString() }),
      ...(cache.discarded && { cacheDiscarded: cache.discarded }),
      messages: shown,
    };
  } finally {
    await (await running)?.close();
    cache.close();
  }
}

/** What a document is a function of besides its bytes. */
const pipelineFingerprint = ({ site, markdown }: ResolvedConfig, configDigest: Digest): Digest => {
  const { parser, html, highlight, remarkPlugins, rehypePlugins } = markdown;
  const plugins = remarkPlugins.length + rehypePlugins.length > 0 ? configDigest : '';
  return fingerprint([buildId, site.language, site.timeZone, site.origin, site.base, parser, html, highlight, plugins]);
};

/** Each output once: of two routes for one file the first is kept, and both are named. */
function uniqueRoutes(all: readonly (Route & { readonly by: string })[]): { routes: readonly (Route & { readonly by: string })[]; messages: Diagnostic[] } {
  const owners = new Map<OutputPath, string>();
  const messages: Diagnostic[] = [];
  const kept = all.filter((route) => {
    const owner = owners.get(route.output);
    if (owner === undefined) owners.set(route.output, route.by);
    else messages.push(diagnose('duplicate-output', 'broadsheet.config.ts', {}, { output: route.output, first: owner, second: route.by }));
    return owner === undefined;
  });
  return { routes: kept, messages };
}

/** The site's own severities; messages in the order of files and lines. */
const applyRules = (messages: readonly Diagnostic[], rules: ResolvedConfig['rules']): Diagnostic[] =>
  messages
    .flatMap((message): Diagnostic[] => {
      const severity = rules[message.rule] ?? message.severity;
      return severity === 'off' ? [] : [{ ...message, severity }];
    })
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || (a.rule < b.rule ? -1 : 1)));
