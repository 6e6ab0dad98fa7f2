import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from '../digest.ts';
import { replaceFile } from '../replace-file.ts';
import { readSealed, writeSealed } from '../sealed-file.ts';
import type { Digest } from '../types.ts';

export interface Compiled<Data> {
  /** ES module. */
  readonly code: string;
  /** Absolute paths of all that went into it. */
  readonly inputs: readonly string[];
  /** What else is kept, worked out once the module is on disk. */
  readonly data: (module: string) => Data | Promise<Data>;
}

export interface Kept<Data> {
  /** The module on disk. */
  readonly file: string;
  /** Digest of its code. */
  readonly digest: Digest;
  readonly data: Data;
  readonly inputs: readonly string[];
}

interface Input<Data> {
  /** The site's folder; inputs are remembered relative to it, so that the cache can move with the site. */
  readonly root: string;
  readonly name: string;
  /** What else the result depends on: the tool's version, the list of files. */
  readonly salt: string;
  readonly compile: () => Promise<Compiled<Data>>;
}

interface KeptRecord<Data> {
  readonly salt: string;
  readonly file: string;
  readonly digest: Digest;
  readonly inputs: readonly (readonly [path: string, digest: Digest])[];
  readonly data: Data;
}

const magic = 'broadsheet module 1';

/** Compiles a module unless its inputs are those of the last time, so that no compiler starts in a build in which they did not change. */
export async function compileOnce<Data>({ root, name, salt, compile }: Input<Data>): Promise<Kept<Data>> {
  const folder = path.join(root, '.cache');
  const recordFile = path.join(folder, `${name}.json`);
  const known = readRecord<Data>({ root, folder, recordFile, salt });
  if (known) return known;
  const { code, inputs, data } = await compile();
  const digest = digestOf(code);
  const file = `${name}-${digest.slice(0, 16)}.mjs`;
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.startsWith(`${name}-`) && old !== file) rmSync(path.join(folder, old), { force: true });
  replaceFile(path.join(folder, file), [code]);
  const kept = await data(path.join(folder, file));
  const relative = inputs.map((input): [string, Digest] => [path.relative(root, input), digestOf(readFileSync(input))]);
  writeSealed(recordFile, magic, { salt, file, digest, inputs: relative, data: kept } satisfies KeptRecord<Data>);
  return { file: path.join(folder, file), digest, data: kept, inputs };
}

function readRecord<Data>({ root, folder, recordFile, salt }: { root: string; folder: string; recordFile: string; salt: string }): Kept<Data> | undefined {
  try {
    const record = readSealed<KeptRecord<Data>>(recordFile, magic);
    if (record?.salt !== salt) return undefined;
    for (const [input, digest] of record.inputs) if (digestOf(readFileSync(path.resolve(root, input))) !== digest) return undefined;
    const file = path.join(folder, record.file);
    if (digestOf(readFileSync(file)) !== record.digest) return undefined;
    return { file, digest: record.digest, data: record.data, inputs: record.inputs.map(([input]) => path.resolve(root, input)) };
  } catch {
    // An input or the module is gone: it is made anew.
    return undefined;
  }
}
