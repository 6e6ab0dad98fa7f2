import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lookup } from 'mrmime';
import { UsageError } from '../diagnostics/usage-error.ts';

const firstPort = 4000;
/** How many ports are tried. */
const mostPorts = 50;

/** Listens on the requested port, or on the first free one. */
export async function listen(
  http: Server,
  { port, host = '127.0.0.1' }: { port: number | undefined; host: string | undefined },
): Promise<void> {
  for (let candidate = port ?? firstPort; ; candidate += 1) {
    try {
      return await listenOn(http, candidate, host);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isLast = port !== undefined || candidate >= firstPort + mostPorts;
      if (code !== 'EADDRINUSE' || isLast) throw toUsageError(error, { port: candidate, host });
    }
  }
}

const listenOn = (http: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });

/** An error that says what the user can do, if there is something; else the error itself. */
function toUsageError(error: unknown, { port, host }: { port: number; host: string }): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new UsageError({
      en: `port ${port} is in use: choose another one with --port`,
      vi: `cổng ${port} đang được dùng: chọn cổng khác bằng --port`,
    });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new UsageError({
      en: `--host ${host}: this machine has no such address`,
      vi: `--host ${host}: máy này không có địa chỉ đó`,
    });
  if (code === 'EACCES')
    return new UsageError({
      en: `port ${port} may not be used: choose one from 1024 with --port`,
      vi: `không được phép dùng cổng ${port}: chọn cổng từ 1024 bằng --port`,
    });
  return error;
}

/** The origin of a listening server, for a browser. */
export function addressOf(http: Server, host: string | undefined): string {
  const { port } = http.address() as AddressInfo;
  const isAny = host === undefined || ['0.0.0.0', '::'].includes(host);
  const name = isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** The media type for a file name (IANA), with the encoding for text. */
export function contentType(name: string): string {
  const type = lookup(name) ?? 'application/octet-stream';
  return /^text\/|javascript|[/+]xml$/.test(type) && type !== 'image/svg+xml'
    ? `${type}; charset=utf-8`
    : type;
}
