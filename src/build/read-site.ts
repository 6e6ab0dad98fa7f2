import { namesOf } from '../blocks/block.ts';
import { cacheFolderOf } from '../cache/cache-folder.ts';
import type { MemoryBodies } from '../cache/memory-bodies.ts';
import { readCache } from '../cache/read-cache.ts';
import { createState, type State } from '../cache/state.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { pipelineFingerprint } from '../config/pipeline-fingerprint.ts';
import { type Discovered, discover } from '../stages/discover.ts';
import type { LoadedTheme } from '../theme/load.ts';
import { createPool } from '../workers/pool.ts';
import { type Analysis, type OpenInput, openSite } from './open-site.ts';

interface Input extends Pick<OpenInput, 'unmasked' | 'cacheFolder' | 'storedPictures'> {
  /** The site's folder, absolute. */
  readonly root: string;
  readonly loaded: LoadedConfig;
  readonly theme: LoadedTheme;
  /** The moment, in milliseconds since the epoch. */
  readonly now: number;
  readonly jobs: number;
}

export interface ReadSite {
  readonly discovered: Discovered;
  readonly analysis: Analysis;
  /** What the last build left. */
  readonly old: State;
  readonly next: State;
  /** To be closed. */
  readonly bodies: MemoryBodies;
}

/** Analyses a site without building it. New results stay in memory, except for what was read from git. */
export async function readSite({
  root,
  loaded: { config, module, digest },
  theme,
  now,
  jobs,
  unmasked = false,
  cacheFolder,
  storedPictures,
}: Input): Promise<ReadSite> {
  const started = Date.now();
  const discovered = discover({ root, trees: config });
  const { state: old, bodies } = readCache({
    folder: cacheFolderOf(root),
    fingerprint: pipelineFingerprint(config, digest, theme.assets.blocks),
  });
  const next = createState('', '');
  const blocks = namesOf(theme.assets.blocks);
  const pool = createPool({ jobs, root, config, module, theme: theme.module, blocks });
  try {
    const analysis = await openSite({
      root,
      config,
      theme,
      discovered,
      old,
      next,
      bodies,
      pool,
      now,
      started,
      unmasked,
      storedPictures,
      ...(cacheFolder !== undefined && { cacheFolder }),
    });
    return { discovered, analysis, old, next, bodies };
  } catch (error) {
    bodies.close();
    throw error;
  } finally {
    await pool.close();
  }
}
