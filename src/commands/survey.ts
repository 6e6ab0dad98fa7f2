import path from 'node:path';
import type { Analysis } from '../build/open-site.ts';
import { readSite } from '../build/read-site.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { createClaims } from '../model/claims.ts';
import { createRegistry, type Registry } from '../model/registry.ts';
import type { Discovered } from '../stages/discover.ts';
import { shippedTheme } from '../theme/load.ts';
import { toMoment } from './to-moment.ts';

export interface Survey {
  readonly root: string;
  readonly config: ResolvedConfig;
  readonly discovered: Discovered;
  readonly analysis: Analysis;
  readonly registry: Registry;
  readonly now: number;
}

/**
 * Reads everything about a site at a time (`--now`, by default the present), for commands that report on it.
 * Writes nothing but the history that it read.
 */
export async function survey({ site, now: written }: { site: string; now?: string }): Promise<Survey> {
  const root = path.resolve(site);
  const loaded = await loadConfig(root);
  const { config } = loaded;
  const now = written === undefined ? Date.now() : await toMoment(written, async () => config);
  // Reports do not depend on templates.
  const { discovered, analysis, bodies } = await readSite({
    root,
    loaded,
    theme: shippedTheme(),
    now,
    jobs: 1,
    unmasked: true,
  });
  bodies.close();
  return {
    root,
    config,
    discovered,
    analysis,
    registry: createRegistry(analysis.documents, { config, claims: createClaims(() => {}) }),
    now,
  };
}
