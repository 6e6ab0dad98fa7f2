import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { digestOf } from '../bytes/digest.ts';
import { buildId } from '../tool/version.ts';
import type * as entries from './entries.ts';

type Entries = typeof entries;

let loaded: Entries | undefined;

/**
 * Loads the compiled tool: one script, with V8's code cache of earlier runs, so that a start compiles
 * nothing. The cache is stored beside the script if that folder is writable, for one build of the tool, one
 * Node and its options.
 */
export function loadBundle(): Entries {
  loaded ??= run();
  return loaded;
}

/** How many runs extend the code cache. Each of the first ones adds the functions that it used. */
const runs = 3;

function run(): Entries {
  const file = fileURLToPath(new URL('broadsheet.cjs', import.meta.url));
  const cacheFile = fileURLToPath(new URL(`code-${buildId}-${engineId()}`, import.meta.url));
  const cached = readCodeCache(cacheFile);
  // The bundle is ASCII, so its text takes one byte per character.
  const script = new Script(
    `(function (module, require, __import, __url, __resolve) {${readFileSync(file, 'latin1')}\n})`,
    { filename: file, ...(cached && { cachedData: cached.code }) },
  );
  const module = {} as { exports: Entries };
  script.runInThisContext()(
    module,
    createRequire(import.meta.url),
    (url: string) => import(url),
    import.meta.url,
    (name: string) => import.meta.resolve(name),
  );
  const isGood = cached !== undefined && script.cachedDataRejected !== true;
  if (isMainThread && (!isGood || cached.runs < runs))
    process.on('exit', () =>
      saveCodeCache(cacheFile, { code: script.createCachedData(), runs: isGood ? cached.runs + 1 : 1 }),
    );
  return module.exports;
}

/**
 * A code cache is valid for one version of V8, its options, and one binary, as binaries of the same version
 * may differ.
 */
const engineId = (): string =>
  [
    process.version,
    process.platform,
    process.arch,
    cachedDataVersionTag().toString(16),
    statSync(process.execPath).size.toString(16),
  ].join('-');

interface CodeCache {
  readonly code: Buffer;
  /** How many runs have extended it. */
  readonly runs: number;
}

/** Reads the code cache. V8 checks that the code is its own, but not that it is complete. */
function readCodeCache(file: string): CodeCache | undefined {
  try {
    const bytes = readFileSync(file);
    const newline = bytes.indexOf(10);
    const [digest, count] = bytes.toString('latin1', 0, newline).split(' ');
    const code = bytes.subarray(newline + 1);
    return digestOf(code) === digest ? { code, runs: Number(count) } : undefined;
  } catch {
    return undefined;
  }
}

function saveCodeCache(file: string, { code, runs: count }: CodeCache): void {
  const temporary = `${file}.${process.pid}`;
  try {
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${digestOf(code)} ${count}\n`), code]));
    renameSync(temporary, file);
  } catch {
    // If the folder is not writable or the disk is full, every start compiles.
    try {
      rmSync(temporary, { force: true });
    } catch {
      // There is none.
    }
  }
}
