import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Digest, OutputPath, SourcePath } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { lazy } from '../bytes/lazy.ts';
import type { BodyPlace } from '../cache/bodies.ts';
import type { MadeFiles } from '../cache/made-files.ts';
import type { OutputRecord, State } from '../cache/state.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { inTurn } from '../images/load-sharp.ts';
import type { Operation } from '../images/operation.ts';
import { createPlaceSiteCode } from '../places/place-site-code.ts';
import type { Scan } from '../privacy/scan.ts';
import type { Body } from '../props.ts';
import type { Stored, ToPlainHtml } from '../routes/route.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Site } from '../site.ts';
import { headlineFonts } from '../theme/load.ts';
import type { Theme } from '../theme/render.ts';
import { templateFailed } from '../theme/template-failed.ts';
import { importModule } from '../tool/import-module.ts';
import { encoder } from '../tool/toolchain.ts';
import type { Pool } from '../workers/pool.ts';
import type { PageTask } from '../workers/tasks.ts';
import { compress } from './compress.ts';
import { keepOldPages } from './keep-old-pages.ts';
import { type MadeBy, makePictures, type QueueProgress, type Shared } from './make-pictures.ts';
import { noCounts, type OutputCounts } from './output-counts.ts';
import { createPageQueue, type PageQueue, type PageResult } from './render-pages.ts';
import { createWriter, isUntouched, type Writer, type WrittenFile } from './write.ts';

export { compressedNames } from './compress.ts';

interface Input {
  readonly root: string;
  /** Where files are written: the output folder, or the one that will take its place. */
  readonly folder: string;
  readonly fresh: boolean;
  readonly routes: readonly ListedRoute[];
  readonly site: Site;
  /** The site's templates cannot be used: no page can be made. */
  readonly isThemeBroken: boolean;
  /**
   * Where it is given, all that pages show of other documents is what it was in the last build: only pages of
   * these documents, and what the site's own generators make, can be others.
   */
  readonly changed?: ReadonlySet<SourcePath>;
  /** Files that the site's own generators read are others than before. */
  readonly isReadAnew: boolean;
  readonly old: State;
  readonly next: State;
  readonly pool: Pool;
  readonly pictures: MadeFiles;
  /** Texts that were compressed; absent where none are wanted. */
  readonly compressed?: MadeFiles;
  /** Opens what machines share, where there is a store. */
  readonly openShared?: () => Promise<Shared>;
  readonly stored: Stored;
  /** Digests of what outputs are made with: the templates, the tool with the site's own generators. */
  readonly theme: Digest;
  readonly tool: Digest;
  /** The compiled templates. */
  readonly themeModule: string;
  /** Looks for what must not be in any output. */
  readonly scan: Scan;
  readonly report: (message: Diagnostic) => void;
  readonly progress: (what: 'pages' | 'pictures', done: number, total: number, queue?: QueueProgress) => void;
}

/**
 * Makes every output whose key is not the one that it was made with, and leaves the others as they lie. This
 * thread alone makes folders: two that do so hold each other up.
 */
export async function output(
  input: Input,
): Promise<{ readonly counts: OutputCounts; readonly written: readonly OutputPath[] }> {
  const run = new OutputRun(input);
  for (const route of spread(input.routes)) await run.make(route);
  await run.finishPages();
  await run.finishPictures();
  if (run.failed.length > 0 && !input.fresh) run.keepOldPages();
  await run.writer.finish();
  if (input.compressed) await run.compress(input.compressed);
  return { counts: run.counts, written: run.written };
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

type RouteOf<Kind extends ListedRoute['kind']> = Extract<ListedRoute, { readonly kind: Kind }>;

/** The outputs of one build while they are made. */
class OutputRun {
  readonly counts: OutputCounts = { ...noCounts };
  /** Files that were written, in the order of the work. */
  readonly written: OutputPath[] = [];
  /** Pages that could not be made. */
  readonly failed: ListedRoute[] = [];
  readonly writer: Writer;
  readonly #input: Input;
  readonly #queue: PageQueue;
  readonly #rendering = new Map<OutputPath, { readonly route: ListedRoute; readonly key: Digest }>();
  readonly #resizing: RouteOf<'picture'>[] = [];
  readonly #drawing: { readonly route: RouteOf<'card'>; readonly key: Digest }[] = [];
  /** Pages with values that the site publishes elsewhere, to be made once more with leave to show them. */
  readonly #excused: PageTask[] = [];
  readonly #placeInTemplates: ReturnType<typeof createPlaceSiteCode>;
  readonly #bodies: () => ReadonlyMap<Digest, BodyPlace>;
  readonly #toPlainHtml: () => Promise<ToPlainHtml>;

  constructor(input: Input) {
    const { root, folder, fresh, next, pool, scan } = input;
    this.#input = input;
    this.writer = createWriter({ folder, fresh });
    this.#placeInTemplates = createPlaceSiteCode(root);
    this.#bodies = lazy(() => bodyPlaces(next));
    this.#toPlainHtml = lazy(() => loadPlainHtml(input));
    this.#queue = createPageQueue({
      pool,
      folder,
      fresh,
      secrets: scan.shared,
      done: (page, result) => this.#takePage(page, result),
    });
  }

  /** Makes the output of a route, or hands it to those who do. Resolves when another can be taken. */
  async make(route: ListedRoute): Promise<void> {
    if (this.#input.isThemeBroken && (route.kind === 'page' || route.by === 'assets')) {
      if (route.kind === 'page') this.failed.push(route);
    } else if (route.kind === 'page') await this.#makePage(route);
    else if (route.kind === 'file') this.#makeFile(route);
    else if (route.kind === 'feed') await this.#makeFeed(route);
    else if (route.kind === 'copy') this.#makeCopy(route);
    else if (route.kind === 'index') this.#makeIndex(route);
    else if (route.kind === 'card') this.#makeCard(route);
    else this.#makePicture(route);
  }

  async #makePage(route: RouteOf<'page'>): Promise<void> {
    if (this.#isKnown(route)) return;
    const props = route.props();
    const key = fingerprint([this.#input.theme, route.template, props]);
    if (this.#isKept(route, key)) return;
    const { output, template } = route;
    this.#rendering.set(output, { route, key });
    this.writer.makeFolder(output);
    const bodies = bodiesOf(props, this.#bodies());
    await this.#queue.add({ output, template, props, bodies, secrets: this.#input.scan.ofPage(route) });
  }

  #makeFile(route: RouteOf<'file'>): void {
    const data = route.data();
    const key = fingerprint([this.#input.tool, route.by, data]);
    if (this.#mayReadAnew(route) || !this.#isKept(route, key))
      this.#writeScanned(route, key, route.render(data as never));
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
    if (this.#mayReadAnew(route) || !this.#isKept(route, key))
      this.#writeScanned(route, key, route.render(feed as never, await this.#toPlainHtml()));
  }

  /** Whether a route may show files that its generator reads, and that are others now. */
  #mayReadAnew(route: ListedRoute): boolean {
    const { isReadAnew, site } = this.#input;
    return isReadAnew && route.by in site.config.routes;
  }

  #makeIndex(route: RouteOf<'index'>): void {
    const key = fingerprint([this.#input.tool, route.by, route.key()]);
    if (!this.#isKept(route, key)) this.#write(route, key, route.render(this.#input.stored));
  }

  #makeCopy(route: RouteOf<'copy'>): void {
    if (this.#isKept(route, route.digest)) return;
    // The key is of the bytes that are written: the file may have changed since its digest was taken.
    const bytes = readFileSync(path.join(this.#input.root, route.from));
    this.#writeScanned(route, digestOf(bytes), bytes);
  }

  #makeCard(route: RouteOf<'card'>): void {
    const key = fingerprint([encoder(), route.words]);
    if (this.#isKept(route, key)) return;
    const made = this.#input.pictures.read(route.output);
    if (made) this.#write(route, key, made);
    else this.#drawing.push({ route, key });
  }

  #makePicture(route: RouteOf<'picture'>): void {
    const key = pictureKey(route.operation);
    if (this.#isKept(route, key)) return;
    const made = this.#input.pictures.read(route.operation.output);
    if (made) this.#write(route, key, made);
    else this.#resizing.push(route);
  }

  /** Takes what became of a page that was rendered. */
  #takePage(page: PageTask, result: PageResult): void {
    const { root, scan, report, progress } = this.#input;
    const { output, template } = page;
    const { route, key } = this.#rendering.get(output) as { route: ListedRoute; key: Digest };
    if ('leaked' in result) {
      const [leaked] = result.excusable ? scan.judge(result.leaked) : result.leaked;
      if (!leaked) {
        const excused = result.leaked.map(({ value }) => value);
        this.#excused.push({ ...page, secrets: { ...page.secrets, excused } });
        return;
      }
      report(diagnose('private-value', 'broadsheet.config.ts', {}, { output, key: leaked.key }));
    } else if ('failed' in result) {
      this.failed.push(route);
      report(
        templateFailed({
          root,
          output,
          template,
          reason: result.failed,
          place: this.#placeInTemplates(result.at),
        }),
      );
    } else this.#keep(route, key, result);
    this.counts.rendered += 1;
    const total = this.#rendering.size;
    if (this.counts.rendered % 50 === 0 || this.counts.rendered === total)
      progress('pages', this.counts.rendered, total);
  }

  async finishPages(): Promise<void> {
    await this.#queue.finish();
    for (const page of this.#excused) await this.#queue.add(page);
    await this.#queue.finish();
  }

  async finishPictures(): Promise<void> {
    await this.#drawCards();
    const { root, report, pictures, progress, openShared } = this.#input;
    const wanted = this.#resizing;
    if (wanted.length === 0) return;
    const shared = await openShared?.();
    const done = (route: RouteOf<'picture'>, bytes: Uint8Array, by: MadeBy): void => {
      pictures.write(route.operation.output, bytes);
      this.#write(route, pictureKey(route.operation), bytes);
      this.counts[by] += 1;
      const { resized: here, fetched, elsewhere } = this.counts;
      const asked = shared?.queue?.waiting() ?? 0;
      progress(
        'pictures',
        here + fetched + elsewhere,
        wanted.length,
        shared?.queue && { asked, here, elsewhere },
      );
    };
    await makePictures({ root, wanted, shared, report, done });
  }

  async #drawCards(): Promise<void> {
    if (this.#drawing.length === 0) return;
    const { pictures } = this.#input;
    const { createDrawCard } = await import('../images/draw-card.ts');
    const draw = createDrawCard(headlineFonts);
    await Promise.all(
      this.#drawing.map(({ route, key }) =>
        inTurn(async () => {
          const bytes = await draw(route.words);
          pictures.write(route.output, bytes);
          this.#write(route, key, bytes);
          this.counts.resized += 1;
        }),
      ),
    );
  }

  /** Lays compressed versions beside what was made. */
  async compress(kept: MadeFiles): Promise<void> {
    const keep = (output: OutputPath, record: OutputRecord, written: boolean): void =>
      this.#note(output, record, written);
    await compress({ ...this.#input, keep, writer: this.writer, kept });
  }

  /** Sees to the published pages whose templates failed. */
  keepOldPages(): void {
    const { folder, routes, site, old, next, scan, report } = this.#input;
    const readPage = (route: ListedRoute) =>
      readOldPage(`${folder}/${route.output}`, old.outputs.get(route.output), (file) =>
        scan.isSuspect(route, file),
      );
    const { kept, notices, messages } = keepOldPages({ failed: this.failed, routes, site, old, readPage });
    for (const [name, record] of kept) {
      if (next.outputs.has(name)) continue;
      next.outputs.set(name, record);
      this.counts.unchanged += 1;
    }
    for (const route of this.failed) {
      const html = notices.get(route.output);
      if (html !== undefined) this.#write(route, noKey, html);
    }
    messages.forEach(report);
  }

  /** Whether a page is there and is known to be what it would be, without a look at its props. */
  #isKnown(route: RouteOf<'page'>): boolean {
    const { changed, site, old } = this.#input;
    if (!changed || route.by in site.config.routes || (route.source && changed.has(route.source.path)))
      return false;
    const key = old.outputs.get(route.output)?.key;
    return key !== undefined && key !== noKey && this.#isKept(route, key);
  }

  /** Whether the output lies untouched, was made with this key, and nothing in it became private since; then it is kept. */
  #isKept(route: ListedRoute, key: Digest): boolean {
    const { folder, fresh, old, scan } = this.#input;
    const record = fresh ? undefined : old.outputs.get(route.output);
    const file = `${folder}/${route.output}`;
    if (record?.key !== key || !isUntouched(file, record) || scan.isSuspect(route, file)) return false;
    this.#keep(route, key, { ...record, written: false });
    return true;
  }

  /** Writes what has nothing private in it. */
  #writeScanned(route: ListedRoute, key: Digest, content: Uint8Array | string): void {
    const { scan, report } = this.#input;
    const leak = scan.find(route, content);
    if (!leak) {
      this.#write(route, key, content);
      return;
    }
    const [source, place] =
      route.kind === 'copy' ? [route.from, placeOf(leak)] : ['broadsheet.config.ts', {}];
    report(diagnose('private-value', source, place, { output: route.output, key: leak.key }));
  }

  #write(route: ListedRoute, key: Digest, content: Uint8Array | string): void {
    this.writer.makeFolder(route.output);
    this.#keep(route, key, this.writer.write(route.output, content));
  }

  #keep(route: ListedRoute, key: Digest, { size, mtime, written }: WrittenFile): void {
    this.#note(route.output, { key, size, mtime, article: route.by === 'articles' }, written);
  }

  #note(output: OutputPath, record: OutputRecord, written: boolean): void {
    this.counts[written ? 'written' : 'unchanged'] += 1;
    if (written) this.written.push(output);
    this.#input.next.outputs.set(output, record);
  }
}

/** Makes what feeds show of texts; where the site's templates cannot be used, feeds have summaries alone. */
async function loadPlainHtml({ isThemeBroken, themeModule, stored }: Input): Promise<ToPlainHtml> {
  if (isThemeBroken) return () => undefined;
  const { createToPlainHtml } = await import('../theme/plain-html.ts');
  return createToPlainHtml((await importModule(pathToFileURL(themeModule).href)) as Theme, stored);
}

/** Where the bodies of all documents lie. */
const bodyPlaces = (state: State): Map<Digest, BodyPlace> =>
  new Map(
    [...state.documents().values()].flatMap(({ document, body }) =>
      document.kind === 'broken' ? [] : [[document.body, body] as const],
    ),
  );

/** The key of an output that is to be made anew by each build. */
const noKey = ''.padEnd(32) as Digest;

/** A page that is there and has nothing in it that became private. */
function readOldPage(
  file: string,
  record: OutputRecord | undefined,
  isSuspect: (file: string) => boolean,
): { html: string; record: OutputRecord } | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || isSuspect(file)) return undefined;
  return {
    html: readFileSync(file, 'utf8'),
    record: { article: record?.article ?? false, key: noKey, size: stat.size, mtime: stat.mtimeMs },
  };
}

/** Line and column of something in a text, from 1. */
function placeOf({ text, index }: { readonly text: string; readonly index: number }): {
  line: number;
  column: number;
} {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const pictureKey = (operation: Operation): Digest => fingerprint([encoder(), operation]);

const bodiesOf = (props: object, places: ReadonlyMap<Digest, BodyPlace>): [Digest, BodyPlace][] =>
  Object.values(props).flatMap((value: unknown) => {
    if (typeof value !== 'object' || value === null || !('body' in value && 'resolved' in value)) return [];
    const { body } = value as Body;
    const place = places.get(body);
    return place ? [[body, place] as [Digest, BodyPlace]] : [];
  });
