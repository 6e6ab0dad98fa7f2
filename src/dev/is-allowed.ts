import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

interface Input {
  readonly request: IncomingMessage;
  /** The name or address to listen on that the user gave. */
  readonly host?: string;
}

/**
 * Whether the Host header names this machine: a name of its own (`localhost`), the host that the user gave,
 * or, when listening beyond the loopback, any IP address. Another name is a page elsewhere whose name was
 * made to point here (DNS rebinding).
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
 * Whether the request comes from a page of this server. Browsers say so for every request that acts; what
 * does not say is refused.
 */
export function isOwnOrigin({ request }: Pick<Input, 'request'>): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  return origin === `http://${host}` && (site === undefined || site === 'same-origin');
}

/**
 * For every response: pages of other origins can neither frame it (a click there would act here), nor load
 * it, nor hold its window.
 */
export const privateHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** Whether the one who asks sits at this machine. */
export const isLocal = ({ socket }: IncomingMessage): boolean =>
  /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');

/** A path from the root, without steps upward, in any writing, and without what no file name has. */
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
