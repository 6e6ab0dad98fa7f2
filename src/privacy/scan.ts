import { readFileSync } from 'node:fs';
import { fingerprint } from '../bytes/fingerprint.ts';
import { lazy } from '../bytes/lazy.ts';
import type { ScanRecord } from '../cache/state.ts';
import type { ListedRoute } from '../routes/routes.ts';
import type { Site } from '../site.ts';
import type { PageSecrets, SharedSecrets } from '../workers/messages.ts';
import { createSearch, type Found, type Search } from './create-search.ts';
import { fileText } from './file-text.ts';
import { publicText } from './public-text.ts';
import type { Secret, Secrets } from './secrets.ts';

export interface Scan {
  /** The values to search for in all pages. */
  readonly shared: SharedSecrets;
  /** The values to search for in one page. */
  readonly ofPage: (route: Extract<ListedRoute, { kind: 'page' }>) => PageSecrets;
  /** Finds a private value in a new output, which then must not be written. */
  readonly find: (
    route: ListedRoute,
    content: string | Uint8Array,
  ) => (Found & { readonly text: string }) | undefined;
  /** Of the values found in a page, those that the site does not publish elsewhere. */
  readonly judge: (inText: readonly Secret[]) => Secret[];
  /**
   * Whether an output that could be kept may contain something that became private since it was made. Such an
   * output is made again.
   */
  readonly isSuspect: (route: ListedRoute, file: string) => boolean;
  readonly record: () => ScanRecord;
}

interface Input {
  readonly site: Site;
  /** What is private now. */
  readonly secrets: Secrets;
  /** What was private when the present outputs were made. Called only where it may differ. */
  readonly before?: () => Secrets;
  readonly last?: ScanRecord;
  /** Whether the site has its own templates. */
  readonly ownTemplates: boolean;
}

/**
 * The second line of defence. Our own routes and templates show nothing private, so their pages are searched
 * for email addresses and the values of their own article only. Outputs of the site's own code, and files
 * published unchanged, are searched for every distinctive value.
 */
export function createScan({ site, secrets, before, last, ownTemplates }: Input): Scan {
  const { config } = site;
  const isOwn = (by: string): boolean => by in config.routes;
  const all: Parameters<typeof createSearch>[0] = { secrets: secrets.distinctive, emails: secrets.emails };
  const search = lazy(() => createSearch(all));
  const published = lazy(() => new Set(search()(publicText(site)).map(({ value }) => value)));
  const rules = fingerprint([
    config.private,
    config.site.organisation.email,
    ownTemplates,
    Object.keys(config.routes).sort(),
  ]);
  const old = last?.rules === rules ? before?.() : undefined;
  const excused = new Set<string>();
  const unexcused = new Set<string>();
  // Where only the words of bodies changed, what is published elsewhere is the same as before.
  for (const value of last?.rules === rules ? last.excused : [])
    (!old || published().has(value) ? excused : unexcused).add(value);

  /** What the present outputs were not searched for. */
  const fresh = lazy(() => searchesFor(secrets, { old, unexcused }));
  const breadth = (route: ListedRoute): Breadth => breadthOf(route, { isOwn: isOwn(route.by), ownTemplates });
  const judge = <Value extends Secret>(inText: readonly Value[]): Value[] => {
    const left = inText.filter(({ value }) => !published().has(value));
    if (left.length === 0) for (const { value } of inText) excused.add(value);
    return left;
  };

  return {
    shared: share(all),
    ofPage: (route) => ({
      own: secrets.of(route.source?.path),
      everything: breadth(route) === 'everything',
      trusted: !isOwn(route.by),
      excused: [],
    }),
    find: (route, content) => {
      if (breadth(route) !== 'everything') return undefined;
      const text = typeof content === 'string' ? content : fileText(content);
      const secretsInText = text === undefined ? [] : search()(text);
      const [first] = secretsInText.length > 0 ? judge(secretsInText) : [];
      return first && text !== undefined ? { ...first, text } : undefined;
    },
    judge,
    isSuspect: (route, file) => {
      const wide = breadth(route);
      if (wide === undefined || (before === undefined && last?.rules === rules)) return false;
      if (route.kind === 'page' && route.source) {
        const oldValues = new Set(old?.of(route.source.path).map(({ value }) => value));
        if (secrets.of(route.source.path).some(({ value }) => !oldValues.has(value))) return true;
      }
      const searchFresh = fresh()[wide];
      const text = searchFresh && fileText(readFileSync(file));
      return searchFresh !== undefined && text !== undefined && searchFresh(text).length > 0;
    },
    record: () => ({ rules, excused: [...excused].sort() }),
  };
}

/** What an output is searched for. */
type Breadth = 'everything' | 'emails' | undefined;

function breadthOf(
  { kind, by }: ListedRoute,
  { isOwn, ownTemplates }: { readonly isOwn: boolean; readonly ownTemplates: boolean },
): Breadth {
  if (kind === 'picture' || kind === 'card') return undefined;
  const isOfOwnTemplates = ownTemplates && (kind === 'page' || by === 'assets');
  if (kind === 'copy' || isOwn || isOfOwnTemplates) return 'everything';
  return kind === 'page' ? 'emails' : undefined;
}

/**
 * Searches for values that were not private in the last build, or were published elsewhere then and are not
 * now.
 */
function searchesFor(
  { emails, distinctive }: Secrets,
  { old, unexcused }: { readonly old: Secrets | undefined; readonly unexcused: ReadonlySet<string> },
) {
  const oldValues = new Set([...(old?.emails ?? []), ...(old?.distinctive ?? []).map(({ value }) => value)]);
  const isFresh = (value: string): boolean => !oldValues.has(value) || unexcused.has(value);
  const freshEmails = emails.filter(isFresh);
  const freshValues = distinctive.filter(({ value }) => isFresh(value));
  return { everything: searchFor(freshValues, freshEmails), emails: searchFor([], freshEmails) };
}

const searchFor = (secrets: readonly Secret[], emails: readonly string[]): Search | undefined =>
  secrets.length + emails.length > 0 ? createSearch({ secrets, emails }) : undefined;

/** Puts secrets into shared memory, so that they are not copied to threads with every task. */
function share(secrets: Parameters<typeof createSearch>[0]): SharedSecrets {
  const json = Buffer.from(JSON.stringify(secrets));
  const bytes = new Uint8Array(new SharedArrayBuffer(json.length));
  bytes.set(json);
  return { digest: fingerprint(secrets), bytes };
}
