import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Digest } from '../brands.ts';
import { createMemoryBodies, type MemoryBodies } from './memory-bodies.ts';
import { createState, type State } from './state.ts';
import { readState } from './state-file.ts';

/**
 * The state that the last build left under this fingerprint, read-only; empty when there is none that can be
 * used. New bodies stay in memory.
 */
export function readCache({ folder, fingerprint }: { folder: string; fingerprint: Digest }): {
  state: State;
  bodies: MemoryBodies;
} {
  const state = readState(path.join(folder, 'state'), fingerprint);
  if (typeof state === 'object') {
    const file = path.join(folder, state.bodies);
    try {
      if (existsSync(file) && state.documents()) return { state, bodies: createMemoryBodies(file) };
    } catch {
      // Damaged, or taken away by a build at this moment: everything is parsed again.
    }
  }
  return { state: createState('', ''), bodies: createMemoryBodies() };
}
