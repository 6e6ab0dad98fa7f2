import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Digest } from '../types.ts';
import { type Bodies, openBodies } from './bodies.ts';
import { openPictures, type PictureCache } from './pictures.ts';
import { emptyState, readState, type State, writeState } from './state.ts';

export interface Cache {
  /** What the last build left; empty when there was none, or none to be believed. */
  readonly old: State;
  /** What this one will leave. */
  readonly next: State;
  readonly bodies: Bodies;
  readonly bodiesFile: string;
  readonly pictures: PictureCache;
  /** Why the last state was put aside. */
  readonly discarded?: 'other' | 'damaged';
  /** The last build was stopped while it wrote. */
  readonly interrupted: boolean;
  /** Notes that outputs are being written, until {@link save}. */
  readonly begin: () => void;
  readonly save: () => void;
  readonly close: () => void;
}

/** Opens the cache of a site. `fingerprint` stands for all that its documents were made with: under another one nothing of it holds. */
export function openCache({ folder, fingerprint, use }: { folder: string; fingerprint: Digest; use: boolean }): Cache {
  mkdirSync(folder, { recursive: true });
  const stateFile = path.join(folder, 'state');
  const mark = path.join(folder, 'writing');
  const found = use ? readState(stateFile, fingerprint) : 'none';
  const readable = typeof found === 'object' && exists(path.join(folder, found.bodies));
  const old = readable ? found : emptyState();
  const next: State = { ...emptyState(), bodies: old.bodies };
  const bodiesFile = path.join(folder, old.bodies);
  if (!readable) rmSync(bodiesFile, { force: true });
  const bodies = openBodies(bodiesFile, 'write');
  const discarded = typeof found === 'object' ? (readable ? undefined : 'damaged') : found === 'none' ? undefined : found;
  const pictures = openPictures(path.join(folder, 'pictures'));
  return {
    old,
    next,
    bodies,
    bodiesFile,
    pictures,
    ...(discarded && { discarded }),
    interrupted: exists(mark),
    begin: () => writeFileSync(mark, ''),
    save: () => {
      writeState(stateFile, fingerprint, next);
      for (const name of readdirSync(folder)) if (name.startsWith('bodies-') && name !== next.bodies) rmSync(path.join(folder, name), { force: true });
      pictures.sweep(new Set([...next.outputs.keys()].filter((output) => output.startsWith('media/')).map((output) => output.slice('media/'.length))));
      rmSync(mark, { force: true });
    },
    close: () => bodies.close(),
  };
}

const exists = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined;
