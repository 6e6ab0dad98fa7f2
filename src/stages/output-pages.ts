import { lstatSync, readFileSync } from 'node:fs';
import type { Digest, OutputPath } from '../brands.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { lazy } from '../bytes/lazy.ts';
import type { BodyPlace } from '../cache/bodies.ts';
import type { OutputRecord, State } from '../cache/state.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { createPlaceSiteCode } from '../places/place-site-code.ts';
import type { Body } from '../props.ts';
import type { ListedRoute } from '../routes/routes.ts';
import { templateFailed } from '../theme/template-failed.ts';
import type { PageTask } from '../workers/messages.ts';
import { keepOldPages } from './keep-old-pages.ts';
import { noKey, type OutputInput, type OutputRecords, type RouteOf } from './output-records.ts';
import { createPageQueue, type PageQueue, type PageResult } from './render-pages.ts';

/** The pages of one build while they are made. */
export class PageOutputs {
  readonly #input: OutputInput;
  readonly #records: OutputRecords;
  readonly #queue: PageQueue;
  readonly #rendering = new Map<OutputPath, { readonly route: ListedRoute; readonly key: Digest }>();
  /** Pages that could not be made. */
  readonly #failed: ListedRoute[] = [];
  /**
   * Pages with values that turned out to be published elsewhere: they are rendered again, with these values
   * allowed.
   */
  readonly #excused: PageTask[] = [];
  readonly #placeInTemplates: ReturnType<typeof createPlaceSiteCode>;
  readonly #bodies: () => ReadonlyMap<Digest, BodyPlace>;

  constructor(input: OutputInput, records: OutputRecords) {
    const { root, folder, fresh, next, pool, scan } = input;
    this.#input = input;
    this.#records = records;
    this.#placeInTemplates = createPlaceSiteCode(root);
    this.#bodies = lazy(() => bodyPlaces(next));
    this.#queue = createPageQueue({
      pool,
      folder,
      fresh,
      secrets: scan.shared,
      done: (page, result) => this.#takePage(page, result),
    });
  }

  /** Hands a page to the threads unless it is kept. Resolves when another can be taken. */
  async make(route: RouteOf<'page'>): Promise<void> {
    if (this.#input.isThemeBroken) {
      this.#failed.push(route);
      return;
    }
    if (this.#isKnown(route)) return;
    const props = route.props();
    const key = fingerprint([this.#input.theme, route.template, props]);
    if (this.#records.isKept(route, key)) return;
    const { output, template } = route;
    this.#rendering.set(output, { route, key });
    this.#records.writer.makeFolder(output);
    const bodies = bodiesOf(props, this.#bodies());
    await this.#queue.add({ output, template, props, bodies, secrets: this.#input.scan.ofPage(route) });
  }

  /** Resolves when all pages are made. */
  async finish(): Promise<void> {
    await this.#queue.finish();
    for (const page of this.#excused) await this.#queue.add(page);
    await this.#queue.finish();
  }

  /** Records the result of a page that was rendered. */
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
      this.#failed.push(route);
      report(
        templateFailed({
          root,
          output,
          template,
          reason: result.failed,
          place: this.#placeInTemplates(result.at),
        }),
      );
    } else this.#records.keep(route, key, result);
    this.#records.counts.rendered += 1;
    const total = this.#rendering.size;
    if (this.#records.counts.rendered % 50 === 0 || this.#records.counts.rendered === total)
      progress('pages', this.#records.counts.rendered, total);
  }

  /** Keeps the published pages whose templates failed, or replaces them by a notice. */
  keepOldPages(): void {
    if (this.#failed.length === 0 || this.#input.fresh) return;
    const { folder, routes, site, old, next, scan, report } = this.#input;
    const readPage = (route: ListedRoute) =>
      readOldPage(`${folder}/${route.output}`, old.outputs.get(route.output), (file) =>
        scan.isSuspect(route, file),
      );
    const { records, notices, messages } = keepOldPages({
      failed: this.#failed,
      routes,
      site,
      old,
      readPage,
    });
    for (const [name, record] of records) {
      if (!next.outputs.has(name)) this.#records.note(name, record, false);
    }
    for (const route of this.#failed) {
      const html = notices.get(route.output);
      if (html !== undefined) this.#records.write(route, noKey, html);
    }
    messages.forEach(report);
  }

  /** Fast path: whether a page is up to date, decided without making its props. */
  #isKnown(route: RouteOf<'page'>): boolean {
    const { changed, site, old } = this.#input;
    if (!changed || route.by in site.config.routes || (route.source && changed.has(route.source.path)))
      return false;
    const key = old.outputs.get(route.output)?.key;
    return key !== undefined && key !== noKey && this.#records.isKept(route, key);
  }
}

/** Where the bodies of all documents lie. */
const bodyPlaces = (state: State): Map<Digest, BodyPlace> =>
  new Map(
    [...state.documents().values()].flatMap(({ document, body }) =>
      document.kind === 'broken' ? [] : [[document.body, body] as const],
    ),
  );

/** The page of an earlier build; undefined where there is none, or where something in it became private. */
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

const bodiesOf = (props: object, places: ReadonlyMap<Digest, BodyPlace>): [Digest, BodyPlace][] =>
  Object.values(props).flatMap((value: unknown) => {
    if (typeof value !== 'object' || value === null || !('body' in value && 'resolved' in value)) return [];
    const { body } = value as Body;
    const place = places.get(body);
    return place ? [[body, place] as [Digest, BodyPlace]] : [];
  });
