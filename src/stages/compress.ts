import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import pLimit from 'p-limit';
import type { Digest, OutputPath } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { lazy } from '../bytes/lazy.ts';
import type { MadeFiles } from '../cache/made-files.ts';
import type { OutputRecord, State } from '../cache/state.ts';
import { isUntouched, type Writer } from './write.ts';

/** Endings of files that are worth compressing. */
const texts = /\.(?:html|css|m?js|json|xml|svg|txt|csv|vtt|webmanifest)$/;
/** Smaller files fit into one packet anyway. */
const least = 1024;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const formats = {
  br: (bytes: Buffer) =>
    brotli(bytes, {
      params: {
        [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes: Buffer) => gzip(bytes, { level: 9 }),
};
type Format = keyof typeof formats;
const endings = Object.keys(formats) as Format[];

/** Version of the compressors, which is part of the keys: another one may give other bytes. */
const version = digestOf(`1 ${process.versions.zlib} ${process.versions.brotli}`).slice(0, 8);
/** Key of a content: its digest, of which the end gives way to the version. */
const keyOf = (content: Buffer): Digest =>
  `${digestOf(content).slice(0, -version.length)}${version}` as Digest;

/** Names that the compressed versions of outputs may have. */
export const compressedNames = (outputs: Iterable<string>): string[] =>
  [...outputs].flatMap((output) =>
    texts.test(output) ? endings.map((ending) => `${output}.${ending}`) : [],
  );

interface Input {
  readonly folder: string;
  readonly fresh: boolean;
  readonly old: State;
  readonly next: State;
  /** Takes a file that is there now, and whether it was written. */
  readonly keep: (output: OutputPath, record: OutputRecord, written: boolean) => void;
  readonly writer: Writer;
  /** What was compressed before, by the digest of its content. */
  readonly made: MadeFiles;
}

interface Wanted {
  readonly output: OutputPath;
  readonly ending: Format;
  readonly content: () => { readonly bytes: Buffer; readonly key: Digest };
}

/**
 * Lays compressed versions beside the texts that were made. They are kept where their text is that of the
 * last build; else compressed in Node's threads, or taken from the cache.
 */
export async function compress({ folder, fresh, old, next, keep, writer, made }: Input): Promise<void> {
  const make = async ({ output, ending, content }: Wanted): Promise<void> => {
    const { bytes, key } = content();
    const name = `${key}.${ending}` as OutputPath;
    let compressed = made.read(name);
    if (!compressed) made.write(name, (compressed = await formats[ending](bytes)));
    const { written, ...record } = writer.write(output, compressed);
    keep(output, { key, article: false, ...record }, written);
  };
  const inTurn = pLimit(availableParallelism());
  const work: Promise<void>[] = [];
  for (const [text, record] of [...next.outputs]) {
    if (record.size < least || !texts.test(text)) continue;
    // Read once for both.
    const content = lazy(() => {
      const bytes = readFileSync(`${folder}/${text}`);
      return { bytes, key: keyOf(bytes) };
    });
    for (const ending of endings) {
      const output = `${text}.${ending}` as OutputPath;
      if (next.outputs.has(output)) continue;
      const before = fresh || !isSame(record, old.outputs.get(text)) ? undefined : old.outputs.get(output);
      if (before?.key.endsWith(version) && isUntouched(`${folder}/${output}`, before))
        keep(output, before, false);
      else work.push(inTurn(() => make({ output, ending, content })));
    }
  }
  await Promise.all(work);
  await writer.finish();
}

/** Whether an output is the file that the last build left. */
const isSame = (now: OutputRecord, before: OutputRecord | undefined): boolean =>
  before !== undefined && now.key === before.key && now.size === before.size && now.mtime === before.mtime;
