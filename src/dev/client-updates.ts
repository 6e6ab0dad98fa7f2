import type { IncomingMessage, ServerResponse } from 'node:http';
import { digestOf } from '../bytes/digest.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type DevSite, keyOf, ownPage } from './dev-html.ts';
import { isProperPath } from './is-allowed.ts';
import { type Problem, toProblems } from './problems-page.ts';

/** What the dev server sends to a page in a browser. */
export interface ClientUpdate {
  readonly action: 'none' | 'reload' | 'style';
  /** Address of the style sheet. */
  readonly style: string;
  /** The problems that the overlay shows. */
  readonly problems: readonly Problem[];
  /** How many errors and warnings the whole site has. */
  readonly errors: number;
  readonly warnings: number;
  /** Addresses of articles that a build would not publish now. */
  readonly unpublished: readonly string[];
}

/** A page that is open in a browser. */
export interface Client {
  readonly response: ServerResponse;
  readonly address: string;
  /** Digest of the page that the browser shows. */
  key: string;
  style: string;
}

/** All pages that are open in browsers. */
export interface Clients {
  readonly open: Set<Client>;
  /** Files that changed since the start: every page shows the errors in them. */
  readonly changedFiles: Set<string>;
}

/** How many problems an overlay shows at most. */
const mostProblems = 20;
/** How many unpublished articles an update names at most. */
const mostUnpublished = 1000;

/** Keeps the connection of a page open, and sends the first update. */
export async function connect(
  { open, changedFiles }: Clients,
  {
    site,
    query,
    request,
    response,
  }: { site: DevSite; query: URLSearchParams; request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 500\n\n');
  request.socket.setNoDelay(true);
  const client: Client = {
    response,
    address: query.get('page') ?? '/',
    key: query.get('key') ?? '',
    style: query.get('style') ?? '',
  };
  open.add(client);
  request.on('close', () => open.delete(client));
  await sendUpdate(client, { site, changedFiles });
}

/** Sends a page what it needs to show the present site. */
export async function sendUpdate(
  client: Client,
  { site, changedFiles }: { site: DevSite; changedFiles: ReadonlySet<string> },
): Promise<void> {
  const { engine, root, language } = site;
  const style = engine.style();
  const page = await lookUp(client, site);
  const problems = engine.problems();
  const shown = page.isOwn ? [] : problemsOn(page, { site, changedFiles });
  const action = actionFor(client, { ...page, style });
  if (action === 'style') client.style = style;
  const update: ClientUpdate = {
    action,
    style,
    unpublished: engine.unpublished().slice(0, mostUnpublished),
    problems: toProblems(shown.slice(0, mostProblems), { root, language }),
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
  };
  client.response.write(`data: ${JSON.stringify(update)}\n\n`);
}

/** The present page at a client's address. */
interface PresentPage {
  /** Whether it is one of the dev server's own pages. */
  readonly isOwn: boolean;
  /** Digest of the page; undefined when it cannot be made. */
  readonly key?: string;
  readonly source?: string;
  /** Why the page cannot be made. */
  readonly failure?: Diagnostic;
}

async function lookUp(client: Client, site: DevSite): Promise<PresentPage> {
  const { engine } = site;
  const [address = '/', search = ''] = client.address.split(/\?(.*)/s);
  if (address.startsWith('/_broadsheet/')) {
    const html = ownPage(site, { address, query: new URLSearchParams(search) });
    return { isOwn: true, ...(html !== undefined && { key: digestOf(html) }) };
  }
  if (!isProperPath(address)) return { isOwn: false };
  const answer = await engine.page(address);
  if (answer.kind !== 'page' && answer.kind !== 'failed') return { isOwn: false };
  const { source } = answer;
  const about = { isOwn: false, ...(source !== undefined && { source }) };
  if (answer.kind === 'failed') return { ...about, ...(answer.problem && { failure: answer.problem }) };
  // When a file becomes broken, the browser keeps its page, with the overlay on top.
  const isBroken =
    answer.status !== 200 &&
    engine.problems().some(({ severity, path }) => severity === 'error' && path === source);
  return { ...about, key: isBroken ? client.key : keyOf(answer, engine.style()) };
}

/** The errors to show on a page: its own, those of changed files, and those of the whole site. */
function problemsOn(
  { failure, source }: PresentPage,
  { site: { engine }, changedFiles }: { site: DevSite; changedFiles: ReadonlySet<string> },
): Diagnostic[] {
  const failures = new Set(engine.failures());
  const concerns = (problem: Diagnostic): boolean => {
    const { severity, rule, path } = problem;
    if (failures.has(problem)) return true;
    if (severity !== 'error' || rule === 'template-failed') return false;
    return path === source || changedFiles.has(path);
  };
  return [...(failure ? [failure] : []), ...engine.problems().filter(concerns)];
}

function actionFor(
  client: Client,
  { key, isOwn, style }: PresentPage & { readonly style: string },
): ClientUpdate['action'] {
  if (key !== undefined && key !== client.key) return 'reload';
  return !isOwn && client.style !== '' && style !== client.style ? 'style' : 'none';
}
