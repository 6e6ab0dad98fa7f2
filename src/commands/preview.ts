import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { loadConfig } from '../load-config.ts';
import { UsageError } from '../usage-error.ts';

/** Serves the built site on the loopback address until it is stopped. */
export async function preview({ site, out, port }: { site: string; out?: string; port: string }): Promise<number> {
  const root = path.resolve(site);
  const target = path.resolve(out ?? path.join(root, 'dist'));
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError({ en: `--port ${port}: expected a number up to 65535`, vi: `--port ${port}: cần một số không quá 65535` });
  if (!existsSync(path.join(target, 'index.html')))
    throw new UsageError({ en: `${target} has no index.html: run "broadsheet build" first`, vi: `${target} không có index.html: hãy chạy "broadsheet build" trước` });
  const { config } = await loadConfig(root);
  const { base } = config.site;
  const missing = path.join(target, '404.html');
  const serve = sirv(target, { dev: true, etag: true, extensions: ['html'] });
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
    };
    const url = request.url ?? '/';
    // Hidden files, such as the mark of the folder, are no part of the site.
    if (!url.startsWith(base) || /\/\.(?!well-known\/)/.test(url)) return notFound();
    request.url = `/${url.slice(base.length)}`;
    serve(request, response, notFound);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new UsageError({ en: `port ${port} is in use: choose another one with --port`, vi: `cổng ${port} đang được dùng: chọn cổng khác bằng --port` }) : error),
    );
    server.listen(Number(port), '127.0.0.1', resolve);
  });
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}${base}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => resolve()));
  });
  return 0;
}
