import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Digest, OutputPath, SourcePath } from '../brands.ts';
import { digestOf } from '../bytes/digest.ts';
import { fingerprint } from '../bytes/fingerprint.ts';
import { lazy } from '../bytes/lazy.ts';
import type { BodyPlace } from '../cache/bodies.ts';
import type { PictureCache } from '../cache/pictures.ts';
import type { OutputRecord, State } from '../cache/state.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Operation } from '../images/operation.ts';
import { createPlaceSiteCode } from '../places/place-site-code.ts';
import type { Scan } from '../privacy/scan.ts';
import type { Body } from '../props.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Site } from '../site.ts';
import { templateFailed } from '../theme/template-failed.ts';
import { encoder } from '../tool/toolchain.ts';
import type { Pool } from '../workers/pool.ts';
import type { PageTask } from '../workers/tasks.ts';
import { keepOldPages } from './keep-old-pages.ts';
import { createPageQueue } from './render-pages.ts';
import { resizePictures } from './resize-pictures.ts';
import { createWriter, isUntouched, type WrittenFile } from './write.ts';

export interface OutputCounts {
  rendered: number;
  resized: number;
  written: number;
  unchanged: number;
}

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
  readonly pictures: PictureCache;
  /** Digests of what outputs are made with: the templates, the tool with the site's own generators. */
  readonly theme: Digest;
  readonly tool: Digest;
  /** Looks for what must not be in any output. */
  readonly scan: Scan;
  readonly report: (message: Diagnostic) => void;
  readonly progress: (what: 'pages' | 'pictures', done: number, total: number) => void;
}

/**
 * Makes every output whose key is not the one that it was made with, and leaves the others as they lie. This
 * thread alone makes folders: two that do so hold each other up.
 */
export async function output({
  root,
  folder,
  fresh,
  routes,
  site,
  isThemeBroken,
  changed,
  isReadAnew,
  old,
  next,
  pool,
  pictures,
  theme,
  tool,
  scan,
  report,
  progress,
}: Input): Promise<OutputCounts> {
  const counts: OutputCounts = { rendered: 0, resized: 0, written: 0, unchanged: 0 };
  const writer = createWriter({ folder, fresh });
  const bodies = lazy(
    () =>
      new Map<Digest, BodyPlace>(
        [...next.documents().values()].flatMap(({ document, body }) =>
          document.kind === 'broken' ? [] : [[document.body, body] as const],
        ),
      ),
  );
  const rendering = new Map<OutputPath, { readonly route: ListedRoute; readonly key: Digest }>();
  const failed: ListedRoute[] = [];
  const resizing: Extract<ListedRoute, { kind: 'picture' }>[] = [];

  const keep = (route: ListedRoute, key: Digest, { size, mtime, written }: WrittenFile): void => {
    counts[written ? 'written' : 'unchanged'] += 1;
    next.outputs.set(route.output, { key, size, mtime, article: route.by === 'articles' });
  };
  const write = (route: ListedRoute, key: Digest, content: Uint8Array | string): void => {
    writer.makeFolder(route.output);
    keep(route, key, writer.write(route.output, content));
  };
  /** Writes what has nothing private in it. */
  const writeScanned = (route: ListedRoute, key: Digest, content: Uint8Array | string): void => {
    const found = scan.find(route, content);
    const [source, place] =
      route.kind === 'copy' && found ? [route.from, placeOf(found)] : ['broadsheet.config.ts', {}];
    if (found) report(diagnose('private-value', source, place, { output: route.output, key: found.key }));
    else write(route, key, content);
  };
  /**
   * Whether the output lies as it was left and was made with this key; if so, and if nothing in it became
   * private since, it is kept.
   */
  const isKept = (route: ListedRoute, key: Digest): boolean => {
    const name = route.output;
    const record = fresh ? undefined : old.outputs.get(name);
    if (
      record?.key !== key ||
      !isUntouched(`${folder}/${name}`, record) ||
      scan.isSuspect(route, `${folder}/${name}`)
    )
      return false;
    keep(route, key, { ...record, written: false });
    return true;
  };
  /** Whether a page is there and is known to be what it would be, without a look at its props. */
  const isKnown = (route: ListedRoute): boolean => {
    if (!changed || route.by in site.config.routes || (route.source && changed.has(route.source.path)))
      return false;
    const key = old.outputs.get(route.output)?.key;
    return key !== undefined && key !== noKey && isKept(route, key);
  };
  /** Pages with values that the site publishes elsewhere, to be made once more with leave to show them. */
  const excused: PageTask[] = [];
  const placeInTemplates = createPlaceSiteCode(root);
  const queue = createPageQueue({
    pool,
    folder,
    fresh,
    secrets: scan.shared,
    done: (page, result) => {
      const { output: name, template } = page;
      const { route, key } = rendering.get(name) as { route: ListedRoute; key: Digest };
      const leaked =
        'leaked' in result ? (result.excusable ? scan.judge(result.leaked) : result.leaked)[0] : undefined;
      if ('leaked' in result && !leaked)
        return void excused.push({
          ...page,
          secrets: { ...page.secrets, excused: result.leaked.map(({ value }) => value) },
        });
      if ('failed' in result) {
        failed.push(route);
        report(
          templateFailed({
            root,
            output: name,
            template,
            reason: result.failed,
            place: placeInTemplates(result.at),
          }),
        );
      } else if (leaked)
        report(diagnose('private-value', 'broadsheet.config.ts', {}, { output: name, key: leaked.key }));
      else if ('size' in result) keep(route, key, result);
      counts.rendered += 1;
      if (counts.rendered % 50 === 0 || counts.rendered === rendering.size)
        progress('pages', counts.rendered, rendering.size);
    },
  });

  for (const route of routes) {
    if (isThemeBroken && (route.kind === 'page' || route.by === 'assets')) {
      if (route.kind === 'page') failed.push(route);
    } else if (route.kind === 'page') {
      if (isKnown(route)) continue;
      const props = route.props();
      const key = fingerprint([theme, route.template, props]);
      if (isKept(route, key)) continue;
      rendering.set(route.output, { route, key });
      writer.makeFolder(route.output);
      await queue.add({
        output: route.output,
        template: route.template,
        props,
        bodies: bodiesOf(props, bodies()),
        secrets: scan.ofPage(route),
      });
    } else if (route.kind === 'file') {
      const data = route.data();
      const key = fingerprint([tool, route.by, data]);
      if ((isReadAnew && route.by in site.config.routes) || !isKept(route, key))
        writeScanned(route, key, route.render(data as never));
    } else if (route.kind === 'copy') {
      if (isKept(route, route.digest)) continue;
      // The key is of the bytes that are written: the file may have changed since its digest was taken.
      const bytes = readFileSync(path.join(root, route.from));
      writeScanned(route, digestOf(bytes), bytes);
    } else if (!isKept(route, pictureKey(route.operation))) {
      const made = pictures.read(route.output);
      if (made) write(route, pictureKey(route.operation), made);
      else resizing.push(route);
    }
  }
  await queue.finish();
  for (const page of excused) await queue.add(page);
  await queue.finish();
  await resizePictures({
    root,
    wanted: resizing,
    report,
    done: (route, bytes) => {
      pictures.write(route.output, bytes);
      write(route, pictureKey(route.operation), bytes);
      counts.resized += 1;
      progress('pictures', counts.resized, resizing.length);
    },
  });
  if (failed.length > 0 && !fresh) {
    const readPage = (route: ListedRoute) =>
      readOldPage(`${folder}/${route.output}`, old.outputs.get(route.output), (file) =>
        scan.isSuspect(route, file),
      );
    const { kept, notices, messages } = keepOldPages({ failed, routes, site, old, readPage });
    for (const [name, record] of kept) {
      if (next.outputs.has(name)) continue;
      next.outputs.set(name, record);
      counts.unchanged += 1;
    }
    for (const route of failed) {
      const html = notices.get(route.output);
      if (html !== undefined) write(route, noKey, html);
    }
    messages.forEach(report);
  }
  await writer.finish();
  return counts;
}

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
