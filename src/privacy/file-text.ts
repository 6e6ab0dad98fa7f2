import { isUtf8 } from 'node:buffer';

/** How many bytes of a file are searched. */
const most = 64 * 1024 * 1024;

/**
 * The text of a file; undefined for binary files such as archives and pictures. Old encodings are read as
 * Latin, which gets digits and the letters of addresses right.
 */
export function fileText(file: Uint8Array): string | undefined {
  const bytes = file.subarray(0, most);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
    isUtf8(bytes) ? 'utf8' : 'latin1',
  );
}
