import { lookup } from 'mrmime';

/** Media type by the name's ending (IANA), with the encoding of what is text. */
export function contentType(name: string): string {
  const type = lookup(name) ?? 'application/octet-stream';
  return /^text\/|javascript|[/+]xml$/.test(type) && type !== 'image/svg+xml'
    ? `${type}; charset=utf-8`
    : type;
}
