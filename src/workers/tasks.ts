import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PluggableList } from 'unified';
import { type BodyPlace, CacheDamaged, openBodies } from '../cache/bodies.ts';
import type { ResolvedConfig } from '../config.ts';
import { lazy } from '../lazy.ts';
import { createMarkdown } from '../markdown/process.ts';
import { findSecret } from '../newsroom/find-secret.ts';
import type { Secret } from '../newsroom/secrets.ts';
import type { TemplateName } from '../props.ts';
import { parse } from '../stages/parse.ts';
import { render, TemplateError, type Theme } from '../stages/render.ts';
import { createWriter, type WrittenFile } from '../stages/write.ts';
import type { Digest, DocumentKind, OutputPath, SourcePath } from '../types.ts';
import { createByteBlock } from '../utf8.ts';

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

/** Documents as JSON and bodies as HTML, each one after another in one block of bytes. */
export interface ParseResult {
  readonly json: Uint8Array;
  readonly html: Uint8Array;
  /** Bytes of each document and of its body, and its outline, in the order of the task's files. */
  readonly parts: readonly (readonly [json: number, html: number, outline: Digest])[];
}

/** A page to be rendered. */
export interface PageTask {
  readonly output: OutputPath;
  readonly template: TemplateName;
  readonly props: object;
  /** Where the bodies in the props lie. */
  readonly bodies: readonly (readonly [Digest, BodyPlace])[];
  /** Values that must not be in it. */
  readonly secrets: readonly Secret[];
  /** Whether its props are ours, and hold nothing private but `extra`. */
  readonly trusted: boolean;
}

export interface RenderTask {
  readonly task: 'render';
  readonly pages: readonly PageTask[];
  /** Where the pages are written; their folders are there. */
  readonly folder: string;
  readonly fresh: boolean;
  /** Addresses that must not be in any of them. */
  readonly emails: readonly string[];
}

/** A page as it was written, or why it was not: its template failed, something private was in it, the store is damaged. */
export type RenderResult = WrittenFile | { readonly failed: string } | { readonly leaked: string } | { readonly damaged: string };

export interface Tasks {
  readonly parse: (task: ParseTask) => Promise<ParseResult>;
  /** One result for each page. */
  readonly render: (task: RenderTask) => Promise<RenderResult[]>;
}

/** The work of the two stages that fill the processor, for this thread. What they need is loaded when first wanted. */
export function createTasks(setup: Setup): Tasks {
  const markdown = lazy(async () => {
    const plugins =
      setup.plugins === undefined
        ? undefined
        : ((await import(pathToFileURL(setup.plugins).href)) as { default: { markdown?: { remarkPlugins?: PluggableList; rehypePlugins?: PluggableList } } }).default.markdown;
    const { language, origin, base } = setup.site;
    return createMarkdown({ ...setup.markdown, language, origin, base, remarkPlugins: plugins?.remarkPlugins ?? [], rehypePlugins: plugins?.rehypePlugins ?? [] });
  });
  const theme = lazy(async () => (await import(pathToFileURL(setup.theme).href)) as Theme);
  const bodies = lazy(() => openBodies(setup.bodies, 'read'));

  return {
    parse: async ({ files }) => {
      const options = { markdown: await markdown(), language: setup.site.language, timeZone: setup.site.timeZone };
      const json = createByteBlock(files.length * 2048);
      const html = createByteBlock(files.length * 8192);
      const parts: [number, number, Digest][] = [];
      for (const { path: source, kind } of files) {
        const { document, body, outline } = await parse({ path: source, kind, bytes: readFileSync(path.join(setup.root, source)) }, options);
        parts.push([json.add(JSON.stringify(document)), html.add(body), outline]);
      }
      return { json: json.bytes(), html: html.bytes(), parts };
    },
    render: async ({ pages, folder, fresh, emails }) => {
      const loaded = await theme();
      const addresses = new Set(emails);
      const writer = createWriter({ folder, fresh });
      const results = pages.map(({ output, template, props, bodies: places, secrets, trusted }): RenderResult => {
        const readBody = (digest: Digest): string => {
          const place = places.find(([known]) => known === digest)?.[1];
          return place === undefined || place.length === 0 ? '' : bodies().read(place, digest);
        };
        try {
          const text = render({ theme: loaded, template, props, readBody });
          const published = (): string => `${trusted ? JSON.stringify({ ...props, extra: undefined }) : ''}${places.map(([digest]) => readBody(digest)).join('')}`;
          const leaked = findSecret({ text, secrets, emails: addresses, published });
          if (leaked !== undefined) return { leaked };
          return writer.write(output, text);
        } catch (error) {
          if (error instanceof TemplateError) return { failed: error.message };
          if (error instanceof CacheDamaged) return { damaged: error.message };
          throw error;
        }
      });
      await writer.finish();
      return results;
    },
  };
}
