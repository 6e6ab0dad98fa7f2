import type { Bodies } from '../cache/bodies.ts';
import { createState, type DocumentRecord } from '../cache/state.ts';
import type { ResolvedConfig } from '../config.ts';
import { placeIfNeeded } from '../content/place-if-needed.ts';
import { applyRules } from '../diagnostics/apply-rules.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Discovered, SourceFile } from '../stages/discover.ts';
import { read } from '../stages/read.ts';
import type { Document, SourcePath } from '../types.ts';
import type { Pool } from '../workers/pool.ts';
import type { BodyPatch, SiteInMemory } from './site-in-memory.ts';

interface Input {
  readonly root: string;
  readonly config: ResolvedConfig;
  readonly site: SiteInMemory;
  readonly discovered: Discovered;
  /** Files whose bytes may be others than before. */
  readonly touched: readonly SourceFile[];
  readonly bodies: Bodies;
  readonly pool: Pool;
  /** In milliseconds since the epoch. */
  readonly started: number;
}

/** The site with new bodies; or, where more has changed than bodies, nothing: the site is to be analysed as a whole. */
type Patched = { readonly complete: true; readonly site: SiteInMemory } | { readonly complete: false };

/**
 * Most saves change the words of one article and nothing that another page shows of it: not its fields, its excerpt, its headings or what
 * it refers to. The site then stays as it was modelled, and only that page gets its new body. What generators of the site's own make
 * may show any body: the engine models the site anew before it serves that.
 */
export async function patchBodies({ root, config, site, discovered, touched, bodies, pool, started }: Input): Promise<Patched> {
  const fresh = createState('', '');
  await read({ root, files: touched, old: site.state, next: fresh, pool, bodies, started, progress: () => {} });
  const documents = site.state.documents();
  const changes = [...fresh.documents()].flatMap(([path, record]) => {
    const before = documents.get(path);
    return before?.document.digest === record.document.digest ? [] : [{ path: path as SourcePath, before, record }];
  });
  // Asked for first, as pages show the old bodies until all is read.
  const places = site.bodies();
  // The tables of all files are changed, not copied: copies of them would be most of what a save costs.
  for (const [path, record] of fresh.documents()) documents.set(path, record);
  for (const [path, record] of fresh.files) site.state.files.set(path, record);
  if (touched.some((file) => file.kind === undefined) || !changes.every(({ before, record, path }) => before && isBodyAlone(before, record, hasModelMessages(site, path, before.document))))
    return { complete: false };

  const patches = new Map(site.patches);
  let { raw, placed } = site;
  for (const { path, before, record } of changes) {
    const { document } = record;
    if (!before || document.kind === 'broken' || before.document.kind === 'broken') continue;
    patches.set(path, { modelled: patches.get(path)?.modelled ?? before.document.body, body: document.body, words: document.words });
    places.set(document.body, record.body);
    const parsed = new Set<Diagnostic>(before.document.messages);
    const mine = [...raw.filter((message) => message.path === path && !parsed.has(message)), ...document.messages];
    raw = [...raw.filter((message) => message.path !== path), ...mine];
    placed = [...placed.filter((message) => message.path !== path), ...(await placeIfNeeded(mine, root))];
  }
  return { complete: true, site: { ...site, discovered, patches, raw, placed, messages: applyRules(placed, config.rules) } };
}

/** Whether the modelled site says something about the document, at places that may have moved. */
function hasModelMessages({ raw }: SiteInMemory, path: SourcePath, document: Document): boolean {
  const parsed = new Set<Diagnostic>(document.messages);
  return raw.some((message) => message.path === path && !parsed.has(message));
}

function isBodyAlone({ document: a, outline }: DocumentRecord, { document: b, outline: now }: DocumentRecord, fixed: boolean): boolean {
  if (a.kind === 'broken' || b.kind === 'broken') return false;
  if ('status' in a.data && a.data.status === 'withdrawn') return false;
  if (outline === now) return true;
  return !fixed && outlineOf(a) === outlineOf(b);
}

/** What other pages, and the model, can know of a document, wherever in the file it stands. */
const outlineOf = ({ kind, data, excerpt, headings, ids, references }: Exclude<Document, { kind: 'broken' }>): string =>
  JSON.stringify([kind, data, excerpt, headings, ids, references.map(({ line: _, column: __, ...reference }) => reference)]);

/** A page's props with the body that the page has now. */
export function withPatch<Props extends object>(props: Props, patch: BodyPatch | undefined): Props {
  if (!patch) return props;
  const entries = Object.entries(props).map(([key, value]: [string, unknown]) => (isModelledBody(value, patch) ? [key, { ...value, body: patch.body }] : [key, value]));
  const changed = Object.values(props).some((value: unknown) => isModelledBody(value, patch));
  return { ...props, ...Object.fromEntries(entries), ...(changed && 'words' in props && { words: patch.words }) };
}

const isModelledBody = (value: unknown, { modelled }: BodyPatch): value is { body: string } =>
  typeof value === 'object' && value !== null && 'body' in value && 'resolved' in value && value.body === modelled;
