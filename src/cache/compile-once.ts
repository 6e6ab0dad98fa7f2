import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Digest } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import { readSealed, writeSealed } from '../bytes/sealed-file.ts';
import { compilerInputs, digestOfInput } from './compiler-inputs.ts';

export interface Compiled<Data> {
  /** ES module. */
  readonly code: string;
  /** Absolute paths of the files that went into it. */
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
  /** Where the module is kept. */
  readonly folder: string;
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

const magic = 'broadsheet module 3';

/**
 * Compiles a module unless its inputs are those of the last time, so that no compiler starts in a build in
 * which they did not change.
 */
export async function compileOnce<Data>({
  root,
  folder,
  name,
  salt,
  compile,
}: Input<Data>): Promise<Kept<Data>> {
  const recordFile = path.join(folder, `${name}.json`);
  const earlier = readRecord<Data>({ root, folder, recordFile, salt });
  if (earlier) return earlier;
  const { code, inputs, digests, data } = await compileUnchanged(compile);
  const digest = digestOf(code);
  const file = `${name}-${digest.slice(0, 16)}.mjs`;
  replaceFile(path.join(folder, file), [code]);
  const extra = await data(path.join(folder, file));
  const relative = digests?.map(([input, earlier]): [string, Digest] => [
    path.relative(root, input),
    earlier,
  ]);
  if (relative)
    writeSealed(recordFile, magic, {
      salt,
      file,
      digest,
      inputs: relative,
      data: extra,
    } satisfies KeptRecord<Data>);
  return { file: path.join(folder, file), digest, data: extra, inputs };
}

/** File times have the resolution of the kernel's clock tick. */
const tick = 10;

/**
 * Compiles until no input changed while the compiler ran, so that the digests are those of what it read.
 * Returns no digests where the inputs kept changing: such a result is used but not cached.
 */
async function compileUnchanged<Data>(
  compile: () => Promise<Compiled<Data>>,
): Promise<Compiled<Data> & { readonly digests?: readonly (readonly [path: string, digest: Digest])[] }> {
  for (let attempt = 1; ; attempt += 1) {
    const started = Date.now() - tick;
    const compiled = await compile();
    const digests = compilerInputs(compiled.inputs).map((input) => [input, digestOfInput(input)] as const);
    // The time of change, which a rename renews too. Folders change with any file in them.
    if (compiled.inputs.every((input) => statSync(input).ctimeMs < started)) return { ...compiled, digests };
    if (attempt === 5) return compiled;
    await new Promise((resolve) => setTimeout(resolve, 2 * tick));
  }
}

function readRecord<Data>({
  root,
  folder,
  recordFile,
  salt,
}: {
  root: string;
  folder: string;
  recordFile: string;
  salt: string;
}): Kept<Data> | undefined {
  try {
    const record = readSealed<KeptRecord<Data>>(recordFile, magic);
    if (record?.salt !== salt) return undefined;
    for (const [input, digest] of record.inputs)
      if (digestOfInput(path.resolve(root, input)) !== digest) return undefined;
    const file = path.join(folder, record.file);
    if (digestOf(readFileSync(file)) !== record.digest) return undefined;
    return {
      file,
      digest: record.digest,
      data: record.data,
      inputs: record.inputs.map(([input]) => path.resolve(root, input)),
    };
  } catch {
    // An input or the module is missing: compile again.
    return undefined;
  }
}
