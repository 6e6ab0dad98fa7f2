import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { digestOf } from '../bytes/digest.ts';
import { lazy } from '../bytes/lazy.ts';
import { packageRoot } from '../package-root.ts';
import { type Clients, connect, sendUpdate } from './client-updates.ts';
import { type DevSite, ownPage, toHtml } from './dev-html.ts';
import { inject } from './inject.ts';
import { isLocal, isOwnHost, isOwnOrigin, isProperPath, privateHeaders } from './is-allowed.ts';
import { contentType } from './listen.ts';

export interface DevServer {
  readonly http: Server;
  /**
   * Sends every page in a browser the present state of the site. `changed` are files relative to the site's
   * folder.
   */
  readonly sendChanges: (changed: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Input extends DevSite {
  /** The host that the user gave, when it is not the loopback. */
  readonly host?: string;
  /** Opens a file (absolute) in the user's editor; resolves to whether it was opened. */
  readonly openEditor: (file: string, line: number | undefined) => Promise<boolean>;
  /** Called when a requested page cannot be made. */
  readonly onProblem: () => void;
  /** Called at a bug of the dev server, which continues to run. */
  readonly onFailure: (error: unknown) => void;
}

/** What all requests share. */
interface Context extends Input {
  readonly clients: Clients;
  /** The script of the pages in browsers. */
  readonly script: () => string;
}

/** One request with its parsed address, and its response. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly address: string;
  /** The query, without the question mark. */
  readonly search: string;
}

/** Serves the site from memory and keeps the pages in browsers up to date. */
export function createDevServer(input: Input): DevServer {
  const clients: Clients = { open: new Set(), changedFiles: new Set() };
  const script = lazy(() => readFileSync(path.join(packageRoot, 'lib/dev-client.js'), 'utf8'));
  const context: Context = { ...input, clients, script };
  const { onFailure } = input;
  const http = createServer((request, response) => {
    for (const [name, value] of Object.entries(privateHeaders)) response.setHeader(name, value);
    answer(context, request, response).catch((error: unknown) => {
      onFailure(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('The dev server failed; the terminal says more.');
    });
  });
  return {
    http,
    sendChanges: async (changed) => {
      const { open, changedFiles } = clients;
      for (const file of changed) changedFiles.add(file);
      const updates = [...open].map((client) =>
        sendUpdate(client, { site: input, changedFiles }).catch(onFailure),
      );
      await Promise.all(updates);
    },
    close: () =>
      new Promise((resolve) => {
        for (const { response } of clients.open) response.end();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

async function answer(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnHost({ request, host: context.host }))
    return refuse(
      response,
      403,
      'This server answers to localhost only (start it with --host to allow another name).',
    );
  const [address = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const exchange: Exchange = { request, response, address, search };
  if (!isProperPath(address)) return refuse(response, 400, 'This is no path of the site.');
  if (address === '/_broadsheet/edit') return answerEdit(context, exchange);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Only GET and HEAD.');
  if (address === '/_broadsheet') return redirect(response, '/_broadsheet/');
  if (address.startsWith('/_broadsheet/')) return answerOwn(context, exchange);
  return answerSite(context, exchange);
}

/** Answers a request for an address of the site. */
async function answerSite(context: Context, { response, address, search }: Exchange): Promise<void> {
  const { engine, onProblem } = context;
  const answer = await engine.page(address);
  if (answer.kind === 'redirect') return redirect(response, `${answer.to}${search && `?${search}`}`);
  if (answer.kind === 'file')
    return send(response, {
      type: contentType(answer.output),
      content: answer.content,
      ...(answer.lasting && { caching: 'max-age=31536000, immutable' }),
    });
  if (answer.kind === 'page' && answer.status === 404 && address === '/' && engine.base() !== '/')
    return redirect(response, engine.base());
  if (answer.kind === 'failed') onProblem();
  const { html, status } = toHtml(context, answer);
  send(response, { status, type: htmlType, content: html });
}

/** Answers a request for the dev server's own pages, its script, or the connection of a page in a browser. */
async function answerOwn(context: Context, exchange: Exchange): Promise<void> {
  const { language, clients, script } = context;
  const { request, response, address, search } = exchange;
  if (request.headers.origin !== undefined && !isOwnOrigin({ request }))
    return refuse(response, 403, 'Not for pages of other origins.');
  if (address === '/_broadsheet/client.js')
    return send(response, { type: contentType('client.js'), content: script() });
  const query = new URLSearchParams(search);
  if (address === '/_broadsheet/events') return connect(clients, { site: context, query, request, response });
  const html = ownPage(context, { address, query });
  if (html === undefined) return refuse(response, 404, 'There is no such page.');
  send(response, { type: htmlType, content: inject(html, { language, key: digestOf(html), style: '' }) });
}

/** Opens a source of the site in the user's editor. */
async function answerEdit(
  { engine, root, openEditor }: Context,
  { request, response }: Exchange,
): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405, 'Only POST.');
  const isJson = request.headers['content-type']?.startsWith('application/json');
  if (!isOwnOrigin({ request }) || !isLocal(request) || !isJson)
    return refuse(response, 403, 'Only from a page of this server, on this machine.');
  const { file, line } = (await readJson(request)) ?? {};
  if (typeof file !== 'string' || !engine.isSource(file))
    return refuse(response, 404, 'This is no file of the site.');
  const isLine = typeof line === 'number' && Number.isInteger(line) && line > 0;
  const opened = await openEditor(path.join(root, file), isLine ? line : undefined);
  return opened ? void response.writeHead(204).end() : refuse(response, 500, 'No editor could be opened.');
}

const htmlType = 'text/html; charset=utf-8';

interface Content {
  readonly status?: number;
  readonly type: string;
  readonly content: Uint8Array | string;
  readonly caching?: string;
}

function send(
  response: ServerResponse,
  { status = 200, type, content, caching = 'no-store' }: Content,
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(content),
    'cache-control': caching,
  });
  response.end(response.req.method === 'HEAD' ? undefined : content);
}

const refuse = (response: ServerResponse, status: 400 | 403 | 404 | 405 | 500, reason: string): void =>
  send(response, { status, type: 'text/plain; charset=utf-8', content: `${reason}\n` });

const redirect = (response: ServerResponse, location: string): void =>
  void response.writeHead(302, { location }).end();

/** The body of a small request; undefined when it is no JSON object. */
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
