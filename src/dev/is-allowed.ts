import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

interface Input {
  readonly request: IncomingMessage;
  /** The name or address to listen on, as the user gave it. */
  readonly host?: string;
}

/**
 * Whether the Host header names this machine: its own name (`localhost`), the host that the user gave, or,
 * when listening beyond the loopback, any IP address. Any other name may belong to a foreign page that made
 * it resolve to this machine (DNS rebinding).
 */
export function isOwnHost({ request, host }: Input): boolean {
  const name = hostName(request.headers.host ?? '');
  if (name === undefined) return false;
  if (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '127.0.0.1' ||
    name === '::1' ||
    name === host?.toLowerCase()
  )
    return true;
  return host !== undefined && isIP(name) !== 0;
}

/**
 * Whether the request comes from a page of this server. Browsers send the origin with every request that
 * acts; a request without one is refused.
 */
export function isOwnOrigin({ request }: Pick<Input, 'request'>): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  return origin === `http://${host}` && (site === undefined || site === 'same-origin');
}

/**
 * Headers of every response. Pages of other origins can neither frame it (a click there would act here), nor
 * load it, nor keep a reference to its window.
 */
export const privateHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** Whether the request comes from this machine. */
export const isLocal = ({ socket }: IncomingMessage): boolean =>
  /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');

/**
 * Whether a path is absolute, without steps upward in any encoding, and without characters that file names
 * lack.
 */
export function isProperPath(written: string): boolean {
  if (!written.startsWith('/') || written.startsWith('//')) return false;
  let decoded = written;
  try {
    decoded = decodeURIComponent(written);
  } catch {
    return false;
  }
  return !/[\0\\]/.test(decoded) && !decoded.split('/').some((part) => part === '..' || part === '.');
}

function hostName(header: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([\da-f:.]+)\]|([^:[\]/\s@]+))(?::\d+)?$/i.exec(header) ?? [];
  return (bracketed ?? plain)?.toLowerCase();
}
