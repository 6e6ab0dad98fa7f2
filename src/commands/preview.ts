import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { isGone, toAliasOutput } from '../addresses/alias.ts';
import { folderAt } from '../addresses/editions.ts';
import type { ResolvedConfig } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { isOwnHost, isProperPath, privateHeaders } from '../dev/is-allowed.ts';
import { UsageError } from '../diagnostics/usage-error.ts';
import { builtSite } from './built-site.ts';

/** Serves the built site on the loopback address until it is stopped. */
export async function preview({
  site,
  out,
  port,
}: {
  site: string;
  out?: string;
  port: string;
}): Promise<number> {
  const root = path.resolve(site);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError({
      en: `--port ${port}: expected a number up to 65535`,
      vi: `--port ${port}: cần một số không quá 65535`,
    });
  const target = builtSite(path.resolve(out ?? path.join(root, 'dist')));
  const { config } = await loadConfig(root);
  const { base } = config.site;
  const server = createServer(createAnswer({ target, config }));
  await listen(server, port);
  const address = server.address();
  process.stdout.write(
    `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}${base}\n`,
  );
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => server.close(() => resolve()));
  });
  return 0;
}

interface Served {
  readonly target: string;
  readonly config: ResolvedConfig;
}

/**
 * Answers with files of the folder, as a host would below `base`. Hidden files and files outside the folder
 * are not served.
 */
function createAnswer({ target, config }: Served): RequestListener {
  const { base } = config.site;
  const serve = sirv(target, { dev: true, etag: true, extensions: ['html'] });
  return (request, response) => {
    for (const [name, value] of Object.entries(privateHeaders)) response.setHeader(name, value);
    const requested = (request.url ?? '').slice(base.length);
    const notFound = (): void => {
      const status = isGone(config, toAliasOutput(config, requested.replace(/\?.*/s, '')) ?? '') ? 410 : 404;
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
      const missing = path.join(target, folderAt(requested, config), `${status}.html`);
      response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
    };
    if (!isOwnHost({ request }))
      return void response
        .writeHead(403, { 'content-type': 'text/plain' })
        .end('This server answers to localhost only.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    const [written = '/', search] = (request.url ?? '/').split(/\?(.*)/s);
    if (!written.startsWith(base) || !isProperPath(written)) return notFound();
    const local = `/${written.slice(base.length)}`;
    if (!isPublic({ target, local })) return notFound();
    request.url = search === undefined ? local : `${local}?${search}`;
    serve(request, response, notFound);
  };
}

/**
 * Whether a path may be served: its names are plain, none is hidden except `.well-known` at the top, and no
 * link leads out of the folder.
 */
function isPublic({ target, local }: { readonly target: string; readonly local: string }): boolean {
  // Hosts find no file for an encoded slash.
  if (/%2f|%5c/i.test(local)) return false;
  const names = decodeURIComponent(local).split('/').slice(1);
  if (names.some((name, depth) => name.startsWith('.') && !(depth === 0 && name === '.well-known')))
    return false;
  const plain = path.join(target, ...names);
  const home = realpathSync(target);
  return [plain, `${plain}.html`, path.join(plain, 'index.html')].every(
    (file) =>
      !existsSync(file) || realpathSync(file) === home || realpathSync(file).startsWith(home + path.sep),
  );
}

const listen = (server: Server, port: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toUsageError(error, port)));
    server.listen(Number(port), '127.0.0.1', resolve);
  });

function toUsageError(error: NodeJS.ErrnoException, port: string): Error {
  if (error.code === 'EADDRINUSE')
    return new UsageError({
      en: `port ${port} is in use: choose another one with --port`,
      vi: `cổng ${port} đang được dùng: chọn cổng khác bằng --port`,
    });
  if (error.code !== 'EACCES') return error;
  return new UsageError({
    en: `port ${port} may not be used: choose one from 1024 with --port`,
    vi: `không được phép dùng cổng ${port}: chọn cổng từ 1024 bằng --port`,
  });
}
