import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

interface Input {
  readonly request: IncomingMessage;
  /** The name or address to listen on that the user gave. */
  readonly host?: string;
}

/**
 * Whether the Host header names this machine: a name of its own (`localhost`), the host that the user gave, or, when listening
 * beyond the loopback, any IP address. Another name is a page elsewhere whose name was made to point here (DNS rebinding).
 */
export function isOwnHost({ request, host }: Input): boolean {
  const name = hostName(request.headers.host ?? '');
  if (name === undefined) return false;
  if (name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1' || name === '::1' || name === host?.toLowerCase()) return true;
  return host !== undefined && isIP(name) !== 0;
}

/** Whether the request comes from a page of this server. Browsers say so for every request that acts; what does not say is refused. */
export function isOwnOrigin({ request }: Pick<Input, 'request'>): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  return origin === `http://${host}` && (site === undefined || site === 'same-origin');
}

/** Whether the one who asks sits at this machine. */
export const isLocal = ({ socket }: IncomingMessage): boolean => /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');

function hostName(header: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([\da-f:.]+)\]|([^:[\]/\s@]+))(?::\d+)?$/i.exec(header) ?? [];
  return (bracketed ?? plain)?.toLowerCase();
}
