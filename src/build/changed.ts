/** `changed.json` beside the cache: what a build wrote and removed, for programs that publish it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toAddress, toUrl } from '../addresses/permalink.ts';
import type { OutputPath, Url } from '../brands.ts';
import { replaceFile } from '../bytes/replace-file.ts';
import type { ResolvedConfig } from '../config/config.ts';
import type { Analysis } from './open-site.ts';
import type { Run } from './run.ts';

/** What a build changed in the output folder. */
interface Changed {
  readonly origin: Url;
  /** Files below the output folder, in order. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Addresses of pages for readers that were written or removed. */
  readonly pages: readonly Url[];
  /** Addresses of feeds that were written. */
  readonly feeds: readonly Url[];
}

interface Input {
  readonly config: ResolvedConfig;
  readonly written: Iterable<string>;
  readonly removed: Iterable<string>;
  /** Of outputs that are made, whether they are pages for readers, or feeds. */
  readonly kindOf: (output: string) => 'page' | 'feed' | undefined;
}

/** What a build changed, with the addresses of what programs ask for. */
function toChanged({ config, written, removed, kindOf }: Input): Changed {
  const [made, gone] = [[...written].sort(), [...removed].sort()];
  const urlOf = (output: string): Url => toUrl(config, toAddress(config, output));
  const isPage = (output: string): boolean => kindOf(output) === 'page';
  const wasPage = (output: string): boolean => /\.html$/.test(output) && !/(?:^|\/)4\d\d\.html$/.test(output);
  return {
    origin: config.site.origin as Url,
    written: made,
    removed: gone,
    pages: [...made.filter(isPage), ...gone.filter(wasPage)].map(urlOf),
    feeds: made.filter((output) => kindOf(output) === 'feed').map(urlOf),
  };
}

/** Writes `changed.json` for a build with nothing to do. */
export const noteNoChanges = ({ options: { cacheFolder }, setup }: Run): void =>
  writeChanged(
    cacheFolder,
    toChanged({ config: setup.loaded.config, written: [], removed: [], kindOf: () => undefined }),
  );

interface Outcome {
  readonly analysis: Analysis;
  readonly written: readonly string[];
  readonly inTheWay: readonly string[];
  readonly removed: readonly string[];
}

/** Writes `changed.json` for a build that wrote or removed files. */
export async function noteChanges(
  { options: { cacheFolder }, setup, cache: { next } }: Run,
  { analysis, written, inTheWay, removed }: Outcome,
): Promise<void> {
  const { isForReaders } = await import('../routes/routes.ts');
  const isWritten = new Set(written);
  const kinds = new Map<string, 'page' | 'feed'>();
  for (const route of analysis.routes) {
    if (!isWritten.has(route.output)) continue;
    if (route.by === 'feeds' && route.kind !== 'page') kinds.set(route.output, 'feed');
    else if (isForReaders(route)) kinds.set(route.output, 'page');
  }
  const gone = new Set([...inTheWay, ...removed].filter((output) => !next.outputs.has(output as OutputPath)));
  const { config } = setup.loaded;
  writeChanged(
    cacheFolder,
    toChanged({ config, written, removed: gone, kindOf: (output) => kinds.get(output) }),
  );
}

function writeChanged(cacheFolder: string, changed: Changed): void {
  const file = path.join(cacheFolder, 'changed.json');
  const text = `${JSON.stringify(changed, null, 1)}\n`;
  if (read(file) !== text) replaceFile(file, [text]);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
