import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { PluggableList } from 'unified';
import type { Digest, OutputPath, SourcePath } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import { readIfAllowed } from '../bytes/read-if-allowed.ts';
import { createByteBlock } from '../bytes/utf8.ts';
import { type BodyPlace, CacheDamaged, openBodies } from '../cache/bodies.ts';
import { splitDocument } from '../cache/kept-document.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { createMarkdown } from '../markdown/process.ts';
import type { ModulePlace } from '../places/place-site-code.ts';
import { createSearch, findSecrets, type Search } from '../privacy/create-search.ts';
import type { Secret } from '../privacy/secrets.ts';
import type { TemplateName } from '../props.ts';
import { type Parsed, parse, toUnreadable } from '../stages/parse.ts';
import { createWriter, type WrittenFile } from '../stages/write.ts';
import { render, TemplateError, type Theme } from '../theme/render.ts';
import { importModule } from '../tool/import-module.ts';
import type { DocumentKind } from '../types.ts';

/** What a worker has to know; plain data, so that it can be sent. */
export interface Setup {
  readonly root: string;
  readonly site: ResolvedConfig['site'];
  readonly markdown: Pick<ResolvedConfig['markdown'], 'parser' | 'html' | 'highlight'>;
  /** The compiled configuration, when it has plugins. */
  readonly plugins?: string;
  readonly theme: string;
  /** The file of bodies. */
  readonly bodies: string;
}

export interface ParseTask {
  readonly task: 'parse';
  readonly files: readonly { readonly path: SourcePath; readonly kind: DocumentKind }[];
}

/**
 * Documents as JSON in two parts (of which the first is UTF-16, as it is read often) and bodies as HTML, each
 * one after another in one block of bytes.
 */
export interface ParseResult {
  readonly heads: Uint8Array;
  readonly rests: Uint8Array;
  readonly html: Uint8Array;
  /**
   * Bytes of each document's parts and of its body, its digest and its outline, in the order of the task's
   * files.
   */
  readonly parts: readonly (readonly [
    head: number,
    rest: number,
    html: number,
    digest: Digest,
    outline: Digest,
  ])[];
}

/** A page to be rendered. */
export interface PageTask {
  readonly output: OutputPath;
  readonly template: TemplateName;
  readonly props: object;
  /** Where the bodies in the props lie. */
  readonly bodies: readonly (readonly [Digest, BodyPlace])[];
  readonly secrets: PageSecrets;
}

/** What must not be in a page. */
export interface PageSecrets {
  /** The values of its article. */
  readonly own: readonly Secret[];
  /** Whether the distinctive values of all articles must not be in it either. */
  readonly everything: boolean;
  /** Of those the ones that may, since the site publishes them elsewhere. */
  readonly excused: readonly string[];
  /**
   * Whether its props are ours: what stands in them is published, but for `extra` and what comes from git.
   */
  readonly trusted: boolean;
}

/** Authors' addresses and the distinctive values of all articles, as JSON, with its digest. */
export interface SharedSecrets {
  readonly digest: Digest;
  readonly bytes: Uint8Array;
}

export interface RenderTask {
  readonly task: 'render';
  readonly pages: readonly PageTask[];
  /** Where the pages are written; their folders are there. */
  readonly folder: string;
  readonly fresh: boolean;
  readonly secrets: SharedSecrets;
}

/** Private values that are in a page. */
export interface Leak {
  readonly leaked: readonly Secret[];
  /**
   * They are those of other articles, or addresses, that may stand on this page if the site publishes them
   * elsewhere.
   */
  readonly excusable: boolean;
}

/**
 * A page as it was written, or why it was not: its template failed, something private was in it, the store is
 * damaged.
 */
export type RenderResult =
  | WrittenFile
  | { readonly failed: string; readonly at?: ModulePlace }
  | Leak
  | { readonly damaged: string };

export interface Tasks {
  readonly parse: (task: ParseTask) => Promise<ParseResult>;
  /** One result for each page. */
  readonly render: (task: RenderTask) => Promise<RenderResult[]>;
}

/**
 * The work of the two stages that fill the processor, for this thread. What they need is loaded when first
 * wanted. Each task begins with a turn of the event loop: other threads are heard then, and the parser's
 * memory is let go of, of which V8 knows nothing.
 */
export function createTasks(setup: Setup): Tasks {
  const markdown = lazy(async () => {
    const plugins =
      setup.plugins === undefined
        ? undefined
        : (
            (await importModule(pathToFileURL(setup.plugins).href)) as {
              default: { markdown?: { remarkPlugins?: PluggableList; rehypePlugins?: PluggableList } };
            }
          ).default.markdown;
    const { language, origin, base } = setup.site;
    return createMarkdown({
      ...setup.markdown,
      language,
      origin,
      base,
      remarkPlugins: plugins?.remarkPlugins ?? [],
      rehypePlugins: plugins?.rehypePlugins ?? [],
    });
  });
  const theme = lazy(async () => (await importModule(pathToFileURL(setup.theme).href)) as Theme);
  const bodies = lazy(() => openBodies(setup.bodies, 'read'));
  let searches:
    | { readonly digest: Digest; readonly everything: () => Search; readonly emails: Search }
    | undefined;
  const searchesOf = ({ digest, bytes }: SharedSecrets): NonNullable<typeof searches> => {
    if (searches?.digest !== digest) {
      const all = JSON.parse(Buffer.from(bytes).toString('utf8')) as Parameters<typeof createSearch>[0];
      searches = {
        digest,
        everything: lazy(() => createSearch(all)),
        emails: createSearch({ ...all, secrets: [] }),
      };
    }
    return searches;
  };

  return {
    parse: async ({ files }) => {
      await setImmediate();
      const options = {
        markdown: await markdown(),
        language: setup.site.language,
        timeZone: setup.site.timeZone,
      };
      const packing = createPacking();
      for (const { path: source, kind } of files) {
        const bytes = readIfAllowed(path.join(setup.root, source));
        packing.add(bytes ? await parse({ path: source, kind, bytes }, options) : toUnreadable(source));
      }
      return packing.result();
    },
    render: async ({ pages, folder, fresh, secrets: shared }) => {
      await setImmediate();
      const loaded = await theme();
      const searches = searchesOf(shared);
      const writer = createWriter({ folder, fresh });
      const results = pages.map(({ output, template, props, bodies: places, secrets }): RenderResult => {
        const readBody = (digest: Digest): string => {
          const place = places.find(([known]) => known === digest)?.[1];
          return place === undefined || place.length === 0 ? '' : bodies().read(place, digest);
        };
        try {
          const text = render({ theme: loaded, template, props, readBody });
          const leak = findLeak({
            text,
            secrets,
            search: secrets.everything ? searches.everything() : searches.emails,
            published: () =>
              `${secrets.trusted ? JSON.stringify({ ...props, extra: undefined, history: undefined }) : ''}${places.map(([digest]) => readBody(digest)).join('')}`,
          });
          if (leak) return leak;
          return writer.write(output, text);
        } catch (error) {
          if (error instanceof TemplateError)
            return { failed: error.message, ...(error.at && { at: error.at }) };
          if (error instanceof CacheDamaged) return { damaged: error.message };
          throw error;
        }
      });
      await writer.finish();
      return results;
    },
  };
}

/** Documents as they are handed from one thread to another. */
export function packDocuments(all: readonly Parsed[]): ParseResult {
  const packing = createPacking();
  all.forEach(packing.add);
  return packing.result();
}

function createPacking(): { readonly add: (parsed: Parsed) => void; readonly result: () => ParseResult } {
  const heads = createByteBlock('utf16le');
  const rests = createByteBlock();
  const html = createByteBlock();
  const parts: [number, number, number, Digest, Digest][] = [];
  return {
    add: ({ document, body }) => {
      const { head, rest, outline } = splitDocument(document);
      // The body first, as its bytes were just made for its digest.
      const length = html.add(body);
      parts.push([heads.add(head), rests.add(rest), length, document.digest, outline]);
    },
    result: () => ({ heads: heads.bytes(), rests: rests.bytes(), html: html.bytes(), parts }),
  };
}

/**
 * What is private in a page, but for what the authors themselves published: `published` is asked for when
 * something was found.
 */
function findLeak({
  text,
  secrets: { own, excused },
  search,
  published,
}: {
  text: string;
  secrets: PageSecrets;
  search: Search;
  published: () => string;
}): Leak | undefined {
  const mine = findSecrets(text, own);
  const others = search(text).filter(({ value }) => !excused.includes(value));
  if (mine.length + others.length === 0) return undefined;
  const said = published();
  const known = new Set([...findSecrets(said, mine), ...search(said)].map(({ value }) => value));
  const [left, rest] = [mine, others].map((found) => found.filter(({ value }) => !known.has(value)));
  const leaked = [...(rest ?? []), ...(left ?? [])];
  return leaked.length > 0 ? { leaked, excusable: left?.length === 0 } : undefined;
}
