import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Digest, OutputPath } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { lazy } from '../bytes/lazy.ts';
import type { MadeFiles } from '../cache/made-files.ts';
import type { OutputRecord } from '../cache/state.ts';
import type { ToPlainHtml } from '../routes/route.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Theme } from '../theme/render.ts';
import { importModule } from '../tool/import-module.ts';
import { compress } from './compress.ts';
import type { OutputCounts } from './output-counts.ts';
import { PageOutputs } from './output-pages.ts';
import { PictureOutputs } from './output-pictures.ts';
import { noKey, type OutputInput, OutputRecords, type RouteOf } from './output-records.ts';

export { compressedNames } from './compress.ts';

/**
 * Makes every output whose key has changed, and leaves the others untouched. Only this thread makes folders:
 * two threads that do so slow each other down.
 */
export async function output(
  input: OutputInput,
): Promise<{ readonly counts: OutputCounts; readonly written: readonly OutputPath[] }> {
  const records = new OutputRecords(input);
  const pages = new PageOutputs(input, records);
  const pictures = new PictureOutputs(input, records);
  const files = new FileOutputs(input, records);
  for (const route of spread(input.routes)) {
    if (route.kind === 'page') await pages.make(route);
    // While the theme cannot be used its files stay as they are.
    else if (input.isThemeBroken && route.by === 'assets') continue;
    else if (route.kind === 'card') pictures.makeCard(route);
    else if (route.kind === 'picture') pictures.makePicture(route);
    else await files.make(route);
  }
  await pages.finish();
  await pictures.finish();
  pages.keepOldPages();
  await records.writer.finish();
  if (input.compressed) await compressOutputs(input, { records, made: input.compressed });
  return { counts: records.counts, written: records.written };
}

interface Compressing {
  readonly records: OutputRecords;
  readonly made: MadeFiles;
}

/** Lays compressed versions beside what was made. */
async function compressOutputs(input: OutputInput, { records, made }: Compressing): Promise<void> {
  const keep = (output: OutputPath, record: OutputRecord, written: boolean): void =>
    records.note(output, record, written);
  await compress({ ...input, keep, writer: records.writer, made });
}

/**
 * The routes with the files of the index spread among the others: this thread makes those, while others have
 * pages to render.
 */
function* spread(routes: readonly ListedRoute[]): Iterable<ListedRoute> {
  const indexed = routes.filter(({ kind }) => kind === 'index');
  const others = routes.filter(({ kind }) => kind !== 'index');
  let made = 0;
  for (const [at, route] of others.entries()) {
    yield route;
    const due = Math.floor((indexed.length * (at + 1)) / others.length);
    yield* indexed.slice(made, due);
    made = due;
  }
  yield* indexed.slice(made);
}

/** The files of one build that are made here, one after another. */
class FileOutputs {
  readonly #input: OutputInput;
  readonly #records: OutputRecords;
  readonly #toPlainHtml: () => Promise<ToPlainHtml>;

  constructor(input: OutputInput, records: OutputRecords) {
    this.#input = input;
    this.#records = records;
    this.#toPlainHtml = lazy(() => loadPlainHtml(input));
  }

  async make(route: RouteOf<'file' | 'feed' | 'copy' | 'index'>): Promise<void> {
    if (route.kind === 'file') this.#makeFile(route);
    else if (route.kind === 'feed') await this.#makeFeed(route);
    else if (route.kind === 'copy') this.#makeCopy(route);
    else this.#makeIndex(route);
  }

  #makeFile(route: RouteOf<'file'>): void {
    const data = route.data();
    const key = fingerprint([this.#input.tool, route.by, data]);
    if (this.#mayReadAnew(route) || !this.#records.isKept(route, key))
      this.#records.writeScanned(route, key, route.render(data as never));
  }

  async #makeFeed(route: RouteOf<'feed'>): Promise<void> {
    const { tool, isThemeBroken, old } = this.#input;
    const theme = isThemeBroken ? noKey : this.#input.theme;
    const feed = route.data();
    // In two halves: while the templates cannot be used, a feed of the same data stays as they made it.
    const half = fingerprint([tool, route.by, feed]).slice(0, 16);
    const before = old.outputs.get(route.output)?.key;
    const rest = isThemeBroken && before?.startsWith(half) ? before.slice(16) : theme.slice(0, 16);
    const key = `${half}${rest}` as Digest;
    if (this.#mayReadAnew(route) || !this.#records.isKept(route, key))
      this.#records.writeScanned(route, key, route.render(feed as never, await this.#toPlainHtml()));
  }

  /** Whether a route may depend on changed files that its generator read. */
  #mayReadAnew(route: ListedRoute): boolean {
    const { isReadAnew, site } = this.#input;
    return isReadAnew && route.by in site.config.routes;
  }

  #makeIndex(route: RouteOf<'index'>): void {
    const key = fingerprint([this.#input.tool, route.by, route.key()]);
    if (!this.#records.isKept(route, key)) this.#records.write(route, key, route.render(this.#input.stored));
  }

  #makeCopy(route: RouteOf<'copy'>): void {
    if (this.#records.isKept(route, route.digest)) return;
    // The key is of the bytes that are written: the file may have changed since its digest was taken.
    const bytes = readFileSync(path.join(this.#input.root, route.from));
    this.#records.writeScanned(route, digestOf(bytes), bytes);
  }
}

/** Makes what feeds show of texts; where the site's templates cannot be used, feeds have summaries alone. */
async function loadPlainHtml({ isThemeBroken, themeModule, stored }: OutputInput): Promise<ToPlainHtml> {
  if (isThemeBroken) return () => undefined;
  const { createToPlainHtml } = await import('../theme/plain-html.ts');
  return createToPlainHtml((await importModule(pathToFileURL(themeModule).href)) as Theme, stored);
}
