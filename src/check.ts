import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyse, toSetup } from './analyse.ts';
import { readCache } from './cache/read-cache.ts';
import { createState } from './cache/state.ts';
import { placeFields } from './content/place-fields.ts';
import { applyRules } from './diagnostics/apply-rules.ts';
import { diagnose } from './diagnostics/diagnose.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { fingerprint } from './fingerprint.ts';
import { lint } from './lint/lint.ts';
import { loadConfig } from './load-config.ts';
import { findFile } from './model/references.ts';
import { pipelineFingerprint } from './pipeline-fingerprint.ts';
import type { ListedRoute } from './routes/routes.ts';
import { discover } from './stages/discover.ts';
import { render, TemplateError, type Theme } from './stages/render.ts';
import { loadTheme } from './theme/load.ts';
import type { Digest } from './types.ts';
import { createPool } from './workers/pool.ts';

export interface CheckOptions {
  /** The site's folder, absolute. */
  readonly root: string;
  /** The moment for which the site is checked, in milliseconds since the epoch. */
  readonly now: number;
  readonly jobs: number;
  /** Whether what is found in a file (relative to the site's folder) is told; all of it when missing. */
  readonly wanted?: (file: string) => boolean;
  /** Whether files went: then references to them are told, wherever they stand. */
  readonly gone?: boolean;
}

export interface CheckResult {
  /** Documents that were looked at. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly messages: readonly Diagnostic[];
}

const references = new Set<string>(['dead-link', 'missing-picture', 'missing-attachment', 'unknown-related', 'unknown-category', 'unknown-author']);

/** Says all that a build would say, and what an editor would, and writes nothing. */
export async function check({ root, now, jobs, wanted = () => true, gone = false }: CheckOptions): Promise<CheckResult> {
  const started = Date.now();
  const { config, module, digest } = await loadConfig(root);
  const theme = await loadTheme(root);
  const discovered = discover({ root });
  const { state: old, bodies } = readCache({ folder: path.join(root, '.cache'), fingerprint: pipelineFingerprint(config, digest) });
  const next = createState('', '');
  const pool = createPool({ jobs, setup: toSetup({ root, config, module, theme: theme.module, bodies: '' }) });
  try {
    const { documents, files, assets, routes, messages } = await analyse({ root, config, theme: theme.assets, discovered, old, next, bodies, pool, now, started });
    const places = new Map([...next.documents().values()].flatMap(({ document, body }) => (document.kind === 'broken' ? [] : [[document.body, body] as const])));
    const readBody = (body: Digest): string => {
      const place = places.get(body);
      return place === undefined || place.length === 0 ? '' : bodies.read(place, body);
    };
    // A page with the key of the last build was made then, and would be again.
    const unmade = routes.filter((route) => route.kind === 'page' && old.outputs.get(route.output)?.key !== fingerprint([theme.digest, route.template, route.props()]));
    const failed = await tryTemplates({ routes: unmade, theme: theme.module, readBody });
    const pictureOf = (from: Parameters<typeof findFile>[0]['from'], url: string) => {
      const file = findFile({ from, url, files, config });
      return file === undefined || file === 'outside' ? undefined : assets.get(file.path)?.picture;
    };
    const advice = await lint({ root, config, documents, wanted, pictureOf });
    const told = [...messages.filter((message) => wanted(message.path) || (gone && references.has(message.rule))), ...failed, ...advice];
    const shown = applyRules(placeFields(told, root), config.rules);
    return {
      files: documents.filter((document) => wanted(document.path)).length,
      errors: shown.filter(({ severity }) => severity === 'error').length,
      warnings: shown.filter(({ severity }) => severity === 'warning').length,
      messages: shown,
    };
  } finally {
    await pool.close();
    bodies.close();
  }
}

/** Renders pages for nothing but what their templates say of it. */
async function tryTemplates({ routes, theme, readBody }: { routes: readonly ListedRoute[]; theme: string; readBody: (body: Digest) => string }): Promise<Diagnostic[]> {
  if (routes.length === 0) return [];
  const loaded = (await import(pathToFileURL(theme).href)) as Theme;
  return routes.flatMap((route): Diagnostic[] => {
    if (route.kind !== 'page') return [];
    try {
      render({ theme: loaded, template: route.template, props: route.props(), readBody });
      return [];
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      return [diagnose('template-failed', `templates/pages/${route.template}.tsx`, {}, { output: route.output, reason: error.message })];
    }
  });
}
