export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'tiff' | 'svg';

const text = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));
/** What may stand before the first element. */
const prolog = [/\s+/y, /<\?[^>]*\?>/y, /<!--[\s\S]*?-->/y, /<!DOCTYPE\s[^>[]*(?:\[[\s\S]*?\]\s*)?>/iy];
const svgElement = /<(?:[\w.-]+:)?svg[\s/>]/iy;

const lengthAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

/** Part by part: one pattern for all of them would backtrack over every way to split comments. */
const isSvg = (text: string): boolean => {
  let at = 0;
  for (let length = 1; length > 0; at += length)
    length = prolog.map((pattern) => lengthAt(pattern, text, at)).find((found) => found > 0) ?? 0;
  return lengthAt(svgElement, text, at) > 0;
};

/**
 * The format that the bytes themselves show, whatever the file is called; null for what is not a picture that
 * browsers or cameras write.
 */
export const sniff = (bytes: Uint8Array): PictureFormat | null => {
  const head = text(bytes, 0, 4);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head === '\x89PNG') return 'png';
  if (head === 'GIF8') return 'gif';
  if (head === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
  if (head === 'II*\0' || head === 'MM\0*' || head === 'II+\0' || head === 'MM\0+') return 'tiff';
  if (text(bytes, 4, 8) === 'ftyp' && /avi[fs]/.test(text(bytes, 8, 64))) return 'avif';
  const wide = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  const start = new TextDecoder(
    head.startsWith('\xff\xfe') ? 'utf-16le' : wide ? 'utf-16be' : 'utf-8',
  ).decode(bytes.subarray(0, 65_536));
  return isSvg(start) ? 'svg' : null;
};
