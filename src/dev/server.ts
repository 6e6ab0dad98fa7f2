import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { digestOf } from '../bytes/digest.ts';
import { escapeHtml } from '../bytes/escape-html.ts';
import { lazy } from '../bytes/lazy.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { MessageLanguage } from '../diagnostics/phrases.ts';
import { packageRoot } from '../package-root.ts';
import type { Answer } from './answer.ts';
import { contentType } from './content-type.ts';
import type { Engine } from './engine.ts';
import { inject, type PageFacts } from './inject.ts';
import { isLocal, isOwnHost, isOwnOrigin, isProperPath, privateHeaders } from './is-allowed.ts';
import { listPage } from './list-page.ts';
import { type Problem, toProblems } from './problem.ts';
import { problemsPage } from './problems-page.ts';

/** What a page in a browser is told. */
export interface ClientUpdate {
  readonly action: 'none' | 'reload' | 'style';
  /** Address of the style sheet. */
  readonly style: string;
  /** What lies over the page. */
  readonly problems: readonly Problem[];
  /** How much is wrong on the whole site. */
  readonly errors: number;
  readonly warnings: number;
  /** Addresses of articles that a build would not publish now. */
  readonly unpublished: readonly string[];
}

export interface DevServer {
  readonly http: Server;
  /**
   * Tells every page in a browser what the site is now. `changed` are files relative to the site's folder.
   */
  readonly tell: (changed: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Input {
  readonly engine: Engine;
  /** The site's folder, absolute. */
  readonly root: string;
  readonly language: MessageLanguage;
  /** Given by the user, when it is not the loopback. */
  readonly host?: string;
  /** Opens a file (absolute) in the user's editor; resolves to whether that could be done. */
  readonly openEditor: (file: string, line: number | undefined) => Promise<boolean>;
  /** A page that was asked for cannot be made. */
  readonly onProblem: () => void;
  /** A bug of ours: the server goes on. */
  readonly onFailure: (error: unknown) => void;
}

interface Client {
  readonly response: ServerResponse;
  readonly address: string;
  key: string;
  style: string;
}

/** More than these do not help. */
const most = 20;

/** Serves the site from memory and keeps the pages in browsers as it is. */
export function createDevServer({
  engine,
  root,
  language,
  host,
  openEditor,
  onProblem,
  onFailure,
}: Input): DevServer {
  const clients = new Set<Client>();
  /** Files changed since the start: what is wrong in them is shown on every page. */
  const touched = new Set<string>();
  const script = lazy(() => readFileSync(path.join(packageRoot, 'lib/dev-client.js'), 'utf8'));

  const http = createServer((request, response) => {
    for (const [name, value] of Object.entries(privateHeaders)) response.setHeader(name, value);
    answer(request, response).catch((error: unknown) => {
      onFailure(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('The dev server failed; the terminal says more.');
    });
  });

  const send = (
    response: ServerResponse,
    status: number,
    type: string,
    content: Uint8Array | string,
    headers: Readonly<Record<string, string>> = {},
  ): void => {
    response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(content),
      'cache-control': 'no-store',
      ...headers,
    });
    response.end(response.req.method === 'HEAD' ? undefined : content);
  };
  const refuse = (response: ServerResponse, status: 400 | 403 | 404 | 405 | 500, reason: string): void =>
    send(response, status, 'text/plain; charset=utf-8', `${reason}\n`);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnHost({ request, host }))
      return refuse(
        response,
        403,
        'This server answers to localhost only (start it with --host to allow another name).',
      );
    const [written = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
    if (!isProperPath(written)) return refuse(response, 400, 'This is no path of the site.');
    if (written === '/_broadsheet/edit') return edit(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only GET and HEAD.');
    if (written === '/_broadsheet') return void response.writeHead(302, { location: '/_broadsheet/' }).end();
    if (written.startsWith('/_broadsheet/'))
      return own(written, new URLSearchParams(search), request, response);
    const found = await engine.page(written);
    if (found.kind === 'redirect')
      return void response.writeHead(302, { location: `${found.to}${search && `?${search}`}` }).end();
    if (found.kind === 'file')
      return send(
        response,
        200,
        contentType(found.output),
        found.content,
        found.lasting ? { 'cache-control': 'max-age=31536000, immutable' } : {},
      );
    if (found.kind === 'page' && found.status === 404 && written === '/' && engine.base() !== '/')
      return void response.writeHead(302, { location: engine.base() }).end();
    if (found.kind === 'failed') onProblem();
    const { html, status } = toHtml(found);
    send(response, status, 'text/html; charset=utf-8', html);
  }

  async function own(
    written: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (request.headers.origin !== undefined && !isOwnOrigin({ request }))
      return refuse(response, 403, 'Not for pages of other origins.');
    if (written === '/_broadsheet/client.js') return send(response, 200, contentType('client.js'), script());
    if (written === '/_broadsheet/events') return connect(query, request, response);
    const html = ownPage(written, query);
    if (html === undefined) return refuse(response, 404, 'There is no such page.');
    send(
      response,
      200,
      'text/html; charset=utf-8',
      inject(html, { language, key: digestOf(html), style: '' }),
    );
  }
  function ownPage(written: string, query: URLSearchParams): string | undefined {
    const home = engine.base();
    if (written === '/_broadsheet/') return listPage({ articles: engine.articles(), query, language, home });
    if (written === '/_broadsheet/problems')
      return problemsPage({
        problems: toProblems(engine.problems().slice(0, 500), { root, language }),
        language,
        home,
      });
    return undefined;
  }

  async function edit(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return refuse(response, 405, 'Only POST.');
    if (
      !isOwnOrigin({ request }) ||
      !isLocal(request) ||
      !request.headers['content-type']?.startsWith('application/json')
    )
      return refuse(response, 403, 'Only from a page of this server, on this machine.');
    const { file, line } = (await readJson(request)) ?? {};
    if (typeof file !== 'string' || !engine.isSource(file))
      return refuse(response, 404, 'This is no file of the site.');
    const opened = await openEditor(
      path.join(root, file),
      typeof line === 'number' && Number.isInteger(line) && line > 0 ? line : undefined,
    );
    return opened ? void response.writeHead(204).end() : refuse(response, 500, 'No editor could be opened.');
  }

  const factsOf = ({
    status,
    source,
    editable,
    standing,
  }: Extract<Answer, { kind: 'page' }>): Omit<PageFacts, 'language' | 'key' | 'style'> => ({
    ...(source !== undefined && { source }),
    ...(editable !== undefined && { editable }),
    ...(standing && { standing }),
    ...(standing && status === 404 && { hidden: true }),
  });
  const keyOf = (found: Extract<Answer, { kind: 'page' }>, style: string): string =>
    digestOf((style === '' ? found.html : found.html.replaceAll(style, '')) + JSON.stringify(factsOf(found)));
  function toHtml(found: Extract<Answer, { kind: 'page' | 'failed' }>): { html: string; status: number } {
    const style = engine.style();
    if (found.kind === 'page') {
      const { html, status } = found;
      return { html: inject(html, { language, key: keyOf(found, style), style, ...factsOf(found) }), status };
    }
    const problems = toProblems(found.problem ? [found.problem] : engine.failures(), { root, language });
    const text = problems.map(
      ({ file, line, column, message, remedy }) =>
        `<h1>${escapeHtml(message)}</h1><p>${escapeHtml(line === undefined ? file : `${file}:${line}:${column}`)}</p><p>${escapeHtml(remedy)}</p>`,
    );
    const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Broadsheet</title></head><body>${text.join('')}</body></html>`;
    const [first] = problems;
    return {
      html: inject(html, {
        language,
        key: '',
        style: '',
        ...(found.source && { source: found.source }),
        ...(first && { editable: first.file }),
      }),
      status: 500,
    };
  }

  async function connect(
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
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
    clients.add(client);
    request.on('close', () => clients.delete(client));
    await update(client);
  }

  /** Tells one page what it has to do to be as the site is. */
  async function update(client: Client): Promise<void> {
    const style = engine.style();
    const [written = '/', search = ''] = client.address.split(/\?(.*)/s);
    let key: string | undefined;
    let source: string | undefined;
    let failure: Diagnostic | undefined;
    if (written.startsWith('/_broadsheet/')) {
      const html = ownPage(written, new URLSearchParams(search));
      if (html !== undefined) key = digestOf(html);
    } else if (isProperPath(written)) {
      const found = await engine.page(written);
      if (found.kind === 'page') key = keyOf(found, style);
      if (found.kind === 'failed') failure = found.problem;
      if (found.kind === 'page' || found.kind === 'failed') source = found.source;
      // A page that was there, and whose file is broken now: it stays in the browser, beneath the overlay.
      if (
        found.kind === 'page' &&
        found.status === 404 &&
        engine.problems().some((problem) => problem.severity === 'error' && problem.path === source)
      )
        key = client.key;
    }
    const all = engine.problems();
    const everywhere = new Set(engine.failures());
    const shown = [
      ...(failure ? [failure] : []),
      ...all.filter(
        (problem) =>
          everywhere.has(problem) ||
          (problem.severity === 'error' &&
            problem.rule !== 'template-failed' &&
            (problem.path === source || touched.has(problem.path))),
      ),
    ];
    const isOwn = written.startsWith('/_broadsheet/');
    const action =
      key === undefined || key === client.key
        ? !isOwn && client.style !== '' && style !== client.style
          ? 'style'
          : 'none'
        : 'reload';
    if (action === 'style') client.style = style;
    const { unpublished } = engine;
    const told: ClientUpdate = {
      action,
      style,
      unpublished: unpublished().slice(0, 1000),
      problems: isOwn ? [] : toProblems(shown.slice(0, most), { root, language }),
      errors: all.filter(({ severity }) => severity === 'error').length,
      warnings: all.filter(({ severity }) => severity === 'warning').length,
    };
    client.response.write(`data: ${JSON.stringify(told)}\n\n`);
  }

  return {
    http,
    tell: async (changed) => {
      for (const file of changed) touched.add(file);
      await Promise.all([...clients].map((client) => update(client).catch(onFailure)));
    },
    close: () =>
      new Promise((resolve) => {
        for (const { response } of clients) response.end();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

/** The body of a small request, or undefined when it is none. */
async function readJson(request: IncomingMessage): Promise<{ file?: unknown; line?: unknown } | undefined> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 10_000) return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
