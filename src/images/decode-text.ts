/**
 * Text of an XML file: by its byte order mark, else as UTF-8, else in the encoding that its declaration
 * names. Throws when it is none of these.
 */
export const decodeText = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const declared =
    /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(
      String.fromCharCode(...bytes.subarray(0, 200)),
    )?.[1] ?? 'utf-8';
  return new TextDecoder(declared, { fatal: true }).decode(bytes);
};
