import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Digest, OutputPath } from '../brands.ts';
import { writerOf } from '../bytes/replace-file.ts';
import { type Bodies, type BodyPlace, CacheDamaged, openBodies } from './bodies.ts';
import { isAlive } from './lock.ts';
import { compressedFolder, type MadeFiles, openMadeFiles, pictureFolder } from './made-files.ts';
import { createState, type DocumentRecord, type LastBuild, type State } from './state.ts';
import { readState, writeState } from './state-file.ts';

export interface Cache {
  /** The state that the last build left; empty when there is none, or when it cannot be trusted. */
  readonly old: State;
  /** The state that this build will leave. */
  readonly next: State;
  readonly bodies: Bodies;
  /** The file of bodies, for workers. */
  readonly bodiesFile: string;
  readonly pictures: MadeFiles;
  /** Texts of outputs, compressed. */
  readonly compressed: MadeFiles;
  /** Why the last state was put aside. */
  readonly discarded?: 'other' | 'damaged';
  /**
   * The last build was stopped while it wrote, or wrote elsewhere: the content of the output folder is
   * unknown.
   */
  readonly distrusted: boolean;
  /** Notes that outputs are being written, until {@link save}. */
  readonly begin: () => void;
  /** `pictures` are names of pictures that are outputs under other names. */
  readonly save: (last: LastBuild, pictures: readonly OutputPath[]) => void;
  /** Saves what the last build left with newer records of the files. */
  readonly refresh: (files: State['files']) => void;
  readonly close: () => void;
}

/** A file that marks that outputs are being written, or that the output folder does not match the state. */
export const writingMark = 'writing';

interface Input {
  /** The folder of the cache, which is there and ours. */
  readonly folder: string;
  /**
   * The fingerprint of everything that documents are parsed with: under another one no parsed document is
   * used.
   */
  readonly fingerprint: Digest;
  /** The output folder, as it is noted. */
  readonly out: string;
  /** Whether what is there is used. */
  readonly use: boolean;
  /** Names of the compiled modules that this build uses. */
  readonly modules: readonly string[];
}

/** Opens the cache of a site, which can be deleted, or carried from one machine to the next, at any time. */
export function openCache({ folder, fingerprint, out, use, modules }: Input): Cache {
  const stateFile = path.join(folder, 'state');
  const mark = path.join(folder, writingMark);
  const lastState = use ? readState(stateFile, fingerprint) : 'none';
  const whole =
    typeof lastState === 'object' &&
    [lastState.bodies, lastState.base].every((name) => name === undefined || exists(path.join(folder, name)));
  const sameOut = whole && lastState.out === out;
  const old: State = whole
    ? sameOut
      ? lastState
      : { ...lastState, outputs: new Map(), last: undefined }
    : createState(`bodies-${process.pid}-${Date.now().toString(36)}`, out);
  const next = createState(old.bodies, out);
  const bodiesFile = path.join(folder, old.bodies);
  const bodies = openBodies(bodiesFile, 'write');
  const discarded = whole ? undefined : discardedFor(lastState);
  const pictures = openMadeFiles(path.join(folder, pictureFolder()), { use });
  const compressed = openMadeFiles(path.join(folder, compressedFolder), { use });
  return {
    old,
    next,
    bodies,
    bodiesFile,
    pictures,
    compressed,
    ...(discarded && { discarded }),
    distrusted: exists(mark) || !sameOut,
    begin: () => writeFileSync(mark, ''),
    save: (last, pictureNames) => {
      const saved = compact({ folder, state: next, bodies });
      const base = writeState(stateFile, fingerprint, { ...saved, last });
      removeLeftOvers(folder, new Set([saved.bodies, base, pictureFolder(), compressedFolder, ...modules]));
      pictures.sweep(
        new Set(
          [...next.outputs.keys(), ...pictureNames]
            .filter((output) => output.startsWith('media/'))
            .map((output) => output.slice('media/'.length)),
        ),
      );
      compressed.sweep(
        new Set([...next.outputs].flatMap(([name, { key }]) => nameOfCompressed(name, key) ?? [])),
      );
      rmSync(mark, { force: true });
    },
    refresh: (files) => {
      try {
        writeState(stateFile, fingerprint, { ...old, files });
      } catch (error) {
        // Documents that are damaged are noticed when they are needed.
        if (!(error instanceof CacheDamaged)) throw error;
      }
    },
    close: () => bodies.close(),
  };
}

/** Why a state that is not whole was put aside; undefined when there was none. */
const discardedFor = (state: ReturnType<typeof readState>): Cache['discarded'] =>
  typeof state === 'object' ? 'damaged' : state === 'none' ? undefined : state;

/** Removes files of earlier builds from the cache. */
function removeLeftOvers(folder: string, used: ReadonlySet<string | undefined>): void {
  for (const name of readdirSync(folder))
    if (!used.has(name) && isLeftOver(name))
      rmSync(path.join(folder, name), { recursive: true, force: true });
}

/** The name under which a compressed output is kept; undefined of any other. */
const nameOfCompressed = (output: string, key: Digest): string | undefined => {
  const [ending] = /\.(?:br|gz)$/.exec(output) ?? [];
  return ending === undefined ? undefined : `${key}${ending}`;
};

/**
 * Whether a name is that of something that each build keeps one of, or of a file that a process which is gone
 * was writing.
 */
function isLeftOver(name: string): boolean {
  const writer = writerOf(name);
  return writer === undefined
    ? /^(?:bodies|documents|pictures|compressed|config|theme)-/.test(name)
    : !isAlive(writer);
}

/**
 * The file is rewritten when it has more than this many bytes of bodies that no document uses, and more than
 * are in use.
 */
const garbage = 32 * 1024 * 1024;

function compact({ folder, state, bodies }: { folder: string; state: State; bodies: Bodies }): State {
  const documents = state.documents();
  let live = 0;
  for (const { body, terms } of documents.values()) live += body.length + terms;
  if (bodies.size() - live < Math.max(live, garbage)) return state;
  const name = `bodies-${process.pid}-${Date.now().toString(36)}`;
  const fresh = openBodies(path.join(folder, name), 'write');
  const moved = new Map(
    [...documents].map(([key, record]) => [
      key,
      {
        ...record,
        body: { offset: fresh.append(bodies.readBytes(withTerms(record))), length: record.body.length },
      },
    ]),
  );
  fresh.close();
  return { ...state, bodies: name, documents: () => moved };
}

const withTerms = ({ body: { offset, length }, terms }: DocumentRecord): BodyPlace => ({
  offset,
  length: length + terms,
});

const exists = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined;
