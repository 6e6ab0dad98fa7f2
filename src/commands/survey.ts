import path from 'node:path';
import { type Analysis, analyse, toSetup } from '../analyse.ts';
import { readCache } from '../cache/read-cache.ts';
import { createState } from '../cache/state.ts';
import type { ResolvedConfig } from '../config.ts';
import { loadConfig } from '../load-config.ts';
import { createClaims } from '../model/claims.ts';
import { createRegistry, type Registry } from '../model/registry.ts';
import { pipelineFingerprint } from '../pipeline-fingerprint.ts';
import { type Discovered, discover } from '../stages/discover.ts';
import { loadTheme } from '../theme/load.ts';
import { createPool } from '../workers/pool.ts';
import { toMoment } from './to-moment.ts';

export interface Survey {
  readonly root: string;
  readonly config: ResolvedConfig;
  readonly discovered: Discovered;
  readonly analysis: Analysis;
  readonly registry: Registry;
  readonly now: number;
}

/** All that is known of a site at a moment (as `--now` has it, the present when missing), for commands that report on it. Writes nothing but the history that it read. */
export async function survey({ site, now: written }: { site: string; now?: string }): Promise<Survey> {
  const root = path.resolve(site);
  const started = Date.now();
  const { config, module, digest } = await loadConfig(root);
  const now = written === undefined ? started : await toMoment(written, async () => config);
  const theme = await loadTheme(root);
  const discovered = discover({ root });
  const { state: old, bodies } = readCache({ folder: path.join(root, '.cache'), fingerprint: pipelineFingerprint(config, digest) });
  const pool = createPool({ jobs: 1, setup: toSetup({ root, config, module, theme: theme.module, bodies: '' }) });
  try {
    const analysis = await analyse({ root, config, theme: theme.assets, discovered, old, next: createState('', ''), bodies, pool, now, started, unmasked: true });
    const authors = analysis.documents.filter((document) => document.kind === 'author');
    return { root, config, discovered, analysis, registry: createRegistry(authors, { config, claims: createClaims(() => {}) }), now };
  } finally {
    await pool.close();
    bodies.close();
  }
}
