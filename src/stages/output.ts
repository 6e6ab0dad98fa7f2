import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type BodyPlace, CacheDamaged } from '../cache/bodies.ts';
import type { PictureCache } from '../cache/pictures.ts';
import type { OutputRecord, State } from '../cache/state.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Operation } from '../images/operation.ts';
import { resize } from '../images/resize.ts';
import { lazy } from '../lazy.ts';
import { findSecret } from '../newsroom/find-secret.ts';
import type { Secrets } from '../newsroom/secrets.ts';
import type { Body } from '../props.ts';
import type { PictureRoute, Route } from '../routes/route.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Digest, OutputPath, SourcePath } from '../types.ts';
import { encoderId } from '../version.ts';
import { type Pool, worthThreads } from '../workers/pool.ts';
import type { RenderTask } from '../workers/tasks.ts';
import { createWriter, type WrittenFile } from './write.ts';

/** Pages that a worker is handed at a time. */
const batch = 50;

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
  /** Set when only the pages of these documents can differ, and all others lie as they were left. */
  readonly only?: ReadonlySet<SourcePath>;
  readonly old: State;
  readonly next: State;
  readonly pool: Pool;
  readonly pictures: PictureCache;
  /** Digests of what outputs are made with: the templates, the tool with the site's own generators. */
  readonly theme: Digest;
  readonly tool: Digest;
  /** What must not be in any output. */
  readonly secrets: Secrets;
  readonly report: (message: Diagnostic) => void;
  readonly progress: (what: 'pages' | 'pictures', done: number, total: number) => void;
}

/** Makes every output whose key is not the one that it was made with, and leaves the others as they lie. */
export async function output({ root, folder, fresh, routes, only, old, next, pool, pictures, theme, tool, secrets, report, progress }: Input): Promise<OutputCounts> {
  const counts: OutputCounts = { rendered: 0, resized: 0, written: 0, unchanged: 0 };
  const writer = createWriter({ folder, fresh });
  const bodies = lazy(() => new Map<Digest, BodyPlace>([...next.documents().values()].flatMap(({ document, body }) => (document.kind === 'broken' ? [] : [[document.body, body] as const]))));
  const renderBatch: RenderTask['pages'][number][] = [];
  const keys = new Map<OutputPath, Digest>();
  const resizing = new Map<string, PictureRoute[]>();
  let pages = 0;
  const running: Promise<void>[] = [];

  const asLeft = (route: Route): OutputRecord | undefined => {
    const record = fresh ? undefined : old.outputs.get(route.output);
    return record && isUntouched(`${folder}/${route.output}`, record) ? record : undefined;
  };
  const keep = (output: OutputPath, key: Digest, { size, mtime, written }: WrittenFile): void => {
    counts[written ? 'written' : 'unchanged'] += 1;
    next.outputs.set(output, { key, size, mtime });
  };
  const leak = (name: OutputPath, key: string): void => report(diagnose('private-value', 'broadsheet.config.ts', {}, { output: name, key }));
  const flush = async (): Promise<void> => {
    const part = renderBatch.splice(0, batch);
    if (part.length === 0) return;
    const { render, size } = await pool.workersFor(pages);
    const work = render({ task: 'render', pages: part, emails: secrets.emails }).then((results) => {
      for (const [index, result] of results.entries()) {
        const { output: name, template } = part[index] as (typeof part)[number];
        if ('failed' in result) report(diagnose('template-failed', `templates/pages/${template}.tsx`, {}, { output: name, reason: result.failed }));
        else if ('leaked' in result) leak(name, result.leaked);
        else if ('damaged' in result) throw new CacheDamaged(result.damaged);
        else keep(name, keys.get(name) as Digest, result);
      }
      counts.rendered += part.length;
      progress('pages', counts.rendered, pages);
    });
    running.push(work);
    // Enough in hand for every thread, and no more: props are large.
    if (running.length >= size * 3) await running.shift();
  };

  if (only) {
    for (const [name, record] of old.outputs) next.outputs.set(name, record);
    counts.unchanged = old.outputs.size;
  }
  for (const route of routes) {
    if (only) {
      if (!(route.source && only.has(route.source.path))) continue;
      counts.unchanged -= 1;
    }
    const record = asLeft(route);
    if (route.kind === 'page') {
      const props = route.props();
      const key = fingerprint([theme, route.template, props]);
      if (record?.key === key) {
        keep(route.output, key, { ...record, written: false });
        continue;
      }
      pages += 1;
      keys.set(route.output, key);
      renderBatch.push({
        output: route.output,
        template: route.template,
        props,
        bodies: bodiesOf(props, bodies()),
        secrets: secrets.of(route.source?.path),
        trusted: !secrets.generators.has(route.by),
      });
      // Whether threads are worth starting is known once there are pages enough for them.
      if (pages >= worthThreads) while (renderBatch.length >= batch) await flush();
    } else if (route.kind === 'file') {
      const data = route.data();
      const key = fingerprint([tool, route.by, data]);
      if (record?.key === key) keep(route.output, key, { ...record, written: false });
      else {
        const text = route.render(data as never);
        const leaked = secrets.generators.has(route.by) ? findSecret({ text, secrets: [], emails: new Set(secrets.emails), published: () => '' }) : undefined;
        if (leaked === undefined) keep(route.output, key, writer.write(route.output, text));
        else leak(route.output, leaked);
      }
    } else if (route.kind === 'copy') {
      if (record?.key === route.digest) keep(route.output, route.digest, { ...record, written: false });
      else keep(route.output, route.digest, writer.write(route.output, readFileSync(path.join(root, route.from))));
    } else {
      const key = pictureKey(route.operation);
      if (record?.key === key) keep(route.output, key, { ...record, written: false });
      else {
        const made = pictures.read(route.output);
        if (made) keep(route.output, key, writer.write(route.output, made));
        else resizing.set(route.from, [...(resizing.get(route.from) ?? []), route]);
      }
    }
  }
  while (renderBatch.length > 0) await flush();
  await Promise.all(running);

  const total = [...resizing.values()].flat().length;
  await Promise.all(
    [...resizing].map(([from, wanted]) =>
      resize({
        bytes: () => readFileSync(path.join(root, from)),
        operations: wanted.map((route) => route.operation),
        write: (operation, bytes) => {
          pictures.write(operation.output, bytes);
          keep(operation.output, pictureKey(operation), writer.write(operation.output, bytes));
          counts.resized += 1;
          progress('pictures', counts.resized, total);
        },
      }),
    ),
  );
  return counts;
}

const pictureKey = (operation: Operation): Digest => fingerprint([encoderId, operation]);

/** Whether a file lies as it was left. */
export function isUntouched(file: string, record: OutputRecord): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.size === record.size && stat.mtimeMs === record.mtime;
}

const bodiesOf = (props: object, places: ReadonlyMap<Digest, BodyPlace>): [Digest, BodyPlace][] =>
  Object.values(props).flatMap((value: unknown) => {
    if (typeof value !== 'object' || value === null || !('body' in value && 'resolved' in value)) return [];
    const { body } = value as Body;
    const place = places.get(body);
    return place ? [[body, place] as [Digest, BodyPlace]] : [];
  });
