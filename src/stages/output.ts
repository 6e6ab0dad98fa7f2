import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BodyPlace } from '../cache/bodies.ts';
import type { PictureCache } from '../cache/pictures.ts';
import type { OutputRecord, State } from '../cache/state.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Operation } from '../images/operation.ts';
import { lazy } from '../lazy.ts';
import type { Body } from '../props.ts';
import type { PictureRoute } from '../routes/route.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Digest, OutputPath } from '../types.ts';
import { encoderId } from '../version.ts';
import type { Pool } from '../workers/pool.ts';
import type { PageTask } from '../workers/tasks.ts';
import { createPlaceTemplateError } from './place-template-error.ts';
import { createPageQueue } from './render-pages.ts';
import { resizePictures } from './resize-pictures.ts';
import type { Scan } from './scan.ts';
import { templateFailed } from './template-failed.ts';
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
  /** Outputs besides those of `routes`, known to lie as they were left. */
  readonly kept: ReadonlyMap<OutputPath, OutputRecord>;
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

/** Makes every output whose key is not the one that it was made with, and leaves the others as they lie. This thread alone makes folders: two that do so hold each other up. */
export async function output({ root, folder, fresh, routes, kept, old, next, pool, pictures, theme, tool, scan, report, progress }: Input): Promise<OutputCounts> {
  const counts: OutputCounts = { rendered: 0, resized: 0, written: 0, unchanged: kept.size };
  for (const [name, record] of kept) next.outputs.set(name, record);
  const writer = createWriter({ folder, fresh });
  const bodies = lazy(() => new Map<Digest, BodyPlace>([...next.documents().values()].flatMap(({ document, body }) => (document.kind === 'broken' ? [] : [[document.body, body] as const]))));
  const keys = new Map<OutputPath, Digest>();
  const resizing: PictureRoute[] = [];

  const keep = (name: OutputPath, key: Digest, { size, mtime, written }: WrittenFile): void => {
    counts[written ? 'written' : 'unchanged'] += 1;
    next.outputs.set(name, { key, size, mtime });
  };
  const write = (name: OutputPath, key: Digest, content: Uint8Array | string): void => {
    writer.makeFolder(name);
    keep(name, key, writer.write(name, content));
  };
  /** Writes what has nothing private in it. */
  const writeScanned = (route: ListedRoute, key: Digest, content: Uint8Array | string): void => {
    const found = scan.find(route, content);
    const [source, place] = route.kind === 'copy' && found ? [route.from, placeOf(found)] : ['broadsheet.config.ts', {}];
    if (found) report(diagnose('private-value', source, place, { output: route.output, key: found.key }));
    else write(route.output, key, content);
  };
  /** Whether the output lies as it was left and was made with this key; if so, and if nothing in it became private since, it is kept. */
  const isKept = (route: ListedRoute, key: Digest): boolean => {
    const name = route.output;
    const record = fresh ? undefined : old.outputs.get(name);
    if (record?.key !== key || !isUntouched(`${folder}/${name}`, record) || scan.isSuspect(route, `${folder}/${name}`)) return false;
    keep(name, key, { ...record, written: false });
    return true;
  };
  /** Pages with values that the site publishes elsewhere, to be made once more with leave to show them. */
  const excused: PageTask[] = [];
  const placeInTemplates = createPlaceTemplateError(root);
  const queue = createPageQueue({
    pool,
    folder,
    fresh,
    secrets: scan.shared,
    done: (page, result) => {
      const { output: name, template } = page;
      const leaked = 'leaked' in result ? (result.excusable ? scan.judge(result.leaked) : result.leaked)[0] : undefined;
      if ('leaked' in result && !leaked) return void excused.push({ ...page, secrets: { ...page.secrets, excused: result.leaked.map(({ value }) => value) } });
      if ('failed' in result) report(templateFailed({ root, output: name, template, reason: result.failed, place: placeInTemplates(result.at) }));
      else if (leaked) report(diagnose('private-value', 'broadsheet.config.ts', {}, { output: name, key: leaked.key }));
      else if ('size' in result) keep(name, keys.get(name) as Digest, result);
      counts.rendered += 1;
      if (counts.rendered % 50 === 0 || counts.rendered === keys.size) progress('pages', counts.rendered, keys.size);
    },
  });

  for (const route of routes) {
    if (route.kind === 'page') {
      const props = route.props();
      const key = fingerprint([theme, route.template, props]);
      if (isKept(route, key)) continue;
      keys.set(route.output, key);
      if (fresh || !old.outputs.has(route.output)) writer.makeFolder(route.output);
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
      if (!isKept(route, key)) writeScanned(route, key, route.render(data as never));
    } else if (route.kind === 'copy') {
      if (!isKept(route, route.digest)) writeScanned(route, route.digest, readFileSync(path.join(root, route.from)));
    } else if (!isKept(route, pictureKey(route.operation))) {
      const made = pictures.read(route.output);
      if (made) write(route.output, pictureKey(route.operation), made);
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
    done: (operation, bytes) => {
      pictures.write(operation.output, bytes);
      write(operation.output, pictureKey(operation), bytes);
      counts.resized += 1;
      progress('pictures', counts.resized, resizing.length);
    },
  });
  await writer.finish();
  return counts;
}

/** Line and column of something in a text, from 1. */
function placeOf({ text, index }: { readonly text: string; readonly index: number }): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const pictureKey = (operation: Operation): Digest => fingerprint([encoderId, operation]);

const bodiesOf = (props: object, places: ReadonlyMap<Digest, BodyPlace>): [Digest, BodyPlace][] =>
  Object.values(props).flatMap((value: unknown) => {
    if (typeof value !== 'object' || value === null || !('body' in value && 'resolved' in value)) return [];
    const { body } = value as Body;
    const place = places.get(body);
    return place ? [[body, place] as [Digest, BodyPlace]] : [];
  });
