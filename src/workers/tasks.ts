import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { languageOf } from '../addresses/language-of.ts';
import type { Digest, SourcePath } from '../brands.ts';
import { lazy } from '../bytes/lazy.ts';
import { readIfAllowed } from '../bytes/read-if-allowed.ts';
import { createByteBlock } from '../bytes/utf8.ts';
import { type Bodies, CacheDamaged, openBodies } from '../cache/bodies.ts';
import { splitDocument } from '../cache/kept-document.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { createMarkdown, type Markdown } from '../markdown/process.ts';
import { createSearch, findSecrets, type Search } from '../privacy/create-search.ts';
import { type Parsed, parse, toUnreadable } from '../stages/parse.ts';
import { createWriter, type Writer } from '../stages/write.ts';
import { render, TemplateError, type Theme } from '../theme/render.ts';
import { importModule } from '../tool/import-module.ts';
import type {
  Leak,
  PageSecrets,
  PageTask,
  ParseResult,
  RenderResult,
  Setup,
  SharedSecrets,
  Tasks,
} from './messages.ts';

/**
 * The work of the two stages that fill the processor, for this thread. What they need is loaded when first
 * wanted. Each task begins with a turn of the event loop: messages of other threads are handled, and Node
 * frees the native memory of the parser, which V8 does not count.
 */
export function createTasks(setup: Setup): Tasks {
  const { root, site, dates, keys } = setup;
  const { searched } = setup;
  const { smartPunctuation } = setup.markdown;
  const fieldsOf = (source: SourcePath) => ({
    language: languageOf(source, setup),
    timeZone: site.timeZone,
    dates,
    keys,
  });
  const markdown = lazy(() => loadMarkdown(setup));
  const theme = lazy(async () => (await importModule(pathToFileURL(setup.theme).href)) as Theme);
  const bodies = lazy(() => openBodies(setup.bodies, 'read'));
  const searchesOf = createSearchesOf();
  return {
    parse: async ({ files }) => {
      await setImmediate();
      const process = await markdown();
      const packing = createPacking();
      for (const { path: source, kind } of files) {
        const bytes = readIfAllowed(path.join(root, source));
        const options = { markdown: process, fields: fieldsOf(source), smartPunctuation, searched };
        packing.add(bytes ? await parse({ path: source, kind, bytes }, options) : toUnreadable(source));
      }
      return packing.result();
    },
    render: async ({ pages, folder, fresh, secrets }) => {
      await setImmediate();
      const surroundings = {
        theme: await theme(),
        searches: searchesOf(secrets),
        bodies,
        writer: createWriter({ folder, fresh }),
      };
      const results = pages.map((page) => renderPage(page, surroundings));
      await surroundings.writer.finish();
      return results;
    },
  };
}

type SitePlugins = Partial<Pick<ResolvedConfig['markdown'], 'remarkPlugins' | 'rehypePlugins'>>;

/** The pipeline of bodies, with the plugins of the site's configuration. */
async function loadMarkdown({ site, markdown, blocks, plugins }: Setup): Promise<Markdown> {
  const { language, origin, base } = site;
  const config = plugins === undefined ? undefined : await importModule(pathToFileURL(plugins).href);
  const { remarkPlugins = [], rehypePlugins = [] } =
    (config as { default: { markdown?: SitePlugins } } | undefined)?.default.markdown ?? {};
  return createMarkdown({ ...markdown, blocks, language, origin, base, remarkPlugins, rehypePlugins });
}

/** Searches for private values: one for all of them, and one for addresses alone. */
interface Searches {
  readonly everything: () => Search;
  readonly emails: Search;
}

/** Makes searches, and keeps the last ones: most tasks of a build have the same. */
function createSearchesOf(): (secrets: SharedSecrets) => Searches {
  let last: { readonly digest: Digest; readonly searches: Searches } | undefined;
  return ({ digest, bytes }) => {
    if (last?.digest !== digest) {
      const all = JSON.parse(Buffer.from(bytes).toString('utf8')) as Parameters<typeof createSearch>[0];
      last = {
        digest,
        searches: {
          everything: lazy(() => createSearch(all)),
          emails: createSearch({ ...all, secrets: [] }),
        },
      };
    }
    return last.searches;
  };
}

interface Surroundings {
  readonly theme: Theme;
  readonly searches: Searches;
  readonly bodies: () => Bodies;
  readonly writer: Writer;
}

/** Renders a page and writes it, unless something private is in it. */
function renderPage(page: PageTask, { theme, searches, bodies, writer }: Surroundings): RenderResult {
  const { output, template, props, bodies: places, secrets } = page;
  const readBody = (digest: Digest): string => {
    const place = places.find(([body]) => body === digest)?.[1];
    return place === undefined || place.length === 0 ? '' : bodies().read(place, digest);
  };
  const published = (): string => {
    const shown = secrets.trusted ? JSON.stringify({ ...props, extra: undefined, history: undefined }) : '';
    return shown + places.map(([digest]) => readBody(digest)).join('');
  };
  try {
    const text = render({ theme, template, props, readBody });
    const search = secrets.everything ? searches.everything() : searches.emails;
    return findLeak({ text, secrets, search, published }) ?? writer.write(output, text);
  } catch (error) {
    if (error instanceof TemplateError) return { failed: error.message, ...(error.at && { at: error.at }) };
    if (error instanceof CacheDamaged) return { damaged: error.message };
    throw error;
  }
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
  const parts: [number, number, number, number, Digest, Digest][] = [];
  return {
    add: ({ document, body, terms }) => {
      const { head, rest, outline } = splitDocument(document);
      // The body first: its encoded bytes are still in the scratch buffer from the digest.
      const length = html.add(body);
      const termsLength = terms ? html.addBytes(terms) : 0;
      parts.push([heads.add(head), rests.add(rest), length, termsLength, document.digest, outline]);
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
  const publishedText = published();
  const publishedValues = new Set(
    [...findSecrets(publishedText, mine), ...search(publishedText)].map(({ value }) => value),
  );
  const [left, rest] = [mine, others].map((secrets) =>
    secrets.filter(({ value }) => !publishedValues.has(value)),
  );
  const leaked = [...(rest ?? []), ...(left ?? [])];
  return leaked.length > 0 ? { leaked, excusable: left?.length === 0 } : undefined;
}
